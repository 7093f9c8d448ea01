import NearDuplicates
import Synchronization

/// A record with all that can be made of it without the index.
///
/// A class, for it is handed on many times and has some thirty references to count.
final class PreparedRecord: Sendable {
  let incoming: IncomingRecord
  let digest: RecordDigest
  let entry: IndexEntry

  init(incoming: IncomingRecord, digest: RecordDigest, entry: IndexEntry) {
    self.incoming = incoming
    self.digest = digest
    self.entry = entry
  }
}

/// Reads records and packs their texts ahead of the decisions, on other threads where there are
/// any.
final class Preparation: Sendable {
  private let settings: FilterSettings
  private let profile: Profile
  /// Readers that are not at work: making one takes as long as reading a record.
  private let readers = Mutex<[RecordReader]>([])

  init(settings: FilterSettings, profile: Profile) {
    self.settings = settings
    self.profile = profile
  }

  /// How many records a task takes at a time.
  private static let taskSize = 16

  /// Hands over the records in their order, some at a time, until a closure says no.
  ///
  /// While the closure works, the next ones are prepared by other tasks.
  func prepare(
    _ records: ArraySlice<IncomingRecord>, threads: Int,
    _ take: ([PreparedRecord]) -> Bool
  ) async {
    let pieces = stride(from: records.startIndex, to: records.endIndex, by: Self.taskSize).map {
      records[$0..<min($0 + Self.taskSize, records.endIndex)]
    }
    guard threads > 1, pieces.count > 1 else {
      for piece in pieces where !take(prepared(piece)) { return }
      return
    }
    await withTaskGroup(of: (Int, [PreparedRecord]).self) { group in
      var next = 0
      var waiting: [Int: [PreparedRecord]] = [:]
      func startNext() {
        guard next < pieces.count else { return }
        let index = next
        next += 1
        group.addTask { (index, self.prepared(pieces[index])) }
      }
      for _ in 0..<threads * 2 { startNext() }
      for index in pieces.indices {
        while waiting[index] == nil, let (done, records) = await group.next() {
          waiting[done] = records
        }
        startNext()
        guard let records = waiting.removeValue(forKey: index), take(records) else {
          group.cancelAll()
          return
        }
      }
    }
  }

  private func prepared(_ records: ArraySlice<IncomingRecord>) -> [PreparedRecord] {
    var reader =
      readers.withLock { $0.popLast() }
      ?? RecordReader(preset: settings.detection.preset, profile: profile)
    defer { readers.withLock { [reader] in $0.append(reader) } }
    return records.map { record in
      let digest = reader.digest(record)
      return PreparedRecord(
        incoming: record, digest: digest, entry: entry(of: record, digest))
    }
  }

  private func entry(of record: IncomingRecord, _ digest: RecordDigest) -> IndexEntry {
    var document = record.document
    if !settings.keepsTexts { document.text = "" }
    let week = PostingKeys.week(of: record.moment.dayNumber)
    var entry = IndexEntry(
      id: record.id, document: document, arrival: record.arrival, seconds: record.moment,
      identity: digest.identity, wordCount: UInt32(clamping: digest.wordCount),
      fingerprintCount: UInt32(clamping: digest.fingerprintCount),
      keys: [
        digest.bands, digest.fingerprints,
        digest.words.map { PostingKeys.word($0.word, week: week) }, [],
      ])
    entry.packText()
    return entry
  }
}
