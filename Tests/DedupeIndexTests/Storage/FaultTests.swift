import Testing

@testable import DedupeIndex

/// Every call on the disk fails once, with an error of the disk or for want of room.
@Test("A call that fails costs nothing that was acknowledged", arguments: [Int32(5), 28])
func everyCallMayFail(code: Int32) throws {
  var call = 1
  while try survivesFailure(atCall: call, code: code, call % 2 == 0 ? .inline : .postponed) {
    call += 1
  }
  #expect(call > 100, "the run makes many calls")
}

/// Returns whether there was such a call.
private func survivesFailure(
  atCall call: Int, code: Int32, _ maintenance: IndexOptions.Maintenance
) throws -> Bool {
  let disk = SimulatedDisk()
  let options = IndexOptions.small(disk, documents: 4, maintenance)
  var index = try DocumentIndex.create(
    at: "index", parameters: SampleEntries.parameters, options: options)
  let calls = disk.calls
  disk.set(.failure(code: code), atCall: calls + call)
  var model = IndexModel()
  for number in 0..<24 {
    try persist(&index, options) { index in
      let ordinal = try index.append(SampleEntries.entry(number))
      #expect(ordinal == UInt64(number))
    }
    model.append(number)
    if number % 7 == 6 {
      try persist(&index, options) { try $0.remove(UInt64(number / 2)) }
      model.remove(UInt64(number / 2))
    }
    if number % 3 == 2 { try persist(&index, options) { try $0.sync() } }
    if number == 18 { try persist(&index, options) { try $0.compact() } }
  }
  try persist(&index, options) { try $0.close() }
  let comment: Comment = "failing call \(call), code \(code), \(maintenance)"
  let reopened = try DocumentIndex(opening: "index", for: .reading, options: options)
  model.expectSame(in: reopened, comment)
  #expect(reopened.check().isEmpty, comment)
  return disk.calls > calls + call
}

/// Does something, and once more where it failed; after a failed sync on the index opened again.
private func persist(
  _ index: inout DocumentIndex, _ options: IndexOptions, _ body: (DocumentIndex) throws -> Void
) throws {
  do {
    try body(index)
  } catch IndexError.system("syncing", _, _)
    where index.writer?.state.withLock({ $0.hasFailed }) ?? false
  {
    #expect(throws: IndexError.failed(path: "index")) { try index.sync() }
    // The power did not go: what was written is there.
    index.abandon()
    index = try DocumentIndex(opening: "index", for: .writing, options: options)
    try body(index)
  } catch IndexError.system {
    try body(index)
  }
}

@Test("A disk that fills up is told of, and nothing is lost that was acknowledged")
func diskMayFill() throws {
  for room in stride(from: 200, to: 60_000, by: 3_000) {
    let disk = SimulatedDisk()
    let options = IndexOptions.small(disk, documents: 6)
    let index = try DocumentIndex.create(
      at: "index", parameters: SampleEntries.parameters, options: options)
    disk.setCapacity(disk.size + room)
    var model = IndexModel()
    var error: IndexError?
    while error == nil {
      error = attempt(index, &model)
    }
    #expect(error?.description.contains("free some space") == true, "\(room) bytes")
    model.expectSame(in: index, "full at \(room)")
    disk.setCapacity(.max)
    while model.entries.count < 60, attempt(index, &model) == nil {}
    try index.close()
    let reopened = try DocumentIndex(opening: "index", for: .writing, options: options)
    model.expectSame(in: reopened, "reopened at \(room)")
    #expect(reopened.check().isEmpty, "\(room)")
  }
}

/// Appends and syncs; the error of the first that fails.
private func attempt(_ index: DocumentIndex, _ model: inout IndexModel) -> IndexError? {
  do throws(IndexError) {
    _ = try index.append(SampleEntries.entry(model.entries.count))
    model.append(model.entries.count)
    try index.sync()
    return nil
  } catch {
    return error
  }
}

extension DocumentIndex {
  /// Lets go of the lock, as the end of the process would.
  func abandon() { writer?.state.withLock { $0.unlock() } }
}
