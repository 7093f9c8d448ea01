import ArgumentParser
import DedupeFormats
import DedupeIndex
import NearDuplicates

/// `dedupe index query`: asks whether articles carry a report that is known, and adds none.
struct IndexQueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask which articles carry a report that the index knows; nothing is added.",
    discussion: "It works beside a filter that writes to the index.")

  @OptionGroup var index: IndexArgument

  @OptionGroup var sources: PathOptions

  @Option(help: "How the answers are put out: text or jsonl.")
  var format: QueryFormat = .text

  @Option(help: "The least score, 0 to 1, at which an article is a duplicate.")
  var threshold: Double?

  @Flag(help: "Add what a duplicate shares with its original: measures and passages (jsonl).")
  var evidence = false

  @Flag(help: "End with 1 if duplicates were found.")
  var exitCode = false

  @OptionGroup var profile: ProfileOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup(title: "Field names of records") var fields: FieldOptions

  @Flag(name: .shortAndLong, help: "No warnings; errors are still told.")
  var quiet = false

  enum QueryFormat: String, Sendable, CaseIterable, ExpressibleByArgument { case text, jsonl }

  mutating func validate() throws {
    if let threshold, !(0...1).contains(threshold) {
      throw ValidationError("--threshold is a score from 0 to 1, not \(threshold)")
    }
    try sources.requireInput()
  }

  func run() async throws {
    let opened = try OpenIndex.forReading(at: index.path)
    let filter = try OpenIndex.telling {
      try Filter(index: opened, settings: try settings(like: opened))
    }
    let output = OutputFile.standardOutput
    var pieces = CollectionPieces(
      sources.orStandardInput, filesFrom: sources.filesFrom, names: fields.names)
    var (asked, duplicates) = (0, 0)
    var piece = pieces.next()
    while let records = piece {
      let verdicts = try await verdicts(on: records, from: filter)
      asked += records.count
      duplicates += verdicts.count { $0.status == .duplicate }
      try output.write(zip(records, verdicts).flatMap { answer($0.document, $0.id, $1) })
      piece = pieces.next()
    }
    Complaints(log: pieces.log, quiet: quiet).tell()
    guard asked > 0 else {
      throw Failure("there was no article to ask for; give files, directories or - with articles")
    }
    try ExitStatus.afterReport(
      badInputs: pieces.log.errorCount > 0, duplicates: exitCode && duplicates > 0
    ).end()
  }

  /// What the index was made with need not be said again.
  private func settings(like index: DocumentIndex) throws -> FilterSettings {
    let preset = index.parameters["preset"].flatMap { Preset(rawValue: $0) } ?? .wire
    var detection = Settings(preset: preset)
    if let threshold { detection.threshold = threshold }
    detection.threads = threads.count
    var settings = FilterSettings(detection: detection)
    settings.keepsTexts = index.parameters["texts"] != "none"
    settings.profile = try profile.load()
    settings.givesEvidence = evidence && format == .jsonl
    let differences = index.parameters.differences(from: settings.indexParameters)
    guard differences.isEmpty else {
      throw IndexError.mismatch(path: index.path, differences: differences)
    }
    return settings
  }

  private func verdicts(
    on records: [CollectionPieces.Record], from filter: Filter
  ) async throws -> [FilterVerdict] {
    let arrival = Clock.secondsSince1970
    do {
      return try await filter.query(
        records.map { IncomingRecord(id: $0.id, document: $0.document, arrival: arrival) })
    } catch {
      throw Failure(error.description)
    }
  }

  private func answer(_ document: Document, _ id: [UInt8], _ verdict: FilterVerdict) -> [UInt8] {
    guard format == .jsonl else {
      return Array("\(document.id.printable): \(verdict.sentence)\n".utf8)
    }
    var writer = JSONWriter()
    writer.object {
      $0.key("id")
      $0.raw(utf8: id)
      VerdictMember.write(verdict, document, to: &$0)
    }
    writer.endLine()
    return writer.bytes
  }
}

extension FilterVerdict {
  /// The verdict in words: `reprint of 17 (0.93)`.
  var sentence: String {
    let remark = reason.map { "; \($0.printable)" } ?? ""
    guard let relation, let of else { return status.rawValue + remark }
    if isRedelivery { return "known under this id, with this text" }
    let original = String(decoding: of, as: UTF8.self).printable
    let score = score.map { " (\($0.decimals()))" } ?? ""
    return "\(relation.role) \(original)\(score)\(remark)"
  }
}
