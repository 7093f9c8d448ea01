#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the bytes of a stream come from.
protocol StreamSource {
  /// The source as the user knows it.
  var shown: String { get }
  /// Appends what is there by now, or tells why there is nothing.
  ///
  /// It waits for the first byte, for so many milliseconds at most where they are given.
  mutating func read(into buffer: ByteBuffer, waiting milliseconds: Int32?)
    throws(SystemError) -> SourceState
}

/// What a source has to say.
enum SourceState: Equatable {
  /// Bytes were appended.
  case read
  /// Nothing came in time.
  case idle
  /// A signal came in between; the number is that of ``Wakeup``.
  case woken(Int32)
  /// The file goes on in another one, whose lines are counted from 1.
  case nextFile
  /// There will be no more.
  case end
}

/// Standard input, a pipe or a file: whatever a descriptor stands for.
struct DescriptorSource: StreamSource {
  let shown: String
  private let descriptor: Int32
  private let wakeup: Wakeup?

  init(_ descriptor: Int32 = 0, shown: String = "standard input", wakeup: Wakeup? = nil) {
    self.descriptor = descriptor
    self.shown = shown
    self.wakeup = wakeup
  }

  /// How much is read at once.
  static let pieceLength = 1 << 20

  mutating func read(
    into buffer: ByteBuffer, waiting milliseconds: Int32?
  ) throws(SystemError) -> SourceState {
    while true {
      var requests = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      if let wakeup {
        requests.append(pollfd(fd: wakeup.receiver, events: Int16(POLLIN), revents: 0))
      }
      let count = poll(&requests, nfds_t(requests.count), milliseconds ?? -1)
      if count < 0, errno != EINTR { throw .last }
      if let number = wakeup?.take() { return .woken(number) }
      if count == 0 { return .idle }
      guard count > 0, requests[0].revents != 0 else { continue }
      let got = buffer.fillOnce(from: descriptor, upTo: Self.pieceLength)
      if got > 0 { return .read }
      if got == 0 { return .end }
      // Whoever made it non-blocking may have taken what poll told of.
      if errno != EAGAIN, errno != EINTR { throw .last }
    }
  }
}
