import Testing

@testable import DedupeIndex

@Test("A table of postings finds what a dictionary finds", arguments: 1...8)
func postingTableFindsLikeADictionary(seed: UInt64) {
  var random = SplitMix(seed: seed)
  let table = PostingTable(minimumSlots: 4)
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

@Test("Different keys stay different, also where only their high or low bits differ")
func postingKeysSpread() {
  let keys = (0..<64).map { PostingKey(1 << $0) } + (0..<5_000).map { PostingKey($0) }
  // 1, 2, 4 and so on to 4,096 stand among the numbers too.
  #expect(Set(keys.map(\.value)).count == keys.count - 13)
  #expect(keys.allSatisfy { $0.value < 1 << 40 })
}
