import NearDuplicates
import Testing

@testable import DedupeIndex

/// A closed index with all kinds of files, and what it holds.
private struct Sample {
  let disk = SimulatedDisk()
  let options: IndexOptions
  private(set) var model = IndexModel()
  let files: [String]

  init() throws {
    options = .small(disk, documents: 12)
    let index = try DocumentIndex.create(
      at: "index", parameters: SampleEntries.parameters, options: options)
    for number in 0..<57 {
      _ = try index.append(SampleEntries.entry(number))
      model.append(number)
      if number % 10 == 9 {
        try index.remove(UInt64(number - 3))
        model.remove(UInt64(number - 3))
      }
    }
    try index.store(profile: .empty, generation: 3)
    try index.close()
    files = try disk.names(in: "index").map { "index/\($0)" }.sorted()
  }

  /// Expects that a changed file is told of by the check, and that reading is safe all the same.
  func expectFound(_ bytes: [UInt8], in file: String, _ comment: Comment) {
    let whole = disk.bytes(of: file)
    disk.setBytes(bytes, of: file)
    defer { disk.setBytes(whole, of: file) }
    let problems = DocumentIndex.problems(at: "index", fileSystem: disk)
    #expect(!problems.isEmpty, comment)
    #expect(problems.allSatisfy { $0.description.contains("index/") }, comment)
    guard let index = try? DocumentIndex(opening: "index", for: .reading, options: options) else {
      return
    }
    expectNothingWrong(in: index, comment)
  }

  /// A document is told as it was, or not at all.
  private func expectNothingWrong(in index: DocumentIndex, _ comment: Comment) {
    for ordinal in model.live {
      let entry = model.entries[Int(ordinal)].entry
      if let header = index.header(of: ordinal) {
        #expect(header.facts == entry.facts(ordinal), comment)
      }
      if let text = try? index.text(of: ordinal) { #expect(text == entry.document.text, comment) }
    }
    for family in PostingFamily.allCases {
      index.forEachPosting(of: Array(0..<20), in: family, newest: 5, oldest: 2) { _, ordinal in
        #expect(ordinal < UInt64(model.entries.count), comment)
      }
    }
  }
}

@Test("A flipped byte in any place of any file is found")
func flippedBytesAreFound() throws {
  let sample = try Sample()
  #expect(sample.files.contains { $0.contains("segment") })
  #expect(sample.files.contains { $0.contains("journal") })
  #expect(sample.files.contains { $0.contains("profile") })
  for file in sample.files where file != "index/lock" {
    let whole = sample.disk.bytes(of: file)
    let step = max(1, whole.count / 80)
    for place in Set(stride(from: 0, to: whole.count, by: step)).union(whole.indices.suffix(33)) {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      sample.expectFound(bytes, in: file, "\(file), byte \(place) of \(whole.count)")
    }
  }
}

@Test("A file that was cut short anywhere is found")
func truncatedFilesAreFound() throws {
  let sample = try Sample()
  for file in sample.files where file != "index/lock" {
    let whole = sample.disk.bytes(of: file)
    var lengths = Set(stride(from: 0, to: whole.count, by: 4096)).union([1, whole.count - 1])
    if file.contains("journal") { lengths.formUnion(entryEnds(whole).dropLast(2)) }
    for length in lengths.sorted() {
      sample.expectFound(Array(whole.prefix(length)), in: file, "\(file), cut to \(length) bytes")
      // Without the mark at its end a journal still has all that was synced.
      let isHarmless = file.contains("journal") && length >= whole.count - JournalEntry.headLength
      sample.disk.setBytes(Array(whole.prefix(length)), of: file)
      let index = try? DocumentIndex(opening: "index", for: .reading, options: sample.options)
      #expect((index != nil) == isHarmless, "\(file), cut to \(length) bytes")
      sample.disk.setBytes(whole, of: file)
    }
  }
}

/// Where the entries of a journal end.
private func entryEnds(_ bytes: [UInt8]) -> [Int] {
  bytes.withUnsafeBytes { bytes in
    var end = JournalHeader.length
    var ends = [end]
    while let entry = try? JournalEntry(in: bytes, at: end, journal: journalNumber(bytes)) {
      end += JournalEntry.length(payload: entry.payload.count)
      ends.append(end)
    }
    return ends
  }
}

private func journalNumber(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  (try? JournalHeader(bytes).number) ?? 0
}

@Test("A file that is gone is told of")
func missingFilesAreFound() throws {
  let sample = try Sample()
  for file in sample.files where file != "index/lock" {
    let inode = sample.disk.state.withLock { $0.names.removeValue(forKey: file) }
    #expect(!DocumentIndex.problems(at: "index", fileSystem: sample.disk).isEmpty, "\(file)")
    #expect(throws: IndexError.self, "\(file)") {
      try DocumentIndex(opening: "index", for: .writing, options: sample.options)
    }
    #expect(throws: IndexError.self, "\(file): nothing may be made in its place") {
      try DocumentIndex.create(
        at: "index", parameters: SampleEntries.parameters, options: sample.options)
    }
    sample.disk.state.withLock { $0.names[file] = inode }
  }
}

@Test("Random bytes in place of a file never stop the program")
func randomBytesAreSafe() throws {
  let sample = try Sample()
  var random = SplitMix(seed: 7)
  for file in sample.files where file != "index/lock" {
    let whole = sample.disk.bytes(of: file)
    for _ in 0..<12 {
      var bytes = whole
      let begin = Int(random.next() % UInt64(whole.count))
      for place in begin..<min(whole.count, begin + 64) {
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      }
      sample.expectFound(bytes, in: file, "\(file), 64 random bytes from \(begin)")
    }
  }
}
