import Testing

@testable import NearDuplicates

struct PassageIndexTests {
  private func groups(_ index: PassageIndex, _ range: Range<Int>) -> [UInt64: [UInt32]] {
    var groups: [UInt64: [UInt32]] = [:]
    for group in range { groups[index.hashes[group]] = Array(index.documents(of: group)) }
    return groups
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [2, 3, 5, 50])
  func `groups the documents of every repeated fingerprint`(seed: UInt64, cap: Int) {
    var planted = PlantedRuns(seed: seed, documents: 25)
    let digests = Digests(of: planted.texts())
    let index = PassageIndex(digests, cap: cap)
    var expected: [UInt64: [UInt32]] = [:]
    for document in 0..<digests.count {
      for hash in digests.fingerprintSet(of: document) {
        expected[hash, default: []].append(UInt32(document))
      }
    }
    expected = expected.filter { $0.value.count > 1 }
    #expect(index.fingerprintGroups == expected.count, "seed \(seed)")
    #expect(groups(index, 0..<index.fingerprintGroups) == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [2, 3, 5])
  func `windows around frequent fingerprints are shared by few`(seed: UInt64, cap: Int) {
    var planted = PlantedRuns(seed: seed, documents: 25)
    let texts = planted.texts()
    let index = PassageIndex(Digests(of: texts), cap: cap)
    let windows = NaiveRuns(texts, length: PassageIndex.guaranteedRun)
    #expect(index.count > index.fingerprintGroups, "seed \(seed)")
    for group in index.fingerprintGroups..<index.count {
      let documents = Array(index.documents(of: group))
      #expect((2...cap).contains(documents.count))
      #expect(documents == Set(documents).sorted())
      // A window that was reached in some of its documents is in all of these for certain.
      #expect(windows.contains { Set(documents).isSubset(of: $0) }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `tasks, pages and the order of reading make no difference`(seed: UInt64) async {
    var planted = PlantedRuns(seed: seed, documents: 24)
    let texts = planted.texts()
    let whole = PassageIndex(Digests(of: texts), cap: 3)
    var random = SplitMix(seed: seed)
    let read = Array(texts.indices).shuffled(using: &random)
    let pages = [0..<1, 1..<9, 9..<9, 9..<24].map { read[$0].map { texts[$0] } }
    let order = texts.indices.compactMap { text in read.firstIndex(of: text).map { UInt32($0) } }
    let digests = Digests(pages: pages, order: order)
    for tasks in [1, 3] {
      var digests = digests
      let parts = await PassageIndex.parts(taking: &digests, cap: 3, tasks: tasks)
      let index = PassageIndex(joining: parts, cap: 3)
      #expect(index.hashes == whole.hashes && index.documents == whole.documents, "seed \(seed)")
      #expect(index.groupStarts == whole.groupStarts, "seed \(seed)")
      #expect(index.fingerprintGroups == whole.fingerprintGroups, "seed \(seed)")
    }
  }

  @Test func `nothing is indexed of documents that share nothing`() {
    var random = SplitMix(seed: 2)
    let texts = (0..<20).map { place in
      (0..<100).map { "t\(place)w\($0)" }.shuffled(using: &random).joined(separator: " ")
    }
    let index = PassageIndex(Digests(of: texts + ["", "…"]), cap: 50)
    #expect(index.count == 0)
    #expect(index.documents.isEmpty)
  }

  @Test func `a stretch that one document repeats makes no group`() {
    let stretch = (0..<20).map { "w\($0)" }.joined(separator: " ")
    #expect(PassageIndex(Digests(of: [stretch + " " + stretch]), cap: 50).count == 0)
  }
}
