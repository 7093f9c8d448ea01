import Testing

@testable import DedupeIndex

/// A journal with a header and entries of some lengths, all but the last synced.
private func journal(_ lengths: [Int]) -> [UInt8] {
  var writer = ByteWriter()
  writer.append(JournalHeader(number: 7, firstOrdinal: 0, previousLength: 0).bytes)
  for length in lengths {
    JournalEntry.encode(.removal, journal: 7, durable: writer.count, into: &writer) {
      for byte in 0..<length { $0.append(UInt8(truncatingIfNeeded: byte)) }
    }
  }
  return writer.bytes
}

private func scan(_ bytes: [UInt8], number: UInt64 = 7) -> (entries: Int, end: Int, durable: Int) {
  bytes.withUnsafeBytes {
    let scan = JournalScan($0, from: JournalHeader.length, journal: number)
    return (scan.entries.count, scan.end, scan.durable)
  }
}

@Test("A journal is read up to its end, or to the first entry that is not whole")
func journalsAreReadUpToATear() {
  let bytes = journal([0, 1, 8, 100])
  #expect(scan(bytes).entries == 4)
  #expect(scan(bytes).end == bytes.count)
  for length in JournalHeader.length..<bytes.count {
    let cut = scan(Array(bytes.prefix(length)))
    #expect(cut.entries < 4)
    #expect(cut.end <= length)
  }
}

@Test("What follows a torn entry tells that it had been synced")
func journalsTellWhatWasSynced() {
  let bytes = journal([16, 16, 16])
  let second = JournalHeader.length + JournalEntry.length(payload: 16)
  var torn = bytes
  torn[second + 40] ^= 1
  #expect(scan(torn).entries == 1)
  #expect(scan(torn).end == second)
  // The third entry was written when the second was synced.
  #expect(scan(torn).durable > second)
  torn = bytes
  torn[second + JournalEntry.length(payload: 16) + 40] ^= 1
  #expect(scan(torn).entries == 2)
  #expect(scan(torn).durable <= scan(torn).end)
}

@Test("Entries of another journal are none")
func entriesOfOtherJournalsAreNone() {
  #expect(scan(journal([3, 4]), number: 8).entries == 0)
}
