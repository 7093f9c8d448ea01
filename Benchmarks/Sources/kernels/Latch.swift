import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds one thread back until another says so.
final class Latch: Sendable {
  private let isOpen = Atomic(false)

  /// Lets the waiting thread go on.
  func open() { isOpen.store(true, ordering: .releasing) }

  /// Sleeps until the latch is open; asks every half millisecond, which a whole run does not feel.
  func wait() {
    while !isOpen.load(ordering: .acquiring) { usleep(500) }
  }
}
