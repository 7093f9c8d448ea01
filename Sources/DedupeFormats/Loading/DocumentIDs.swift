import NearDuplicates

/// The ids of the documents so far, to tell which are doubled.
///
/// A set of strings would take a tenth of the time that loading takes: it hashes for an adversary
/// and compares by Unicode's rules. Ids of ASCII are equal where their bytes are, so that a hash of
/// these finds the document with which an id might be shared. With the first other id, which may
/// equal one that is written otherwise, even one of ASCII, all go into a set.
struct DocumentIDs {
  /// For each place, the upper half of the hash of an id and one more than the index of the first
  /// document that has it; 0 where the place is free.
  private var places = [UInt64](repeating: 0, count: 64)
  private var used = 0
  /// All ids, once one is not ASCII.
  private var all: Set<String>?

  /// Adds the id of the document that comes next, or returns false where an earlier one has it.
  mutating func insert(_ id: String, of earlier: some Loadable) -> Bool {
    if all == nil, !id.utf8.allSatisfy({ $0 < 0x80 }) {
      all = Set((0..<earlier.count).map { earlier.id(of: $0) })
      places = []
    }
    if all != nil { return all?.insert(id).inserted ?? false }
    var id = id
    let hash = id.withUTF8 { xxh3($0.baseAddress, $0.count) }
    if used * 3 >= places.count * 2 { grow() }
    var place = Self.start(of: hash, in: places.count)
    while places[place] != 0 {
      let first = Int(places[place] & 0xFFFF_FFFF) - 1
      if places[place] >> 32 == hash >> 32, earlier.id(of: first) == id { return false }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(earlier.count + 1)
    used += 1
    return true
  }

  /// Only the upper half is kept, so that it alone says where to look.
  private static func start(of hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: places.count * 2)
    for entry in places where entry != 0 {
      var place = Self.start(of: entry, in: larger.count)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = entry
    }
    places = larger
  }
}
