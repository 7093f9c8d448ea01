/// Why bytes are no profile.
public enum ProfileError: Error, Equatable, CustomStringConvertible {
  /// The bytes do not begin as a profile does.
  case notAProfile
  /// The profile was written by another version of the format.
  case unknownVersion(Int)
  /// The profile was learned with another normalisation of words.
  case otherNormalization(String)
  /// The bytes end early or were changed.
  case damaged

  /// A sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .notAProfile: "it is no profile; make one with `dedupe profile PATH… -o FILE`"
    case .unknownVersion(let version):
      """
      it is a profile of format version \(version), and this program reads version \
      \(Profile.version); learn it again
      """
    case .otherNormalization(let name):
      "its words were normalised as \"\(name)\", not \"\(Normalization.name)\"; learn it again"
    case .damaged: "the profile is damaged: its checksum does not fit; learn it again"
    }
  }
}

// The format, all numbers little-endian:
//
//   8 bytes   "DEDUPROF"
//   u32       version, 2
//   u32       length of the normalisation's name, then its UTF-8 bytes
//   u64       documents
//   u64       sampled documents
//   u64       number of words, then for each u64 key, u32 count, by key
//   u64       number of boilerplate fingerprints, then for each u64 key, u32 count, by key
//   u64       number of widespread fingerprints, then for each u64 key, u32 houses, by key
//   u64       XXH3 of everything before
extension Profile {
  /// What every profile begins with.
  package static let magic = Array("DEDUPROF".utf8)
  fileprivate static let version: UInt32 = 2

  /// The profile as bytes, the same on every platform.
  public func serialized() -> [UInt8] {
    let body = Self.encode(documents, sampled, words, boilerplate, widespread)
    return body + Self.bytes(of: Self.checksum(body[...]))
  }

  /// Reads a profile from the bytes that ``serialized()`` made.
  ///
  /// - Throws: ``ProfileError`` where the bytes are no profile, or one that this version of the
  ///   library cannot use.
  public init(serialized bytes: [UInt8]) throws(ProfileError) {
    guard bytes.starts(with: Self.magic) else { throw .notAProfile }
    var reader = ProfileReader(bytes: bytes.dropFirst(Self.magic.count))
    let version = try reader.number(of: UInt32.self)
    guard version == Self.version else { throw .unknownVersion(Int(version)) }
    guard Self.bytes(of: Self.checksum(bytes.dropLast(8))) == Array(bytes.suffix(8)) else {
      throw .damaged
    }
    let name = try reader.text()
    guard name == Normalization.name else { throw .otherNormalization(name) }
    let documents = try reader.number(of: UInt64.self)
    let sampled = try reader.number(of: UInt64.self)
    let words = try reader.table()
    let boilerplate = try reader.table()
    let widespread = try reader.table()
    self.init(
      documents: Int(clamping: documents), sampled: Int(clamping: sampled), words: words,
      boilerplate: boilerplate, widespread: widespread)
  }

  static func encode(
    _ documents: Int, _ sampled: Int, _ words: FrequencyTable, _ boilerplate: FrequencyTable,
    _ widespread: FrequencyTable
  ) -> [UInt8] {
    let name = Array(Normalization.name.utf8)
    var bytes = magic + Self.bytes(of: version) + Self.bytes(of: UInt32(name.count)) + name
    bytes += Self.bytes(of: UInt64(documents)) + Self.bytes(of: UInt64(sampled))
    for table in [words, boilerplate, widespread] {
      bytes += Self.bytes(of: UInt64(table.count))
      for (key, count) in table.sorted { bytes += Self.bytes(of: key) + Self.bytes(of: count) }
    }
    return bytes
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
  }

  private static func bytes<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// Reads the fields of a profile one after the other.
private struct ProfileReader {
  var bytes: ArraySlice<UInt8>

  mutating func number<Number: FixedWidthInteger>(
    of type: Number.Type
  ) throws(ProfileError) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count >= size else { throw .damaged }
    defer { bytes.removeFirst(size) }
    return bytes.prefix(size).reversed().reduce(Number(0)) { $0 << 8 | Number($1) }
  }

  mutating func text() throws(ProfileError) -> String {
    let count = Int(try number(of: UInt32.self))
    guard bytes.count >= count else { throw .damaged }
    defer { bytes.removeFirst(count) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  mutating func table() throws(ProfileError) -> FrequencyTable {
    let count = Int(clamping: try number(of: UInt64.self))
    guard bytes.count / 12 >= count else { throw .damaged }
    var table = FrequencyTable(expected: count)
    for _ in 0..<count {
      let key = try number(of: UInt64.self)
      table.set(key, to: max(1, try number(of: UInt32.self)))
    }
    return table
  }
}
