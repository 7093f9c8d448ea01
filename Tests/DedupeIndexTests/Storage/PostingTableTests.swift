import Testing

@testable import DedupeIndex

@Test("A table of postings finds what a dictionary finds", arguments: 1...8)
func postingTableFindsLikeADictionary(seed: UInt64) {
  var random = SplitMix(seed: seed)
  var table = PostingTable(minimumSlots: 4)
  var twin: [UInt64: [UInt32]] = [:]
  for document in 0..<UInt32(300) {
    // Some keys in many documents, most in one, some twice in the same.
    let keys = (0..<12).map { _ in
      PostingKey(random.next() % (random.next() % 2 == 0 ? 40 : 1 << 50))
    }
    table.insert(keys, document)
    for key in Set(keys.map(\.value)) { twin[key, default: []].append(document) }
  }
  let keys = twin.keys.sorted().map { PostingKey(stored: $0) } + [PostingKey(.max)]
  var found: [UInt64: [UInt32]] = [:]
  table.forEachList(of: keys) { found[keys[$0].value] = Array($1) }
  #expect(found == twin)
  #expect(table.count == twin.values.reduce(0) { $0 + $1.count })
  let postings = twin.flatMap { key, documents in documents.map { key << 24 | UInt64($0) } }
  #expect(table.sorted() == postings.sorted())
}

@Test("A radix sort by 40 bits leaves the order of equals")
func radixSortIsStable() {
  var random = SplitMix(seed: 3)
  let values = (0..<5_000).map { _ in
    random.next() % 3 == 0 ? random.next() % 100 << 24 : random.next()
  }
  var sorted = values
  sortByUpper40Bits(&sorted)
  let twin = values.enumerated().sorted {
    ($0.element >> 24, $0.offset) < ($1.element >> 24, $1.offset)
  }
  #expect(sorted == twin.map(\.element))
}

@Test("Different keys stay different, also where only their high or low bits differ")
func postingKeysSpread() {
  let keys = (0..<64).map { PostingKey(1 << $0) } + (0..<5_000).map { PostingKey($0) }
  // 1, 2, 4 and so on to 4,096 stand among the numbers too.
  #expect(Set(keys.map(\.value)).count == keys.count - 13)
  #expect(keys.allSatisfy { $0.value < 1 << 40 })
}
