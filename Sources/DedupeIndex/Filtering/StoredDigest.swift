/// What an index keeps of every document to propose and sift it without reading its text, in
/// bytes whose number is the same for all documents.
///
/// All numbers are little-endian:
///
///      0  u64  hash of the sequence of tokens
///      8  u64  ordinal of the first member of the cluster
///     16  u64  name of the cluster
///     24  i64  moment: date or arrival, in seconds
///     32  u64  hash of the house's name, 0 unknown
///     40  u32  passage fingerprints
///     44  u32  words
///     48  u32  weight of the rare words, in 1024ths
///     52  u32  flags: 1 core member, 2 dated
///     56  u16  × 128 slots
struct StoredDigest: Equatable {
  /// The version of this layout and of the keys that go with it.
  static let version = 1

  var identity: UInt64
  var cluster: Ordinal
  var clusterName: UInt64
  var moment: Int64
  var house: UInt64
  var fingerprintCount: Int
  var wordCount: Int
  var totalWeight: UInt32
  var isCore: Bool
  var isDated: Bool

  /// The bytes of a document, with 128 slots.
  static let length = slotsOffset + 2 * 128

  /// Where the slots begin.
  private static let slotsOffset = 56

  /// The day of publication, where it is known.
  var day: Int? { isDated ? moment.dayNumber : nil }

  init(
    _ digest: RecordDigest, cluster: Ordinal, clusterName: UInt64, isCore: Bool
  ) {
    identity = digest.identity
    self.cluster = cluster
    self.clusterName = clusterName
    moment = digest.moment
    house = digest.house
    fingerprintCount = digest.fingerprintCount
    wordCount = digest.wordCount
    totalWeight = digest.totalWeight
    self.isCore = isCore
    isDated = digest.day != nil
  }

  /// Reads the numbers; nil where there are too few bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.slotsOffset else { return nil }
    func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    identity = number(0, UInt64.self)
    cluster = number(8, UInt64.self)
    clusterName = number(16, UInt64.self)
    moment = number(24, Int64.self)
    house = number(32, UInt64.self)
    fingerprintCount = Int(number(40, UInt32.self))
    wordCount = Int(number(44, UInt32.self))
    totalWeight = number(48, UInt32.self)
    let flags = number(52, UInt32.self)
    isCore = flags & 1 != 0
    isDated = flags & 2 != 0
  }

  /// The slots that stand behind the numbers.
  static func slots(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes.dropFirst(slotsOffset))
  }

  /// The numbers and the slots as bytes.
  func bytes(with sketch: CompactSketch) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.slotsOffset + 2 * sketch.slots.count)
    func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(identity)
    append(cluster)
    append(clusterName)
    append(moment)
    append(house)
    append(UInt32(clamping: fingerprintCount))
    append(UInt32(clamping: wordCount))
    append(totalWeight)
    append(UInt32(isCore ? 1 : 0) | UInt32(isDated ? 2 : 0))
    for slot in sketch.slots { append(slot) }
    return bytes
  }
}
