import NearDuplicates

/// The ids of the documents so far, to tell which are doubled.
///
/// A set of strings would take a tenth of the time that loading takes: it hashes for an adversary
/// and compares by Unicode's rules. Ids of ASCII are equal where their bytes are, so that a hash of
/// these finds the document with which an id might be shared. With the first other id, which may
/// equal one that is written otherwise, even one of ASCII, all go into a set.
struct DocumentIDs {
  /// For the hash of an id, one more than the index of the first document that has it.
  private var documents = FrequencyTable()
  /// Ids of ASCII whose hash another id had before: none, if nobody makes them up.
  private var colliding: Set<String> = []
  /// All ids, once one is not ASCII.
  private var all: Set<String>?

  /// Adds the id of the document that comes next, or returns false where an earlier one has it.
  mutating func insert(_ id: String, of earlier: [Document]) -> Bool {
    if all == nil, !id.utf8.allSatisfy({ $0 < 0x80 }) { all = Set(earlier.map(\.id)) }
    if all != nil { return all?.insert(id).inserted ?? false }
    var id = id
    let hash = id.withUTF8 { xxh3($0.baseAddress, $0.count) }
    let first = documents[hash]
    guard first > 0 else {
      documents.set(hash, to: UInt32(earlier.count + 1))
      return true
    }
    return earlier[Int(first) - 1].id == id ? false : colliding.insert(id).inserted
  }
}
