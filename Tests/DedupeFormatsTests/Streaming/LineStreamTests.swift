#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Testing

@testable import DedupeFormats

/// The two ends of a pipe, closed with it.
final class PipeEnds {
  let reading: Int32
  private(set) var writing: Int32

  init() {
    var ends: [Int32] = [0, 0]
    precondition(pipe(&ends) == 0, "no pipe")
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    finish()
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(systemWrite(writing, bytes) == bytes.count, "the pipe is full")
  }

  func finish() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  write(descriptor, bytes, bytes.count)
}

extension LineStream.Event {
  /// The lines of a chunk, or what else there is to say, in words.
  var told: String {
    switch self {
    case .lines(let chunk): chunk.withBytes { String(decoding: $0, as: UTF8.self) }
    case .idle: "idle"
    case .signal(let number): "signal \(number)"
    case .end: "end"
    case .failure(let problem): problem.description
    }
  }

  var chunk: LineChunk? { if case .lines(let chunk) = self { chunk } else { nil } }
}

/// Bytes that come at once.
private struct BytesSource: StreamSource {
  var bytes: [UInt8]
  let shown = "pipe"

  mutating func read(into buffer: ByteBuffer, waiting milliseconds: Int32?) -> SourceState {
    if bytes.isEmpty { return .end }
    buffer.append(bytes)
    bytes = []
    return .read
  }
}

struct LineStreamTests {
  private let ends = PipeEnds()

  private func stream(longestLine: Int = 1_000, wakeup: Wakeup? = nil) -> LineStream {
    LineStream(
      DescriptorSource(ends.reading, shown: "pipe", wakeup: wakeup), longestLine: longestLine)
  }

  @Test func handsOnWhatCameWithoutWaitingForMore() {
    let stream = stream()
    ends.send("a\nb\nc")
    #expect(stream.event(waiting: 1_000).told == "a\nb\n")
    #expect(stream.event(waiting: 1).told == "idle", "the third line has no end yet")
    ends.send("d\n")
    #expect(stream.event(waiting: 1_000).told == "cd\n")
  }

  @Test func endsALastLineWithoutALineEnd() {
    let stream = stream()
    ends.send("a\nb")
    ends.finish()
    #expect(stream.event().told == "a\n")
    let last = stream.event()
    #expect(last.told == "b")
    #expect(last.chunk?.firstLine == 2)
    #expect(last.chunk?.endsLine == true)
    #expect(stream.event().told == "end")
  }

  @Test(arguments: [
    ([0x28, 0xB5, 0x2F, 0xFD], "pipe: the stream is compressed; decompress it first: … | zstd"),
    ([0xFF, 0xFE], "pipe: the stream is UTF-16, not UTF-8; convert it first: … | iconv"),
  ])
  func refusesWhatHoldsNoRecords(magic: [UInt8], message: String) {
    var source = BytesSource(bytes: magic + Array("\nsome bytes\n".utf8))
    #expect(LineStream(source, longestLine: 100).event().told.hasPrefix(message))
    source.bytes = Array("{\n".utf8) + magic
    #expect(LineStream(source, longestLine: 100).event().told == "{\n", "only the first bytes tell")
  }

  @Test func countsLines() {
    let stream = stream()
    ends.send("a\nb\n")
    #expect(stream.event().chunk?.firstLine == 1)
    ends.send("c\n")
    #expect(stream.event().chunk?.firstLine == 3)
  }

  @Test func letsALineThatIsTooLongPassInPieces() {
    let stream = stream(longestLine: 4)
    ends.send("abcdef")
    let first = stream.event()
    #expect(first.told == "abcdef")
    #expect(first.chunk?.endsLine == false)
    #expect(first.chunk?.beginsInsideLine == false)
    ends.send("g\nh\n")
    let rest = stream.event()
    #expect(rest.told == "g\nh\n")
    #expect(rest.chunk?.beginsInsideLine == true)
    #expect(rest.chunk?.firstLine == 1, "it goes on with the first line")
  }

  @Test func tellsSignalsBeforeMoreLines() throws {
    let wakeup = try #require(Wakeup())
    let stream = stream(wakeup: wakeup)
    ends.send("a\n")
    var number: UInt8 = 15
    write(wakeup.sender, &number, 1)
    #expect(stream.event().told == "signal 15")
    #expect(stream.event().told == "a\n")
  }

  @Test func tellsWhyItCannotRead() {
    let directory = TemporaryDirectory()
    let descriptor = open(directory.path, O_RDONLY)
    defer { close(descriptor) }
    let stream = LineStream(DescriptorSource(descriptor, shown: "pipe"))
    #expect(stream.event().told.hasPrefix("pipe: is a directory"))
  }
}
