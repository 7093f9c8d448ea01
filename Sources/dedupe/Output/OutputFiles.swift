import DedupeFormats
import NearDuplicates

/// Where the results of a run go: the report, and a file of records if it was asked for.
///
/// Both are opened before any work begins, so that a name that cannot be written is told at once
/// and not after an hour.
struct OutputFiles {
  private let report: OutputFile
  private let records: OutputFile?
  private let isFile: Bool

  /// Opens the outputs; without a name the report goes to standard output.
  init(report name: String?, records: String? = nil, force: Bool) throws(OutputError) {
    report =
      try name.map { name throws(OutputError) in
        try OutputFile(path: name, force: force)
      } ?? .standardOutput
    self.records = try records.map { name throws(OutputError) in
      try OutputFile(path: name, force: force)
    }
    isFile = name != nil && name != "-"
  }

  /// An empty page as wide as the report may be.
  func page(color: ColorChoice) -> Page {
    Page(for: .standardOutput(color: color, toFile: isFile))
  }

  /// Writes a page.
  func write(_ page: Page) throws(OutputError) {
    try write(Array(page.text.utf8))
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    try report.write(bytes)
    try report.commit()
  }

  /// Writes records piece by piece, as many as there are.
  func write(_ records: RecordPieces) throws(OutputError) {
    try records.write(to: report)
    try report.commit()
  }

  /// Writes what goes beside the report, if it was asked for.
  ///
  /// Call it before the report is written: when the reader of standard output goes away, the run
  /// ends, and this file is to be whole by then.
  ///
  /// What `check` throws when all is written leaves no file.
  func writeBeside(_ pieces: RecordPieces, check: () throws -> Void = {}) throws {
    guard let records else { return }
    try pieces.write(to: records)
    try check()
    try records.commit()
  }
}

/// Records that are encoded and written in pieces, so that ten million of them need no memory.
struct RecordPieces {
  /// How many records there are.
  let count: Int
  /// What stands before the first.
  var head: [UInt8] = []
  /// Encodes some of them.
  let encode: (Range<Int>) -> [UInt8]

  /// About a megabyte of document records.
  private static let size = 8_192

  fileprivate func write(to file: OutputFile) throws(OutputError) {
    try file.write(head)
    for start in stride(from: 0, to: count, by: Self.size) {
      try file.write(encode(start..<min(start + Self.size, count)))
    }
  }
}
