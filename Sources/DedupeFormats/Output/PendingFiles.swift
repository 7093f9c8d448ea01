#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// The unfinished files of this process, in a form that a signal handler may read at any instant:
/// a fixed row of pointers to C strings, each stored in one step.
enum PendingFiles {
  private typealias Slot = Atomic<UnsafeMutablePointer<CChar>?>

  private static let slotCount = 16

  private struct Slots: @unchecked Sendable {
    let first: UnsafeMutablePointer<Slot>

    init() {
      first = .allocate(capacity: slotCount)
      for index in 0..<slotCount { (first + index).initialize(to: Slot(nil)) }
    }
  }

  private static let slots = Slots()

  /// Registers a file and returns its slot, or nil where all are taken.
  ///
  /// The name is never freed: a handler may be reading it. It is some bytes an output.
  static func add(_ path: Path) -> Int? {
    guard let name = path.withCString({ strdup($0) }) else { return nil }
    for index in 0..<slotCount {
      let outcome = slots.first[index].compareExchange(
        expected: nil, desired: name, ordering: .acquiringAndReleasing)
      if outcome.exchanged { return index }
    }
    return nil
  }

  /// Takes a file that is finished or removed off the row.
  static func remove(_ slot: Int?) {
    if let slot { slots.first[slot].store(nil, ordering: .releasing) }
  }

  /// The registered files, for tests.
  static var names: [String] {
    (0..<slotCount).compactMap { slots.first[$0].load(ordering: .acquiring) }
      .map { String(cString: $0) }
  }

  /// Unlinks every registered file.
  ///
  /// Nothing here allocates or locks once ``slots`` exists.
  static func unlinkAll() {
    for index in 0..<slotCount {
      if let name = slots.first[index].load(ordering: .acquiring) { unlink(name) }
    }
  }
}
