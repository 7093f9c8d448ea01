/// A set of hashes with open addressing, which holds one list after the other and tells what other
/// lists have in common with it.
///
/// A place holds the round in which it was filled and an index into the elements, 4 bytes: the
/// table of a text of a thousand words stays in the first cache beside its shingles. What was filled
/// in an earlier round is free, so that nothing is cleared in between.
struct DistinctTable {
  /// How many distinct elements are held.
  private(set) var count = 0

  private var places = [UInt32](repeating: 0, count: 4096)
  /// The round, in the bits above those of an index.
  private var round: UInt32 = 0
  /// The elements that are held, each once, in their order; behind them those of the list that is
  /// being compared which are not.
  private var elements: [UInt64] = []
  /// For each element 1 if the list that is being compared has it, else 0.
  private var isMet: [UInt8] = []
  /// The places of what is not held, to be freed after the comparison.
  private var borrowed: [UInt32] = []

  /// Holds the elements of a list, with repetitions or without, instead of what was held.
  ///
  /// Complexity: O(*n*).
  mutating func hold(_ list: UnsafeBufferPointer<UInt64>) {
    count = 0
    makeRoom(for: list.count)
    if elements.count < list.count { elements.resize(to: list.count, with: 0) }
    count = withHandle { table in
      var count = 0
      for hash in list {
        let place = table.place(of: hash)
        // Written where it is known, too: the next one writes over it.
        table.elements[count] = hash
        if table.isFilled(place) { continue }
        table.fill(place, with: count)
        count &+= 1
      }
      return count
    }
  }

  /// How many distinct elements another list has, and how many of these are held.
  ///
  /// Near copies have what they share in the same order, so that the element behind the last one
  /// that was found is tried first: of ten lookups nine are no more than that.
  ///
  /// Complexity: O(*n*).
  mutating func compare(_ list: UnsafeBufferPointer<UInt64>) -> (count: Int, common: Int) {
    makeRoomBeside(list.count)
    isMet.resize(to: 0, with: 0)
    isMet.resize(to: count, with: 0)
    borrowed.resize(to: max(borrowed.count, list.count), with: 0)
    let held = count
    let round = round
    return places.withUnsafeMutableBufferPointer { places in
      elements.withUnsafeMutableBufferPointer { elements in
        isMet.withUnsafeMutableBufferPointer { isMet in
          borrowed.withUnsafeMutableBufferPointer { borrowed in
            Self.compare(
              list, Handle(places: places, elements: elements, round: round), held, isMet, borrowed)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func compare(
    _ list: UnsafeBufferPointer<UInt64>, _ table: Handle, _ held: Int,
    _ isMet: UnsafeMutableBufferPointer<UInt8>, _ borrowed: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, common: Int) {
    var (index, next, strange) = (0, 0, 0)
    while index < list.count {
      let run = table.run(of: list, from: index, at: next, to: held)
      for element in next..<next &+ run { isMet[element] = 1 }
      index &+= run
      next &+= run
      guard index < list.count else { break }
      let place = table.place(of: list[index])
      if table.isFilled(place) {
        // One that was strange before has no run behind it.
        next = min(held, table.index(at: place))
        index &+= next < held ? 0 : 1
      } else {
        table.elements[held &+ strange] = list[index]
        table.fill(place, with: held &+ strange)
        borrowed[strange] = UInt32(truncatingIfNeeded: place)
        strange &+= 1
        index &+= 1
      }
    }
    // In any order: what is free again was free before all of them.
    for place in borrowed[..<strange] { table.free(Int(place)) }
    let common = isMet.reduce(0) { $0 &+ Int($1) }
    return (common &+ strange, common)
  }

  /// Begins a round with four places for each element, so that few have to look at a second one.
  private mutating func makeRoom(for count: Int) {
    let step = UInt32(places.count)
    if places.count < count * 4 || round > .max - 2 * step {
      var size = places.count
      while size < count * 4 { size *= 2 }
      places = [UInt32](repeating: 0, count: size)
      round = 0
    }
    round += UInt32(places.count)
  }

  /// Sees to it that so many more elements leave a quarter of the places free.
  private mutating func makeRoomBeside(_ other: Int) {
    let total = count + other
    if places.count * 3 < total * 4 {
      let held = count
      makeRoom(for: total)
      withHandle { table in
        for index in 0..<held { table.fill(table.place(of: table.elements[index]), with: index) }
      }
    }
    if elements.count < total { elements.resize(to: total, with: 0) }
  }

  /// Calls a closure with the memory of the table.
  @inline(__always)
  private mutating func withHandle<Result>(_ body: (Handle) -> Result) -> Result {
    let round = round
    return places.withUnsafeMutableBufferPointer { places in
      elements.withUnsafeMutableBufferPointer { elements in
        body(Handle(places: places, elements: elements, round: round))
      }
    }
  }

  /// The memory of a table in one round.
  private struct Handle {
    let places: UnsafeMutableBufferPointer<UInt32>
    let elements: UnsafeMutableBufferPointer<UInt64>
    let round: UInt32

    /// The bits of an index, which are those of a place.
    @inline(__always)
    private var mask: UInt32 { UInt32(truncatingIfNeeded: places.count &- 1) }

    /// The place that holds a hash in this round, or the free one for it.
    @inline(__always)
    func place(of hash: UInt64) -> Int {
      let mask = places.count &- 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while isFilled(place), elements[index(at: place)] != hash { place = (place &+ 1) & mask }
      return place
    }

    /// How many elements of a list from an index on are those that are held, in their order, from
    /// another index on.
    @inline(__always)
    func run(
      of list: UnsafeBufferPointer<UInt64>, from index: Int, at first: Int, to end: Int
    ) -> Int {
      let longest = min(list.count &- index, end &- first)
      var run = 0
      while run &+ 4 <= longest {
        let (one, other) = (index &+ run, first &+ run)
        let differences =
          (list[one] ^ elements[other]) | (list[one &+ 1] ^ elements[other &+ 1])
          | (list[one &+ 2] ^ elements[other &+ 2]) | (list[one &+ 3] ^ elements[other &+ 3])
        if differences != 0 { break }
        run &+= 4
      }
      while run < longest, list[index &+ run] == elements[first &+ run] { run &+= 1 }
      return run
    }

    /// Whether a place was filled in this round.
    @inline(__always)
    func isFilled(_ place: Int) -> Bool { places[place] & ~mask == round }

    /// The index of the element at a place.
    @inline(__always)
    func index(at place: Int) -> Int { Int(places[place] & mask) }

    /// Frees a place that was filled in this round.
    @inline(__always)
    func free(_ place: Int) { places[place] = 0 }

    @inline(__always)
    func fill(_ place: Int, with index: Int) {
      places[place] = round | UInt32(truncatingIfNeeded: index)
    }
  }
}
