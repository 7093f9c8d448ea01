/// The version of all files of an index.
///
/// Documentation/IndexFormat.md says when it changes.
let formatVersion: UInt32 = 2

/// The names of the files in the folder of an index.
enum IndexFile {
  static let manifest = "manifest"
  static let newManifest = "manifest.new"
  static let lock = "lock"

  static func journal(_ number: UInt64) -> String { "journal-\(number)" }
  static func segment(_ number: UInt64) -> String { "segment-\(number)" }
  static func profile(_ generation: Int) -> String { "profile-\(generation)" }

  /// Whether a name is of a kind that an index makes, so that it may be removed when it is not in
  /// use.
  static func isOwn(_ name: String) -> Bool {
    if name == newManifest { return true }
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, ["journal", "segment", "profile"].contains(parts[0]) else {
      return false
    }
    return UInt64(parts[1]) != nil
  }
}
