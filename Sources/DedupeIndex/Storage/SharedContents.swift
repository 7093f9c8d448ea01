import Synchronization

/// The contents of an index behind a lock, for those who read, write and keep house.
///
/// The lock is held for lookups in memory and for exchanging segments, never for work on the disk.
final class SharedContents: Sendable {
  private let contents: Mutex<IndexContents>

  init(_ contents: sending IndexContents) { self.contents = Mutex(contents) }

  @inline(__always)
  func withLock<Value, Failure: Error>(
    _ body: (inout sending IndexContents) throws(Failure) -> sending Value
  ) throws(Failure) -> sending Value {
    try contents.withLock(body)
  }
}
