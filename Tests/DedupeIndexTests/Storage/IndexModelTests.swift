import Testing

@testable import DedupeIndex

@Test("An index answers as a list does, through segments, merges and reopening", arguments: 1...12)
func indexAnswersLikeAList(seed: Int) throws {
  var random = SplitMix(seed: UInt64(seed))
  let disk = SimulatedDisk()
  var model = IndexModel()
  let options = IndexOptions.small(disk, documents: 3 + seed)
  var index = try DocumentIndex.create(
    at: "index", parameters: SampleEntries.parameters, options: options)
  for number in 0..<160 {
    let ordinal = try index.append(SampleEntries.entry(number))
    model.append(number)
    #expect(ordinal == UInt64(number))
    try alter(&index, &model, options, &random)
  }
  model.expectSame(in: index, "seed \(seed)")
  try index.compact()
  model.expectSame(in: index, "seed \(seed), compacted")
  #expect(index.info().segments <= 1)
  #expect(index.info().deadDocuments == 0)
  #expect(index.check().isEmpty)
}

private func alter(
  _ index: inout DocumentIndex, _ model: inout IndexModel, _ options: IndexOptions,
  _ random: inout SplitMix
) throws {
  switch random.next() % 40 {
  case 0...3:
    guard let victim = model.live.randomElement(using: &random) else { return }
    try index.remove(victim)
    model.remove(victim)
  case 4:
    let moment = Int64(random.next() % UInt64(model.entries.count)) * 1800
    #expect(try index.expire(before: moment) == model.expire(before: moment))
  case 5: try index.sync()
  case 6: model.expectSame(in: index, "after \(model.entries.count)")
  case 7...8:
    try index.close()
    index = try DocumentIndex(opening: "index", for: .writing, options: options)
    model.expectSame(in: index, "reopened after \(model.entries.count)")
  case 9:
    try index.sync()
    let reader = try DocumentIndex(opening: "index", for: .reading, options: options)
    model.expectSame(in: reader, "read after \(model.entries.count)")
  case 10: try index.compact()
  default: break
  }
}
