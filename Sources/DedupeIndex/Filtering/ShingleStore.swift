import NearDuplicates

/// Reads texts of an index as shingles, and remembers what it read.
struct ShingleStore {
  private var shingler = TextShingler()
  /// How many texts were read.
  private(set) var textsRead = 0
  private var recent: RecentlyUsed<[UInt64]>

  init(capacity: Int) {
    recent = RecentlyUsed(capacity: capacity)
  }

  /// Bytes of what is held.
  var memory: Int { recent.bytes }

  /// The hashes of the shingles of a document.
  mutating func shingles(
    of ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> [UInt64] {
    if let held = recent.value(of: ordinal) { return held }
    textsRead += 1
    let shingles = shingler.shingles(of: try index.text(of: ordinal))
    recent.insert(shingles, bytes: 8 * shingles.count + 128, for: ordinal)
    return shingles
  }
}
