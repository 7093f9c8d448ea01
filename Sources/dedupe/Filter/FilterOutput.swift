import DedupeFormats

/// Where the lines of a filter go: standard output, and a file for what is held back.
///
/// The lines of a group are written at once, so that a reader sees whole lines and a run that is
/// killed leaves whole ones, but for the last.
struct FilterOutput {
  private let output = OutputFile.standardOutput
  private let tee: AppendingFile?
  private var passing: [UInt8] = []
  private var heldBack: [UInt8] = []

  init(tee: AppendingFile?) { self.tee = tee }

  /// Adds a line as it stands; the part of a line that was too long has no line end.
  mutating func add(_ bytes: UnsafeRawBufferPointer, endsLine: Bool) {
    passing.append(contentsOf: bytes)
    if endsLine { passing.append(UInt8(ascii: "\n")) }
  }

  /// Adds a record with its verdict.
  mutating func add(
    _ line: UnsafeRawBufferPointer, _ splice: MemberSplice, _ member: [UInt8], passes: Bool
  ) {
    guard passes else {
      guard tee != nil else { return }
      splice.append(member, to: line, into: &heldBack)
      heldBack.append(UInt8(ascii: "\n"))
      return
    }
    splice.append(member, to: line, into: &passing)
    passing.append(UInt8(ascii: "\n"))
  }

  /// Writes all that was added: what is held back first, because the line that a source sees
  /// passing says that all before it are done with.
  mutating func flush(syncingTee: Bool) throws(OutputError) {
    if let tee, !heldBack.isEmpty {
      try tee.write(heldBack)
      if syncingTee { try tee.sync() }
      heldBack.removeAll(keepingCapacity: true)
    }
    guard !passing.isEmpty else { return }
    try output.write(passing)
    passing.removeAll(keepingCapacity: true)
  }
}
