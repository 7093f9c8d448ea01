/// In which form a scan is put out.
enum ScanFormat: String, Sendable, CaseIterable {
  case text
  case json
  case jsonl
  case csv
}

/// In which form a comparison or an evaluation is put out.
enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
}
