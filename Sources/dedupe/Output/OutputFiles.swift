import DedupeFormats
import NearDuplicates
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
  func write(_ records: RecordPieces) async throws(OutputError) {
    try await records.write(to: report)
    try report.commit()
  }

  /// Writes what goes beside the report, if it was asked for.
  ///
  /// Call it before the report is written: when the reader of standard output goes away, the run
  /// ends, and this file is to be whole by then.
  ///
  /// What `check` throws when all is written leaves no file.
  func writeBeside(_ pieces: RecordPieces, check: () throws -> Void = {}) async throws {
    guard let records else { return }
    try await pieces.write(to: records)
    try check()
    try records.commit()
  }
}

/// Records that are encoded and written in pieces, so that ten million of them need no memory.
struct RecordPieces: Sendable {
  /// How many records there are.
  let count: Int
  /// What stands before the first.
  var head: [UInt8] = []
  /// How many pieces are encoded at a time.
  var tasks = 1
  /// Encodes some of them.
  let encode: @Sendable (Range<Int>) -> [UInt8]

  /// About a quarter of a megabyte of document records.
  private static let size = 2_048
  /// How many pieces of each task are held until they are written: while the last of them are
  /// encoded, some tasks have nothing to do.
  private static let piecesOfTask = 4

  fileprivate func write(to file: OutputFile) async throws(OutputError) {
    try file.write(head)
    let wave = Self.size * Self.piecesOfTask * max(1, tasks)
    for start in stride(from: 0, to: count, by: wave) {
      let end = min(start + wave, count)
      let ranges = stride(from: start, to: end, by: Self.size).map {
        $0..<min($0 + Self.size, end)
      }
      for piece in await mapInOrder(ranges, tasks: tasks, encode) { try file.write(piece) }
    }
  }
}
