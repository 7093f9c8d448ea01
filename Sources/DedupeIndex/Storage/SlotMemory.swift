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

  /// The size of a large page.
  private static let largePage = 2 << 20

  init(count: Int, filledWith word: UInt64) {
    let size = count * MemoryLayout<UInt64>.stride
    let isLarge = size >= Self.largePage
    memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: isLarge ? Self.largePage : 16)
    #if os(Linux)
      // A wish: where it is not granted the table is slower.
      if isLarge { madvise(memory, size, MADV_HUGEPAGE) }
    #endif
    let begin = memory.bindMemory(to: UInt64.self, capacity: count)
    begin.initialize(repeating: word, count: count)
    words = UnsafeMutableBufferPointer(start: begin, count: count)
  }

  deinit { memory.deallocate() }

  var count: Int { words.count }
}
