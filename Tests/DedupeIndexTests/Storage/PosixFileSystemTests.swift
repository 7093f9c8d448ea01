import Testing

@testable import DedupeIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Calls `body` with a folder that goes with all that is in it.
private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = try TemporaryFolder()
  try withExtendedLifetime(folder) { try body(folder.path) }
}

@Test("An index on a real disk answers as a list does, in the background, after reopening")
func indexWorksOnADisk() throws {
  try withFolder { folder in
    var options = IndexOptions()
    options.documentsInMemory = 16
    options.fanOut = 2
    var model = IndexModel()
    let index = try DocumentIndex.create(
      at: "\(folder)/index", parameters: SampleEntries.parameters, options: options)
    for number in 0..<200 {
      _ = try index.append(SampleEntries.entry(number))
      model.append(number)
    }
    model.expectSame(in: index, "on disk")
    #expect(throws: IndexError.locked(path: "\(folder)/index", process: Int(getpid()))) {
      try DocumentIndex(opening: "\(folder)/index", for: .writing, options: options)
    }
    try index.close()
    let reader = try DocumentIndex(opening: "\(folder)/index", for: .reading, options: options)
    model.expectSame(in: reader, "reopened")
    #expect(reader.check().isEmpty)
    #expect(reader.info().bytes > 0)
  }
}

@Test("Calls that fail tell the file and the system's reason")
func failingCallsAreNamed() throws {
  let fileSystem = PosixFileSystem()
  do {
    _ = try fileSystem.open("/nonexistent/file", .reading)
    Issue.record("it should fail")
  } catch {
    #expect(
      error.description
        == "/nonexistent/file: opening failed: no such file or directory; check the path")
    #expect(error.isMissingFile)
  }
  #expect(throws: IndexError.self) { try fileSystem.makeFolder("/nonexistent/folder") }
  #expect(throws: IndexError.self) { try fileSystem.names(in: "/nonexistent") }
  #expect(throws: IndexError.self) { try fileSystem.map("/nonexistent/file") }
  #expect(try !fileSystem.exists("/nonexistent/file"))
}
