import ArgumentParser
import DedupeFormats
import DedupeIndex
import NearDuplicates

/// `dedupe index info`: what an index holds and takes.
struct IndexInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show what an index holds and takes, and how it was made.")

  @OptionGroup var index: IndexArgument

  @Option(help: "How it is put out: text or json.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let opened = try OpenIndex.forReading(at: index.path)
    let files = try OutputFiles(report: nil, force: false)
    switch format {
    case .json: try files.write(json(opened.info()))
    case .text:
      var page = files.page(color: display.color)
      draw(opened.info(), on: &page)
      try files.write(page)
    }
  }

  private func draw(_ info: IndexInfo, on page: inout Page) {
    page.line(Span("Index \(index.path.printable)", .heading))
    let rows = [
      ("documents", info.documents.grouped, "that can be found"),
      ("gone", info.deadDocuments.grouped, "removed or expired, not yet cleared away"),
      ("newest", newest(info), "date of a document, or its arrival"),
      ("disk", "\(info.bytes.grouped) bytes", perDocument(info)),
      ("segments", info.segments.grouped, "sorted files"),
      ("journal", "\(info.journalBytes.grouped) bytes", "not yet in a segment"),
      ("profile", info.generation.map { "generation \($0)" } ?? "none", "boilerplate and words"),
    ]
    for (name, value, meaning) in rows {
      page.line(
        Span("  \(name.fitted(to: 12))"), Span(value.fitted(to: 24), .strong),
        Span(meaning, .faint))
    }
    page.line("")
    page.line(Span("Made with", .heading))
    for (name, value) in info.parameters.pairs {
      page.line(Span("  \(name.fitted(to: 16))"), Span(value, .strong))
    }
  }

  private func newest(_ info: IndexInfo) -> String {
    info.newestSeconds.map { String(Timestamp(seconds: $0).description.prefix(10)) } ?? "none"
  }

  private func perDocument(_ info: IndexInfo) -> String {
    let count = info.documents + info.deadDocuments
    return count > 0 ? "\((info.bytes / count).grouped) a document" : ""
  }

  private func json(_ info: IndexInfo) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("documents", info.documents)
      $0.field("dead_documents", info.deadDocuments)
      $0.field("appended", Int(info.appended))
      $0.field("newest", info.newestSeconds.map { Timestamp(seconds: $0).description })
      $0.field("bytes", info.bytes)
      $0.field("segments", info.segments)
      $0.field("segment_bytes", info.segmentBytes)
      $0.field("journal_bytes", info.journalBytes)
      $0.field("generation", info.generation)
      $0.key("parameters")
      $0.object { object in
        for (name, value) in info.parameters.pairs { object.field(named: name, value) }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}
