/// A block of memory that what is kept of many documents is written to, one after the other.
///
/// It is unchecked `Sendable` because a ``SlabWriter`` writes each place once, before anybody else
/// knows of it.
final class Slab: @unchecked Sendable {
  /// The number of bytes.
  let size: Int
  fileprivate let memory: UnsafeMutableRawPointer

  /// Takes memory.
  init(size: Int) {
    self.size = size
    memory = .allocate(byteCount: size, alignment: 16)
  }

  deinit { memory.deallocate() }
}

/// Elements in a slab, which lives as long as they do.
struct SlabArray<Element: BitwiseCopyable & Sendable>: Sendable {
  private let slab: Slab?
  /// Where they begin in the slab, in bytes.
  private let begin: Int
  /// The number of elements.
  let count: Int

  /// Creates an array without elements.
  init() {
    slab = nil
    begin = 0
    count = 0
  }

  fileprivate init(_ slab: Slab, from begin: Int, count: Int) {
    self.slab = slab
    self.begin = begin
    self.count = count
  }

  /// Calls a closure with the elements of a range.
  @inline(__always)
  func withElements<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the elements are there")
    guard let slab, !range.isEmpty else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return withExtendedLifetime(slab) {
      let start = (slab.memory + begin).assumingMemoryBound(to: Element.self)
      return body(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
    }
  }
}

/// Writes arrays to slabs, each slab from its front.
///
/// What is written stays where it is: arrays of their own would have to be filled from elsewhere once
/// their sizes are known.
struct SlabWriter<Element: BitwiseCopyable & Sendable>: Sendable {
  private var slab: Slab?
  /// The bytes of the slab that are written.
  private var used = 0
  /// Where the array that is being written begins.
  private var begin = 0

  /// The bytes of a slab: what is left at its end is not visited and takes no memory.
  private static var usualSize: Int { 1 << 23 }

  /// Whether the array that is being written can go on with so many elements.
  func hasRoom(for count: Int) -> Bool {
    used + count * MemoryLayout<Element>.stride <= slab?.size ?? 0
  }

  /// Goes on with the array that is being written; a closure fills the new elements.
  ///
  /// - Precondition: there is room for them, unless they are the first of the array.
  mutating func append(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    if !hasRoom(for: count) { startSlab(for: count) }
    guard let slab, count > 0 else { return }
    let start = (slab.memory + used).bindMemory(to: Element.self, capacity: count)
    fill(UnsafeMutableBufferPointer(start: start, count: count))
    used += count * MemoryLayout<Element>.stride
  }

  private mutating func startSlab(for count: Int) {
    precondition(used == begin, "an array lies in one slab")
    slab = Slab(size: max(count * MemoryLayout<Element>.stride, Self.usualSize))
    used = 0
    begin = 0
  }

  /// Hands over the array that was written, and begins the next one behind it.
  mutating func take() -> SlabArray<Element> {
    defer { begin = used }
    guard let slab else { return SlabArray() }
    return SlabArray(slab, from: begin, count: (used - begin) / MemoryLayout<Element>.stride)
  }
}
