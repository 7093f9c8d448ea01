#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Words that are looked up in no order: one piece of memory, on large pages where the system has
/// them.
///
/// With pages of 4 KB the processor looks for the page of nearly every word of a large table first.
final class SlotMemory {
  /// The words.
  let words: UnsafeMutableBufferPointer<UInt64>
  private let memory: UnsafeMutableRawPointer
  /// Bytes that were mapped for it alone; 0 where it came from the heap.
  private let mappedSize: Int

  /// The size of a large page.
  private static let largePage = 2 << 20

  init(count: Int, filledWith word: UInt64) {
    let size = count * MemoryLayout<UInt64>.stride
    let begin: UnsafeMutableRawPointer
    if let mapped = Self.map(size) {
      (memory, begin, mappedSize) = mapped
    } else {
      memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      begin = memory
      mappedSize = 0
    }
    let start = begin.bindMemory(to: UInt64.self, capacity: count)
    start.initialize(repeating: word, count: count)
    words = UnsafeMutableBufferPointer(start: start, count: count)
  }

  deinit {
    if mappedSize > 0 { munmap(memory, mappedSize) } else { memory.deallocate() }
  }

  var count: Int { words.count }

  /// Memory of its own that begins on a large page, nil where it would be less than one.
  ///
  /// From the heap, pieces of this size would leave holes in it, month after month.
  private static func map(
    _ size: Int
  ) -> (memory: UnsafeMutableRawPointer, begin: UnsafeMutableRawPointer, size: Int)? {
    #if os(Linux)
      guard size >= largePage else { return nil }
      let length = size + largePage
      let protection = PROT_READ | PROT_WRITE
      guard let memory = mmap(nil, length, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        memory != MAP_FAILED
      else { return nil }
      let begin = memory.alignedUp(toMultipleOf: largePage)
      // A wish: where it is not granted the table is slower.
      madvise(begin, size, MADV_HUGEPAGE)
      return (memory, begin, length)
    #else
      return nil
    #endif
  }
}
