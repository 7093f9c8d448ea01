/// The one file that says which others count, and what was true of them when it was written.
struct Manifest: Equatable {
  static let magic = Array("DEDUMANI".utf8)

  /// A segment that counts.
  struct SegmentLine: Equatable {
    var number: UInt64
    /// Bytes of the file.
    var length: Int
    /// The checksum of its trailer, which holds those of everything else in it.
    var checksum: UInt64
    var dead: DeadSet
  }

  /// The profile that counts.
  struct ProfileLine: Equatable {
    var generation: Int
    var length: Int
    var checksum: UInt64
  }

  var parameters: IndexParameters
  /// The number that the next segment gets.
  var nextSegment: UInt64 = 1
  /// The ordinal of the first document that is not in a segment.
  var nextOrdinal: Ordinal = 0
  var newestSeconds: Int64?
  /// The first of the journals that are read after the segments.
  var firstJournal: UInt64 = 1
  /// A journal and how many bytes of it are synced, at least.
  var durableJournal: UInt64 = 1
  var durableLength = 0
  var profile: ProfileLine?
  var segments: [SegmentLine] = []

  init(parameters: IndexParameters) { self.parameters = parameters }

  // MARK: Writing

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(formatVersion)
    writer.append(UInt32(parameters.pairs.count))
    for (name, value) in parameters.pairs {
      writer.appendCounted(name.utf8)
      writer.appendCounted(value.utf8)
    }
    writer.append(nextSegment)
    writer.append(nextOrdinal)
    writer.append(newestSeconds ?? .min)
    writer.append(firstJournal)
    writer.append(durableJournal)
    writer.append(UInt64(durableLength))
    writer.append(UInt64(profile.map { $0.generation + 1 } ?? 0))
    writer.append(UInt64(profile?.length ?? 0))
    writer.append(profile?.checksum ?? 0)
    writer.append(UInt32(segments.count))
    for segment in segments { Self.append(segment, to: &writer) }
    writer.append(writer.bytes.checksum)
    return writer.bytes
  }

  private static func append(_ segment: SegmentLine, to writer: inout ByteWriter) {
    writer.append(segment.number)
    writer.append(UInt64(segment.length))
    writer.append(segment.checksum)
    writer.append(UInt32(segment.dead.words.count))
    for word in segment.dead.words { writer.append(word) }
  }

  // MARK: Reading

  /// Reads a manifest; `file` is for the message.
  init(_ bytes: [UInt8], file: String) throws(IndexError) {
    self = try bytes.withRawBytes { bytes throws(IndexError) in
      try Manifest(bytes, file: file)
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, file: String) throws(IndexError) {
    guard bytes.prefix(8).elementsEqual(Self.magic) else { throw .foreign(file: file) }
    // Whatever else a later version changes, these three places stay: see IndexFormat.md.
    guard Self.hasChecksum(bytes) else {
      throw .damaged(file: file, offset: 0, cause: "the checksum of the manifest does not fit")
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == formatVersion else { throw Self.refusal(of: Int(version), file: file) }
    do throws(Damage) {
      var reader = ByteReader(bytes, at: 12)
      self.init(parameters: try Self.parameters(&reader))
      try readFields(&reader)
    } catch {
      throw .damaged(file: file, offset: error.offset, cause: error.cause)
    }
  }

  private static func refusal(of version: Int, file: String) -> IndexError {
    let supported = Int(formatVersion)
    return version > supported
      ? .newer(file: file, version: version, supported: supported)
      : .older(file: file, version: version, supported: supported)
  }

  private static func hasChecksum(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 20 else { return false }
    let end = bytes.count - 8
    let checksum = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    return UnsafeRawBufferPointer(rebasing: bytes[..<end]).checksum == checksum
  }

  private static func parameters(_ reader: inout ByteReader) throws(Damage) -> IndexParameters {
    var pairs: [(name: String, value: String)] = []
    for _ in 0..<(try reader.number(UInt32.self)) {
      let name = try reader.text()
      pairs.append((name: name, value: try reader.text()))
    }
    return IndexParameters(pairs: pairs)
  }

  private mutating func readFields(_ reader: inout ByteReader) throws(Damage) {
    nextSegment = try reader.number()
    nextOrdinal = try reader.number()
    let seconds = try reader.number(Int64.self)
    newestSeconds = seconds == .min ? nil : seconds
    firstJournal = try reader.number()
    durableJournal = try reader.number()
    durableLength = Int(clamping: try reader.number(UInt64.self))
    let generation = Int(clamping: try reader.number(UInt64.self))
    let length = Int(clamping: try reader.number(UInt64.self))
    let checksum = try reader.number(UInt64.self)
    if generation > 0 {
      profile = ProfileLine(generation: generation - 1, length: length, checksum: checksum)
    }
    for _ in 0..<(try reader.number(UInt32.self)) { segments.append(try Self.segment(&reader)) }
  }

  private static func segment(_ reader: inout ByteReader) throws(Damage) -> SegmentLine {
    let number = try reader.number(UInt64.self)
    let length = Int(clamping: try reader.number(UInt64.self))
    let checksum = try reader.number(UInt64.self)
    let count = Int(try reader.number(UInt32.self))
    guard count <= reader.remaining / 8 else {
      throw Damage(offset: reader.offset, cause: "it ends early")
    }
    var words: [UInt64] = []
    for _ in 0..<count { words.append(try reader.number()) }
    return SegmentLine(
      number: number, length: length, checksum: checksum, dead: DeadSet(words: words))
  }
}
