import Testing

@testable import DedupeIndex

/// The power goes at a random call, in a random state of what was not synced; three times in a row.
@Test("After a power cut a prefix is there, whole, and all that was synced", arguments: 0..<16)
func indexSurvivesPowerCuts(batch: Int) throws {
  for seed in batch * 25..<(batch + 1) * 25 {
    var random = SplitMix(seed: UInt64(seed))
    var disk = SimulatedDisk()
    let documents = 2 + Int(random.next() % 7)
    _ = try DocumentIndex.create(
      at: "index", parameters: SampleEntries.parameters,
      options: .small(disk, documents: documents))
    var workload = Workload()
    for round in 1...3 {
      try runUntilPowerCut(disk, documents, &workload, &random)
      disk = disk.afterPowerCut(&random)
      let index = try open(disk, documents, "seed \(seed), power cut \(round)")
      try workload.expectPrefix(in: index, "seed \(seed), power cut \(round)")
    }
  }
}

private func runUntilPowerCut(
  _ disk: SimulatedDisk, _ documents: Int, _ workload: inout Workload, _ random: inout SplitMix
) throws {
  disk.set(.powerCut, atCall: disk.calls + 1 + Int(random.next() % 60))
  do {
    let index = try DocumentIndex(
      opening: "index", for: .writing,
      options: .small(
        disk, documents: documents,
        [.inline, .postponed, .postponed, .background][Int(random.next() % 4)]))
    try workload.run(index, changes: 60, &random)
    try index.close()
  } catch {
    #expect(disk.state.withLock { $0.isOff }, "only the power cut stops it: \(error)")
  }
}

private func open(
  _ disk: SimulatedDisk, _ documents: Int, _ comment: Comment
) throws -> DocumentIndex {
  do {
    return try DocumentIndex(
      opening: "index", for: .writing, options: .small(disk, documents: documents))
  } catch {
    Issue.record("\(comment): \(error)")
    throw error
  }
}

@Test("A creation that a power cut stops leaves an index or a folder that one can be made in")
func creationSurvivesPowerCuts() throws {
  for seed in 0..<60 {
    var random = SplitMix(seed: UInt64(seed))
    let disk = SimulatedDisk()
    disk.set(.powerCut, atCall: 1 + seed % 12)
    _ = try? DocumentIndex.create(
      at: "index", parameters: SampleEntries.parameters, options: .small(disk))
    let after = disk.afterPowerCut(&random)
    let index: DocumentIndex
    if let opened = try? DocumentIndex(
      opening: "index", for: .writing, options: .small(after))
    {
      index = opened
    } else {
      index = try DocumentIndex.create(
        at: "index", parameters: SampleEntries.parameters, options: .small(after))
    }
    #expect(try index.append(SampleEntries.entry(1)) == 0, "seed \(seed)")
    #expect(index.parameters == SampleEntries.parameters, "seed \(seed)")
  }
}
