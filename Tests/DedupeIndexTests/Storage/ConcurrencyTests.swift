import Synchronization
import Testing

@testable import DedupeIndex

/// One thread appends, removes and syncs, and housekeeping has its own; others look up through the
/// same index, and through readers of their own.
@Test("Readers beside a writer always see whole documents and a prefix of what was appended")
func readersBesideAWriter() async throws {
  let disk = SimulatedDisk()
  let options = IndexOptions.small(disk, documents: 16, .background)
  let index = try DocumentIndex.create(
    at: "index", parameters: SampleEntries.parameters, options: options)
  let total = 600
  let writing = Writing()
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { writing.isDone.store(true, ordering: .releasing) }
      for number in 0..<total {
        _ = try index.append(SampleEntries.entry(number))
        if number % 50 == 49 { try index.remove(UInt64(number - 7)) }
        if number % 9 == 0 { try index.sync() }
        if number % 20 == 0 { await Task.yield() }
      }
    }
    group.addTask {
      var random = SplitMix(seed: 1)
      while !writing.isDone.load(ordering: .acquiring) {
        expectConsistent(index, &random)
        await Task.yield()
      }
    }
    group.addTask {
      var random = SplitMix(seed: 2)
      let reader = try DocumentIndex(opening: "index", for: .reading, options: options)
      while !writing.isDone.load(ordering: .acquiring) {
        let before = reader.nextOrdinal
        try reader.refresh()
        #expect(reader.nextOrdinal >= before)
        expectConsistent(reader, &random)
        await Task.yield()
      }
    }
    try await group.waitForAll()
  }
  try index.close()
  #expect(index.check().isEmpty)
  let reader = try DocumentIndex(opening: "index", for: .reading, options: options)
  #expect(reader.nextOrdinal == UInt64(total))
  #expect(reader.count == total - total / 50)
}

/// Whether the writer of a test is done.
private final class Writing: Sendable {
  let isDone = Atomic(false)
}

/// What is found is what was appended, whatever happens meanwhile.
private func expectConsistent(_ index: DocumentIndex, _ random: inout SplitMix) {
  let end = index.nextOrdinal
  guard end > 0 else { return }
  for _ in 0..<20 {
    let ordinal = random.next() % end
    guard let header = index.header(of: ordinal) else { continue }
    let entry = SampleEntries.entry(Int(ordinal))
    #expect(header.id == entry.id)
    // It may have been removed or expired in between.
    if let text = try? index.text(of: ordinal) { #expect(text == entry.document.text) }
    if let sketch = index.sketch(of: ordinal) { #expect(sketch == entry.sketch) }
    expectFound(ordinal, entry, in: index)
  }
}

private func expectFound(_ ordinal: Ordinal, _ entry: IndexEntry, in index: DocumentIndex) {
  for family in PostingFamily.allCases {
    for key in entry.keys[family.rawValue].prefix(2) {
      var found: [Ordinal] = []
      index.forEachPosting(of: key, in: family) { found.append($0) }
      #expect(found == Array(Set(found)).sorted(), "rising, each once")
      #expect(found.contains(ordinal) || index.header(of: ordinal) == nil)
    }
  }
}

@Test("Disk and memory stay flat while a window moves on")
func diskStaysFlatWithAWindow() throws {
  let disk = SimulatedDisk()
  var options = IndexOptions.small(disk, documents: 20)
  options.fanOut = 4
  let index = try DocumentIndex.create(
    at: "index", parameters: SampleEntries.parameters, options: options)
  let window = 200
  var early = (bytes: 0, memory: 0)
  var late = (bytes: 0, memory: 0)
  for number in 0..<2_400 {
    var entry = SampleEntries.entry(number % 100)
    entry.seconds = Int64(number)
    _ = try index.append(entry)
    if number % 20 == 19 { _ = try index.expire(before: Int64(number - window)) }
    let info = index.info()
    if (400..<800).contains(number) {
      early = (max(early.bytes, info.bytes), max(early.memory, info.memoryBytes))
    } else if number >= 800 {
      late = (max(late.bytes, info.bytes), max(late.memory, info.memoryBytes))
    }
  }
  #expect(index.count >= window && index.count <= window + 20)
  #expect(Double(late.bytes) < 1.1 * Double(early.bytes))
  #expect(Double(late.memory) < 1.1 * Double(early.memory))
  #expect(index.info().segments < 20)
}
