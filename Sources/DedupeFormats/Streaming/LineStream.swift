#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a stream into whole lines, as they come.
///
/// It never waits for more than the end of a line: what came together is handed on together. One
/// thread uses it at a time.
package final class LineStream {
  /// What a stream has to say.
  package enum Event {
    /// Lines that came together.
    case lines(LineChunk)
    /// Nothing came for as long as was waited.
    case idle
    /// A signal came.
    case signal(Int32)
    /// There will be no more.
    case end
    /// The rest cannot be read.
    case failure(Problem)
  }

  /// The most bytes a line may have; what is longer is no record, and passes in pieces.
  ///
  /// 64 MB is some ten thousand articles in one.
  package static let longestLine = 64 << 20

  private var source: any StreamSource
  private let longestLine: Int
  private var buffer = ByteBuffer()
  /// How much of the buffer holds no line end.
  private var searched = 0
  private var line = 1
  /// Whether the first bytes were looked at.
  private var isRecognised = false
  /// Whether the bytes to come go on with a line that was too long.
  private var isInsideLine = false
  /// What is to be said after the lines that were in hand.
  private var next: Event?

  /// Reads standard input.
  package convenience init(wakeup: Wakeup? = nil) {
    self.init(DescriptorSource(wakeup: wakeup))
  }

  /// Reads a file that others go on writing to; it has no end.
  package convenience init(following path: Path, wakeup: Wakeup? = nil) {
    self.init(FollowedFile(path, wakeup: wakeup))
  }

  init(_ source: any StreamSource, longestLine: Int = LineStream.longestLine) {
    self.source = source
    self.longestLine = longestLine
  }

  /// The input as the user knows it.
  package var shown: String { source.shown }

  /// Waits for the next event, for so many milliseconds at most where they are given.
  package func event(waiting milliseconds: Int32? = nil) -> Event {
    if let next {
      self.next = nil
      return next
    }
    while true {
      do throws(SystemError) {
        switch try source.read(into: buffer, waiting: milliseconds) {
        case .read:
          if let refusal = refusal() { return .failure(Problem(refusal, file: shown)) }
          if let chunk = cut() { return .lines(chunk) }
        case .idle: return .idle
        case .woken(let number): return .signal(number)
        case .nextFile: if let chunk = rest() { return .lines(chunk) }
        case .end: return ending(.end)
        }
      } catch {
        return ending(.failure(Problem(error, reading: shown)))
      }
    }
  }

  /// Why the stream is none of records, by its first bytes; compressed ones hold line ends, too,
  /// and would pass as bad records.
  private func refusal() -> Refusal? {
    guard !isRecognised else { return nil }
    isRecognised = buffer.count >= Self.headLength || buffer.bytes.contains(UInt8(ascii: "\n"))
    return isRecognised ? Refusal(stream: buffer.bytes) : nil
  }

  /// As many bytes as tell what a stream is.
  private static let headLength = 8

  /// The whole lines in the buffer; what follows them waits for its end.
  private func cut() -> LineChunk? {
    guard let last = buffer.bytes[searched...].lastIndex(of: UInt8(ascii: "\n")) else {
      searched = buffer.count
      return buffer.count > longestLine ? take(buffer.count, endsLine: false) : nil
    }
    return take(last + 1, endsLine: true)
  }

  /// The last line of a file, though it has no end.
  private func rest() -> LineChunk? {
    defer { line = 1 }
    guard buffer.count > 0 || isInsideLine else { return nil }
    return take(buffer.count, endsLine: true)
  }

  private func ending(_ event: Event) -> Event {
    guard let chunk = rest() else { return event }
    next = event
    return .lines(chunk)
  }

  private func take(_ length: Int, endsLine: Bool) -> LineChunk {
    let tail = ByteBuffer()
    buffer.moveTail(from: length, to: tail)
    let chunk = LineChunk(
      buffer: buffer, firstLine: line, beginsInsideLine: isInsideLine, endsLine: endsLine)
    line += chunk.lineEnds
    (buffer, searched, isInsideLine) = (tail, tail.count, !endsLine)
    return chunk
  }
}

/// Lines that came together: unchecked `Sendable` buffers are handed on, never shared.
package struct LineChunk: Sendable {
  let buffer: ByteBuffer
  /// The number of the first line, counted from 1 in its file.
  package let firstLine: Int
  /// Whether it begins inside a line that was too long to be taken as one.
  package let beginsInsideLine: Bool
  /// Whether its last line ends with it, be it without a line end.
  package let endsLine: Bool

  /// The bytes, line ends included.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(buffer) { try body(buffer.bytes) }
  }

  /// The number of bytes.
  package var byteCount: Int { buffer.count }

  var lineEnds: Int { buffer.bytes.count { $0 == UInt8(ascii: "\n") } }

  /// Where the lines stand, without their line ends.
  var lines: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    let bytes = buffer.bytes
    while start < bytes.count, let base = bytes.baseAddress {
      let hit = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      let end = hit.map { UnsafeRawPointer($0) - base } ?? bytes.count
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }
}
