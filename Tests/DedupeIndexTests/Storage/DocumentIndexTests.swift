import NearDuplicates
import Testing

@testable import DedupeIndex

private func make(_ disk: SimulatedDisk, _ path: String = "index") throws -> DocumentIndex {
  try DocumentIndex.create(
    at: path, parameters: SampleEntries.parameters, options: .small(disk))
}

@Test("One process writes, and a second one is told which")
func secondWriterIsRefused() throws {
  let disk = SimulatedDisk()
  let index = try make(disk)
  #expect(throws: IndexError.locked(path: "index", process: 42)) {
    try DocumentIndex(opening: "index", for: .writing, options: .small(disk))
  }
  _ = try DocumentIndex(opening: "index", for: .reading, options: .small(disk))
  try index.close()
  let second = try DocumentIndex(opening: "index", for: .writing, options: .small(disk))
  #expect(throws: IndexError.readOnly(path: "index")) { try index.sync() }
  _ = try second.append(SampleEntries.entry(1))
}

@Test("Other parameters are refused by name")
func otherParametersAreRefused() throws {
  let disk = SimulatedDisk()
  try make(disk).close()
  let wanted = IndexParameters(["slots": "8", "seed": "1"], sketchLength: 8)
  do {
    _ = try DocumentIndex(
      opening: "index", for: .reading, expecting: wanted, options: .small(disk))
    Issue.record("it should be refused")
  } catch {
    #expect(
      error.description
        == "index: the index was made with other parameters: seed is not set in the index and 1 "
        + "here, shingle-size is 5 in the index and not set here, slots is 4 in the index and 8 "
        + "here; run with those of the index, or build another index")
  }
}

@Test("There must be an index to open, and none to make")
func placesAreChecked() throws {
  let disk = SimulatedDisk()
  #expect(throws: IndexError.missing(path: "index")) {
    try DocumentIndex(opening: "index", for: .writing, options: .small(disk))
  }
  try make(disk).close()
  #expect(throws: IndexError.exists(path: "index")) { try make(disk) }
}

@Test("A reader changes nothing, and a document that is gone is named")
func readersOnlyRead() throws {
  let disk = SimulatedDisk()
  let index = try make(disk)
  let ordinal = try index.append(SampleEntries.entry(1))
  try index.sync()
  let reader = try DocumentIndex(opening: "index", for: .reading, options: .small(disk))
  let calls = disk.calls
  #expect(throws: IndexError.readOnly(path: "index")) {
    try reader.append(SampleEntries.entry(2))
  }
  #expect(throws: IndexError.readOnly(path: "index")) { try reader.remove(ordinal) }
  #expect(throws: IndexError.noDocument(path: "index", ordinal: 9)) { try reader.text(of: 9) }
  #expect(disk.calls == calls)
  try index.remove(ordinal)
  #expect(throws: IndexError.noDocument(path: "index", ordinal: 0)) { try index.remove(ordinal) }
  try index.sync()
  #expect(reader.contains(ordinal))
  try reader.refresh()
  #expect(!reader.contains(ordinal))
}

@Test("A profile is stored with its generation, and the last one counts")
func profilesAreKept() throws {
  let disk = SimulatedDisk()
  let index = try make(disk)
  #expect(index.profile() == nil)
  try index.store(profile: .empty, generation: 1)
  try index.store(profile: .empty, generation: 2)
  try index.close()
  let reader = try DocumentIndex(opening: "index", for: .reading, options: .small(disk))
  #expect(reader.profile()?.generation == 2)
  #expect(reader.profile()?.profile == .empty)
  #expect(reader.info().generation == 2)
  #expect(try disk.names(in: "index").filter { $0.hasPrefix("profile") } == ["profile-2"])
}

@Test("Ids are told apart by type, and found again, oldest first")
func idsAreFound() throws {
  let index = try make(SimulatedDisk())
  for (number, id) in ["42", "\"42\"", "42"].enumerated() {
    var entry = SampleEntries.entry(number)
    entry.id = Array(id.utf8)
    _ = try index.append(entry)
  }
  #expect(index.ordinals(ofID: Array("42".utf8)) == [0, 2])
  #expect(index.ordinals(ofID: Array("\"42\"".utf8)) == [1])
  #expect(index.ordinals(ofID: Array("43".utf8)).isEmpty)
}

@Test("A sketch of another length is refused")
func sketchesHaveOneLength() throws {
  let index = try make(SimulatedDisk())
  var entry = SampleEntries.entry(1)
  entry.sketch.append(0)
  #expect(throws: IndexError.sketchLength(9, expected: 8)) { try index.append(entry) }
  #expect(index.count == 0)
}

@Test("A text packed ahead is stored like any other")
func packedTextsAreStored() throws {
  let index = try make(SimulatedDisk())
  var entry = SampleEntries.entry(13)
  entry.packText()
  let ordinal = try index.append(entry)
  #expect(try index.text(of: ordinal) == entry.document.text)
}
