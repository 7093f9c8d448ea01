@testable import DedupeIndex

extension SimulatedDisk {
  /// The disk as it may be after a power cut now: all that was synced, and a random part of what
  /// was not: any of the writes, in any order, each cut into blocks of 512 or 4,096 bytes of which
  /// any may be missing; any of the changes of names.
  func afterPowerCut(_ random: inout SplitMix) -> SimulatedDisk {
    let disk = SimulatedDisk()
    let old = state.withLock { $0 }
    var copies: [ObjectIdentifier: Inode] = [:]
    func survivor(_ inode: Inode) -> Inode {
      if let copy = copies[ObjectIdentifier(inode)] { return copy }
      let copy = inode.afterPowerCut(&random)
      copies[ObjectIdentifier(inode)] = copy
      return copy
    }
    var names = old.durableNames
    // In some runs most survives, in others almost nothing.
    let share = [0, 10, 50, 90, 100][Int(random.next() % 5)]
    for change in old.pendingNames where random.next() % 100 < share {
      switch change {
      case .link(let name, let inode): names[name] = inode
      case .unlink(let name, let inode): if names[name] === inode { names[name] = nil }
      case .rename(let name, let other, let inode):
        if names[name] === inode { names[name] = nil }
        names[other] = inode
      }
    }
    var survivors: [String: Inode] = [:]
    for name in names.keys.sorted() { survivors[name] = names[name].map { survivor($0) } }
    disk.state.withLock { [survivors] state in
      state.folders = old.folders
      state.names = survivors
      state.durableNames = survivors
    }
    return disk
  }
}

extension SimulatedDisk.Inode {
  fileprivate func afterPowerCut(_ random: inout SplitMix) -> SimulatedDisk.Inode {
    let copy = SimulatedDisk.Inode()
    copy.durable = durable
    let share = [0, 10, 50, 90, 100][Int(random.next() % 5)]
    let blockSize = random.next() % 2 == 0 ? 512 : 4096
    var changes = pending
    if random.next() % 2 == 0 { changes.shuffle(using: &random) }
    for change in changes {
      switch change {
      case .truncate:
        if random.next() % 100 < share { apply(change, to: &copy.durable) }
      case .write(let offset, let new):
        for block in Self.blocks(of: offset..<offset + new.count, blockSize)
        where random.next() % 100 < share {
          let part = Array(new[block.lowerBound - offset..<block.upperBound - offset])
          apply(.write(block.lowerBound, part), to: &copy.durable)
        }
      }
    }
    copy.bytes = copy.durable
    return copy
  }

  /// A range of a file cut at multiples of the block size.
  private static func blocks(of range: Range<Int>, _ size: Int) -> [Range<Int>] {
    stride(from: range.lowerBound / size * size, to: range.upperBound, by: size).map {
      ($0..<$0 + size).clamped(to: range)
    }
  }
}

/// A small random generator whose numbers depend on its seed alone.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
