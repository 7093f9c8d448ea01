/// Compares texts as sets of shingles, text after text.
struct ShingleSets {
  private var shingler = TextShingler()
  private var table = DistinctTable()

  /// The distinct shingles of a text in UTF-8, and a hash of its sequence of tokens.
  mutating func distinct(
    of utf8: UnsafeBufferPointer<UInt8>
  ) -> (shingles: [UInt64], identity: UInt64) {
    shingler.withShingles(of: utf8) { shingles, tokens in
      (table.distinct(shingles), tokens.identity)
    }
  }

  /// The Jaccard similarity of sets without repetitions, 0 where both are empty.
  ///
  /// Complexity: O(*n* + *m*).
  mutating func jaccard(_ one: [UInt64], _ other: [UInt64]) -> Double {
    let common = table.countCommon(one, other)
    let union = one.count + other.count - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }
}

/// A set of hashes with open addressing that is used for one list after the other.
///
/// A place counts only where its round is the current one, so that nothing is cleared in between.
struct DistinctTable {
  private struct Place {
    var hash: UInt64 = 0
    var round: UInt32 = 0
  }

  private var places = [Place](repeating: Place(), count: 4096)
  private var round: UInt32 = 0

  /// The elements of a list, each once, in their order.
  mutating func distinct(_ list: UnsafeBufferPointer<UInt64>) -> [UInt64] {
    begin(list.count)
    let round = round
    return places.withUnsafeMutableBufferPointer { places in
      [UInt64](unsafeUninitializedCapacity: list.count) { target, count in
        for hash in list {
          let place = Self.place(of: hash, in: places, round)
          if places[place].round == round { continue }
          places[place] = Place(hash: hash, round: round)
          target.initializeElement(at: count, to: hash)
          count &+= 1
        }
      }
    }
  }

  /// How many elements two lists without repetitions have in common.
  mutating func countCommon(_ one: [UInt64], _ other: [UInt64]) -> Int {
    begin(one.count)
    let round = round
    return places.withUnsafeMutableBufferPointer { places in
      for hash in one {
        places[Self.place(of: hash, in: places, round)] = Place(hash: hash, round: round)
      }
      var common = 0
      for hash in other where places[Self.place(of: hash, in: places, round)].round == round {
        common &+= 1
      }
      return common
    }
  }

  private mutating func begin(_ count: Int) {
    if places.count < count * 2 || round == .max {
      var size = places.count
      while size < count * 2 { size *= 2 }
      places = [Place](repeating: Place(), count: size)
      round = 0
    }
    round += 1
  }

  /// The place that holds a hash in this round, or the free one for it.
  @inline(__always)
  private static func place(
    of hash: UInt64, in places: UnsafeMutableBufferPointer<Place>, _ round: UInt32
  ) -> Int {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place].round == round, places[place].hash != hash { place = (place &+ 1) & mask }
    return place
  }
}
