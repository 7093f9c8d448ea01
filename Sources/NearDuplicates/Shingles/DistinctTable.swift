/// A set of hashes with open addressing that is used for one list after the other.
///
/// A place holds the round in which it was filled and an index into the list, 4 bytes: the table of
/// a text of a thousand words stays in the first cache beside its shingles. What was filled in an
/// earlier round is free, so that nothing is cleared in between.
struct DistinctTable {
  private var places = [UInt32](repeating: 0, count: 2048)
  /// The round, in the bits above those of an index.
  private var round: UInt32 = 0
  /// The bits of an index: one more than tell the places apart.
  private var indexMask: UInt32 = 0x7FF

  /// The elements of a list, each once, in their order.
  mutating func distinct(_ list: UnsafeBufferPointer<UInt64>) -> [UInt64] {
    begin(list.count)
    let (round, indexMask) = (round, indexMask)
    return places.withUnsafeMutableBufferPointer { places in
      [UInt64](unsafeUninitializedCapacity: list.count) { target, count in
        let held = UnsafeBufferPointer(target)
        for hash in list {
          let place = Self.place(of: hash, in: places, held, round, indexMask)
          if places[place] & ~indexMask == round { continue }
          places[place] = round | UInt32(truncatingIfNeeded: count)
          target.initializeElement(at: count, to: hash)
          count &+= 1
        }
      }
    }
  }

  /// Holds a list without repetitions instead of what was held.
  mutating func fill(_ list: [UInt64]) {
    begin(list.count)
    let (round, indexMask) = (round, indexMask)
    places.withUnsafeMutableBufferPointer { places in
      list.withUnsafeBufferPointer { list in
        for index in list.indices {
          let place = Self.place(of: list[index], in: places, list, round, indexMask)
          places[place] = round | UInt32(truncatingIfNeeded: index)
        }
      }
    }
  }

  /// How many elements a list without repetitions has in common with that which is held.
  mutating func countCommon(_ held: [UInt64], _ other: [UInt64]) -> Int {
    let (round, indexMask) = (round, indexMask)
    return places.withUnsafeMutableBufferPointer { places in
      held.withUnsafeBufferPointer { held in
        var common = 0
        for hash in other {
          let place = Self.place(of: hash, in: places, held, round, indexMask)
          common &+= places[place] & ~indexMask == round ? 1 : 0
        }
        return common
      }
    }
  }

  private mutating func begin(_ count: Int) {
    let step = indexMask + 1
    if places.count < count * 2 || round > .max - step {
      var size = places.count
      while size < count * 2 { size *= 2 }
      places = [UInt32](repeating: 0, count: size)
      indexMask = UInt32(size - 1)
      round = 0
    }
    round += indexMask + 1
  }

  /// The place that holds a hash in this round, or the free one for it.
  @inline(__always)
  private static func place(
    of hash: UInt64, in places: UnsafeMutableBufferPointer<UInt32>,
    _ held: UnsafeBufferPointer<UInt64>, _ round: UInt32, _ indexMask: UInt32
  ) -> Int {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] & ~indexMask == round, held[Int(places[place] & indexMask)] != hash {
      place = (place &+ 1) & mask
    }
    return place
  }
}
