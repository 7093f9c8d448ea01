#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Room for the bytes of a file, used again for the next piece: fresh pages for every 4 MB would
/// cost about as much as reading them.
///
/// It is unchecked `Sendable` because it has one user at a time: the reader fills it, one task
/// reads it and hands it back with its result.
final class ByteBuffer: @unchecked Sendable {
  private var storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// How many bytes are filled.
  private(set) var count = 0

  deinit { free(storage.baseAddress) }

  /// The filled bytes.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

  /// Forgets the bytes, keeps the room.
  func removeAll() { count = 0 }

  /// Drops bytes at the start; they are few, and it happens once a file.
  func removeFirst(_ length: Int) {
    guard let start = storage.baseAddress else { return }
    memmove(start, start + length, count - length)
    count -= length
  }

  /// Appends bytes from elsewhere.
  func append(_ bytes: some RandomAccessCollection<UInt8>) {
    reserve(count + bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyBytes(from: bytes)
    count += bytes.count
  }

  /// Appends at most `limit` bytes of a file, all by default, and tells whether the file goes on
  /// or may do so.
  @discardableResult
  func fill(
    from descriptor: borrowing Descriptor, upTo limit: Int = .max
  ) throws(SystemError) -> Bool {
    var rest = limit
    while rest > 0 {
      let wanted = min(rest, max(Self.piece, count))
      reserve(count + wanted)
      let target = UnsafeMutableRawBufferPointer(rebasing: storage[count..<count + wanted])
      let got = try descriptor.read(into: target)
      count += got
      rest -= got
      if got < wanted { return false }
    }
    return true
  }

  /// Replaces the bytes with so many of a file from an offset on, and tells whether there are so
  /// many.
  func load(
    _ length: Int, at offset: Int, of descriptor: borrowing Descriptor
  ) throws(SystemError) -> Bool {
    count = 0
    reserve(length)
    count = try descriptor.read(
      into: UnsafeMutableRawBufferPointer(rebasing: storage[..<length]), at: offset)
    return count == length
  }

  /// Appends what one call of the system reads, and returns its result.
  func fillOnce(from descriptor: Int32, upTo limit: Int) -> Int {
    reserve(count + limit)
    guard let start = storage.baseAddress else { return 0 }
    let got = read(descriptor, start + count, limit)
    count += max(0, got)
    return got
  }

  /// Moves the bytes from `offset` on into another buffer.
  func moveTail(from offset: Int, to other: ByteBuffer) {
    other.append(bytes[offset...])
    count = offset
  }

  private func reserve(_ capacity: Int) {
    guard capacity > storage.count else { return }
    let size = max(capacity, storage.count * 3 / 2)
    guard let start = realloc(storage.baseAddress, size) else {
      preconditionFailure("no memory for \(size) bytes of input")
    }
    storage = UnsafeMutableRawBufferPointer(start: start, count: size)
  }

  private static let piece = 1 << 20
}
