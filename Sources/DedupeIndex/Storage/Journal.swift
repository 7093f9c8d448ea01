/// A journal that is being written: entries are gathered in memory, written in large pieces, and
/// made to last by a sync of the file.
///
/// A write that fails leaves the gathered entries where they are; the next attempt writes them to
/// the same place.
struct Journal {
  /// How much is gathered before it is written.
  private static let pieceSize = 256 << 10

  let number: UInt64
  let file: any StorageFile
  private var gathered = ByteWriter()
  /// Bytes of the file that are written.
  private var written: Int
  /// Bytes of the file that survive a power cut.
  private(set) var durable: Int
  /// Where the last entry that is no mark ends: a sync need not cover marks.
  private(set) var end: Int

  /// Makes a new journal; nothing of it is written yet.
  init(creating header: JournalHeader, as file: any StorageFile) {
    number = header.number
    self.file = file
    gathered.append(header.bytes)
    written = 0
    durable = 0
    end = JournalHeader.length
  }

  /// Goes on with a journal that was read up to `end`.
  init(number: UInt64, file: any StorageFile, end: Int) {
    self.number = number
    self.file = file
    written = end
    durable = 0
    self.end = end
  }

  /// Bytes, written or not.
  private var length: Int { written + gathered.count }

  /// Whether a sync would have something to do.
  var isSynced: Bool { durable >= end }

  /// Appends an entry, and hands its payload back for a look.
  ///
  /// Where an error is thrown the entry was not appended.
  mutating func append(
    _ kind: JournalKind, _ encode: (inout ByteWriter) -> Void,
    then use: (UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    if gathered.count >= Self.pieceSize { try write() }
    let begin = gathered.count
    var payloadEnd = begin
    JournalEntry.encode(kind, journal: number, durable: durable, into: &gathered) { writer in
      encode(&writer)
      payloadEnd = writer.count
    }
    let payload = begin + JournalEntry.headLength..<payloadEnd
    do throws(IndexError) {
      try gathered.bytes.withRawBytes { bytes throws(IndexError) in
        try use(UnsafeRawBufferPointer(rebasing: bytes[payload]))
      }
    } catch {
      gathered.removeLast(gathered.count - begin)
      throw error
    }
    end = length
  }

  /// Hands what is gathered to the system.
  mutating func write() throws(IndexError) {
    guard gathered.count > 0 else { return }
    try file.write(gathered.bytes, at: written)
    written += gathered.count
    gathered.removeAll()
  }

  /// Notes that the file was synced when it had at least a length.
  mutating func didSync(to length: Int) { durable = max(durable, length) }

  /// Notes in the file how far it is synced, without a sync of its own.
  ///
  /// By it, bytes that change later are told from a write that a crash cut short.
  mutating func mark() {
    JournalEntry.encode(.mark, journal: number, durable: durable, into: &gathered) { _ in }
    // Where this fails, the mark is written with what comes next.
    do throws(IndexError) { try write() } catch {}
  }
}

/// What is found in a journal, up to the first entry that is none.
struct JournalScan {
  private(set) var entries: [JournalEntry] = []
  /// Where the last whole entry ends.
  private(set) var end: Int
  /// Why nothing could be read beyond, nil where the file ends there.
  private(set) var tear: Damage?
  /// How much was synced, as the entries behind it say: zero or more.
  private(set) var durable = 0

  /// Reads entries from an offset on; the bytes must outlive the scan.
  init(_ bytes: UnsafeRawBufferPointer, from offset: Int, journal: UInt64) {
    end = offset
    while end < bytes.count {
      do throws(Damage) {
        let entry = try JournalEntry(in: bytes, at: end, journal: journal)
        entries.append(entry)
        durable = max(durable, entry.durable)
        end += JournalEntry.length(payload: entry.payload.count)
      } catch {
        tear = error
        break
      }
    }
    if tear != nil { lookBehind(bytes, journal) }
  }

  /// Entries behind a tear count for nothing, but for what they say of the bytes before them.
  private mutating func lookBehind(_ bytes: UnsafeRawBufferPointer, _ journal: UInt64) {
    for offset in stride(from: (end + 8) & ~7, to: bytes.count, by: 8) {
      guard let entry = try? JournalEntry(in: bytes, at: offset, journal: journal) else { continue }
      durable = max(durable, entry.durable)
    }
  }
}
