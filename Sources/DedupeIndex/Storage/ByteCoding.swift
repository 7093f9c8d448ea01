import NearDuplicates

/// Builds bytes field by field, numbers little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  /// A length of 32 bits, then that many bytes.
  mutating func appendCounted(_ more: some Collection<UInt8>) {
    append(UInt32(more.count))
    bytes.append(contentsOf: more)
  }

  /// Fills with zeros up to a multiple.
  mutating func align(to multiple: Int) {
    while bytes.count % multiple != 0 { bytes.append(0) }
  }

  mutating func replace(at offset: Int, with number: UInt64) {
    for byte in 0..<8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
  }

  mutating func removeLast(_ count: Int) { bytes.removeLast(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// What is wrong with bytes, and where in them.
struct Damage: Error, Equatable {
  var offset: Int
  var cause: String
}

/// Takes bytes apart field by field; whatever they are, no field is read outside of them.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var remaining: Int { bytes.count - offset }

  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Damage) -> Number {
    let size = MemoryLayout<Number>.size
    guard remaining >= size else { throw Damage(offset: offset, cause: "it ends early") }
    defer { offset += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  mutating func take(_ count: Int) throws(Damage) -> UnsafeRawBufferPointer {
    guard count >= 0, remaining >= count else {
      throw Damage(offset: offset, cause: "it ends early")
    }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func counted() throws(Damage) -> UnsafeRawBufferPointer {
    try take(Int(try number(UInt32.self)))
  }

  mutating func text() throws(Damage) -> String {
    String(decoding: try counted(), as: UTF8.self)
  }
}

extension UnsafeRawBufferPointer {
  /// The hash by which all stored bytes are checked.
  var checksum: UInt64 { xxh3(baseAddress, count) }
}

extension Array<UInt8> {
  /// The hash by which all stored bytes are checked.
  var checksum: UInt64 { withUnsafeBytes { $0.checksum } }

  /// Like `withUnsafeBytes`, which forgets of what type an error is.
  func withRawBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { bytes throws(Failure) in
      try body(UnsafeRawBufferPointer(bytes))
    }
  }
}
