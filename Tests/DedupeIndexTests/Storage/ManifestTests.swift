import Testing

@testable import DedupeIndex

private var sample: Manifest {
  var manifest = Manifest(parameters: SampleEntries.parameters)
  var dead = DeadSet()
  dead.insert(3)
  dead.insert(130)
  manifest.segments = [
    .init(number: 4, length: 999, checksum: 17, dead: dead),
    .init(number: 9, length: 1_000, checksum: 18, dead: DeadSet()),
  ]
  manifest.nextSegment = 10
  manifest.nextOrdinal = 1 << 40
  manifest.newestSeconds = -5
  manifest.firstJournal = 6
  manifest.durableJournal = 7
  manifest.durableLength = 4_711
  manifest.profile = .init(generation: 0, length: 10, checksum: 11)
  return manifest
}

@Test("A manifest is read as it was written")
func manifestsComeBack() throws {
  #expect(try Manifest(sample.bytes, file: "manifest") == sample)
  let empty = Manifest(parameters: IndexParameters())
  #expect(try Manifest(empty.bytes, file: "manifest") == empty)
}

@Test("Manifests that are cut, changed, foreign or of a later version are refused as that")
func wrongManifestsAreRefused() throws {
  let bytes = sample.bytes
  for length in 0..<bytes.count {
    #expect(throws: IndexError.self) { try Manifest(Array(bytes.prefix(length)), file: "m") }
  }
  for place in bytes.indices {
    var changed = bytes
    changed[place] ^= 0x10
    #expect(throws: IndexError.self) { try Manifest(changed, file: "m") }
  }
  #expect(throws: IndexError.foreign(file: "m")) {
    try Manifest(Array("a text that someone put here".utf8), file: "m")
  }
}

@Test("A manifest of another version is refused by its number", arguments: [1, 3])
func manifestOfAnotherVersionIsRefused(version: Int) {
  var writer = ByteWriter()
  writer.append(Manifest.magic)
  writer.append(UInt32(version))
  writer.append(Array("what nobody reads".utf8))
  writer.append(writer.bytes.checksum)
  let error: IndexError =
    version < formatVersion
    ? .older(file: "m", version: version, supported: 2)
    : .newer(file: "m", version: version, supported: 2)
  #expect(throws: error) { try Manifest(writer.bytes, file: "m") }
}
