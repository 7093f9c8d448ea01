import NearDuplicates

/// Makes a document of a plain-text file.
struct TextFile {
  private var decoder = TextDecoder()
  private let dates: DateParser
  /// What becomes of the texts.
  private let intake: TextIntake

  init(dates: DateParser, intake: TextIntake = TextIntake()) {
    self.dates = dates
    self.intake = intake
  }

  /// Adds the document of a file's bytes to a batch.
  mutating func parse(_ bytes: UnsafeRawBufferPointer, into batch: inout Batch) {
    decoder.reset()
    let text = decoder.text(of: bytes)
    if text.isEmpty {
      batch.report(
        .warning, cause: "the file is empty", remedy: "the document is kept and stands alone")
    }
    if bytes.beginsWithMarkup {
      batch.report(
        .warning, cause: "the file holds markup",
        remedy: "tags are compared as words; extract the article's text")
    }
    if decoder.foundInvalidBytes {
      batch.report(
        .warning, cause: "the file holds invalid UTF-8",
        remedy: "each bad sequence was read as U+FFFD; write the file as UTF-8")
    }
    let head = TextHead(of: text, dates: dates)
    let document = Document(
      id: batch.file.name, title: head.title, text: intake.keepsTexts ? text : "",
      source: head.source, date: head.date, url: head.url)
    batch.records.append(LoadedRecord(document: document, bytes: 0..<bytes.count))
    intake.sketch(text)
  }
}
