import NearDuplicates

/// What came of a record and an earlier document when their texts were compared.
struct Judgement {
  var ordinal: Ordinal
  var relation: Relation?
  var score: Double
  /// Whether shared words are enough for the match, without shared facts.
  var isCopied = true
}

/// Compares the texts of a record with those of earlier documents, and remembers what it read.
struct Judge {
  private let settings: FilterSettings
  private var reader: TextReader
  private var verifier: Verifier
  private var cache: RecentlyUsed<HeldDocument>
  private var shingleStore: ShingleStore
  /// The record that is being judged.
  private var record: Record?
  /// How many pairs were compared.
  private(set) var comparisons = 0
  private var readingsMade = 0

  /// A document as the verification sees it, and what else tells it from others.
  private struct HeldDocument {
    /// The document without its text.
    var document: Document
    var read: ReadDocument

    /// Bytes it takes, roughly: 41 a word were measured, and the text.
    var bytes: Int { read.text.utf8.count + 41 * read.reading.count + 1024 }
  }

  private struct Record {
    let prepared: PreparedRecord
    var reading: HeldDocument?
    var judgements: [Ordinal: Judgement] = [:]
  }

  init(settings: FilterSettings, profile: Profile) {
    self.settings = settings
    reader = TextReader(profile: profile)
    verifier = Verifier(scoring: settings.detection.preset.scoring)
    cache = RecentlyUsed(capacity: settings.readingsMemory)
    shingleStore = ShingleStore(capacity: settings.readingsMemory)
  }

  /// Goes on with another profile: nothing that was read by the old one is of use.
  mutating func change(to profile: Profile) {
    reader = TextReader(profile: profile)
    cache.removeAll()
  }

  /// How many texts were read back from the index.
  var textsRead: Int { readingsMade + shingleStore.textsRead }

  /// Bytes of the readings that are held, roughly.
  var memory: Int { cache.bytes + shingleStore.memory }

  // MARK: A record

  /// Turns to a record.
  mutating func begin(_ prepared: PreparedRecord) {
    record = Record(prepared: prepared)
  }

  /// Keeps the reading of the record, where one was made, under the ordinal it has got.
  mutating func end(as ordinal: Ordinal?) {
    if let ordinal, let reading = record?.reading { hold(reading, for: ordinal) }
    record = nil
  }

  /// Compares the record with a document; nil where it is no longer in the index.
  ///
  /// What was compared before is remembered.
  mutating func judge(
    against ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> Judgement? {
    if let known = record?.judgements[ordinal] { return known }
    guard let (a, b, _) = try pair(ordinal, in: index) else { return nil }
    comparisons += 1
    let verdict = verifier.verdict(a, b)
    let judgement = Judgement(
      ordinal: ordinal, relation: verdict.relation, score: verdict.score,
      isCopied: verdict.isCopied)
    record?.judgements[ordinal] = judgement
    return judgement
  }

  /// The Jaccard similarity of the record and a document.
  mutating func jaccard(
    with ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> Double {
    comparisons += 1
    let other = try shingleStore.shingles(of: ordinal, in: index)
    return ShingleOverlap(record?.prepared.digest.shingles ?? [], other).jaccard
  }

  /// Takes note of a judgement that needed no reading.
  mutating func note(_ judgement: Judgement) {
    record?.judgements[judgement.ordinal] = judgement
  }

  /// The two texts side by side.
  mutating func evidence(
    with ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> FilterEvidence? {
    guard let (a, b, recordIsEarlier) = try pair(ordinal, in: index),
      var original = try reading(of: ordinal, in: index)?.document
    else { return nil }
    original.text = recordIsEarlier ? b.text : a.text
    return FilterEvidence(
      original: original, comparison: verifier.comparison(a, b, verifier.verdict(a, b)),
      recordIsEarlier: recordIsEarlier)
  }

  // MARK: Readings

  /// The record and a document, the earlier first, and whether that is the record.
  private mutating func pair(
    _ ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> (ReadDocument, ReadDocument, Bool)? {
    guard let other = try reading(of: ordinal, in: index), let own = readingOfRecord() else {
      return nil
    }
    let recordIsEarlier = own.document.precedes(other.document)
    return recordIsEarlier ? (own.read, other.read, true) : (other.read, own.read, false)
  }

  private mutating func readingOfRecord() -> HeldDocument? {
    if let reading = record?.reading { return reading }
    guard let document = record?.prepared.incoming.document else { return nil }
    let reading = read(document)
    record?.reading = reading
    return reading
  }

  private mutating func reading(
    of ordinal: Ordinal, in index: DocumentIndex
  ) throws(IndexError) -> HeldDocument? {
    if let held = cache.value(of: ordinal) { return held }
    guard let header = index.header(of: ordinal) else { return nil }
    readingsMade += 1
    let reading = read(header.document(text: try index.text(of: ordinal)))
    hold(reading, for: ordinal)
    return reading
  }

  private mutating func read(_ document: Document) -> HeldDocument {
    var shell = document
    shell.text = ""
    return HeldDocument(document: shell, read: ReadDocument(document, reader: &reader))
  }

  private mutating func hold(_ reading: HeldDocument, for ordinal: Ordinal) {
    cache.insert(reading, bytes: reading.bytes, for: ordinal)
  }
}
