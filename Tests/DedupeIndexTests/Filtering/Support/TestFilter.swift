import NearDuplicates

@testable import DedupeIndex

/// A filter on an index in a folder of its own, which goes with it.
final class TestFilter {
  private let folder: TemporaryFolder
  let settings: FilterSettings
  private(set) var filter: Filter

  init(_ settings: FilterSettings = FilterSettings()) throws {
    folder = try TemporaryFolder()
    self.settings = settings
    let index = try DocumentIndex.create(
      at: "\(folder.path)/index", parameters: settings.indexParameters)
    filter = try Filter(index: index, settings: settings)
  }

  /// Closes the index and opens it again.
  func reopen(_ changed: FilterSettings? = nil) throws {
    try filter.index.close()
    let index = try DocumentIndex(
      opening: "\(folder.path)/index", for: .writing, expecting: settings.indexParameters)
    filter = try Filter(index: index, settings: changed ?? settings)
  }

  /// Admits documents that come one hour after their dates, in batches.
  func admit(_ documents: [Document], batch: Int = 100) async throws -> [FilterVerdict] {
    try await admit(documents.map(\.incoming), batch: batch)
  }

  /// Admits records in batches.
  func admit(_ records: [IncomingRecord], batch: Int = 100) async throws -> [FilterVerdict] {
    var verdicts: [FilterVerdict] = []
    for start in stride(from: 0, to: records.count, by: batch) {
      let part = Array(records[start..<min(start + batch, records.count)])
      verdicts += try await filter.admit(part)
    }
    return verdicts
  }
}

extension FilterVerdict {
  /// All that is said, as one line.
  var line: String {
    [
      status.rawValue, relation?.rawValue ?? "-", ofText ?? "-", score.map { "\($0)" } ?? "-",
      cluster ?? "-", isRedelivery ? "again" : "-",
      supersedes.map { String(decoding: $0, as: UTF8.self) } ?? "-", reason ?? "-",
      generation.map { "\($0)" } ?? "given", ordinal.map { "\($0)" } ?? "-",
    ].joined(separator: " ")
  }

  /// The id of the document it is a duplicate of.
  var ofText: String? { of.map { String(decoding: $0, as: UTF8.self) } }
}
