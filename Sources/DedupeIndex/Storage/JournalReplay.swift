/// Brings what the journals hold into the memory.
struct JournalReplay {
  /// Where reading ended.
  struct End {
    /// The journals that count, how much of each, and how much there was.
    var journals: [(number: UInt64, length: Int, size: Int)] = []
  }

  let folder: String
  let fileSystem: any FileSystem
  let manifest: Manifest

  private func path(of number: UInt64) -> String {
    DedupeIndex.path(folder, IndexFile.journal(number))
  }

  func run(into contents: inout IndexContents) throws(IndexError) -> End {
    var end = End()
    var number = manifest.firstJournal
    while let bytes = try bytes(of: number) {
      let read = try bytes.withRawBytes { bytes throws(IndexError) in
        try self.read(bytes, number, after: end.journals.last?.length, into: &contents)
      }
      guard let length = read else { break }
      end.journals.append((number, length, bytes.count))
      number += 1
    }
    guard !end.journals.isEmpty else {
      throw .damaged(file: path(of: number), offset: 0, cause: "the journal is missing")
    }
    return end
  }

  private func bytes(of number: UInt64) throws(IndexError) -> [UInt8]? {
    do throws(IndexError) {
      return try fileSystem.open(path(of: number), .reading).contents()
    } catch {
      guard error.isMissingFile else { throw error }
      return nil
    }
  }

  /// Reads a journal and returns how much of it counts; nil where nothing does.
  ///
  /// What was not synced before a crash may be there in part. It does not count, nor does anything
  /// after it. But where something later says that it was synced, the file has been damaged.
  private func read(
    _ bytes: UnsafeRawBufferPointer, _ number: UInt64, after previous: Int?,
    into contents: inout IndexContents
  ) throws(IndexError) -> Int? {
    let scan = JournalScan(bytes, from: min(JournalHeader.length, bytes.count), journal: number)
    let promised = max(
      scan.durable, manifest.durableJournal == number ? manifest.durableLength : 0)
    let header: JournalHeader
    do throws(Damage) {
      header = try JournalHeader(bytes)
    } catch {
      guard previous != nil, promised == 0 else {
        throw .damaged(file: path(of: number), offset: error.offset, cause: error.cause)
      }
      return nil
    }
    if let previous, header.previousLength > previous {
      guard promised == 0 else {
        throw .damaged(
          file: path(of: number - 1), offset: previous,
          cause: "\(header.previousLength - previous) bytes that were synced cannot be read")
      }
      return nil
    }
    guard promised <= scan.end else {
      throw .damaged(
        file: path(of: number), offset: scan.end,
        cause: scan.tear?.cause ?? "it ends there, but \(promised) bytes were synced")
    }
    for entry in scan.entries { try apply(entry, number, to: &contents) }
    return scan.end
  }

  private func apply(
    _ entry: JournalEntry, _ number: UInt64, to contents: inout IndexContents
  ) throws(IndexError) {
    do throws(Damage) {
      switch entry.kind {
      case .mark: break
      case .document:
        try contents.append(
          try DocumentEntry(entry.payload, sketchLength: manifest.parameters.sketchLength))
      case .removal: try contents.remove(RemovalEntry(entry.payload))
      }
    } catch {
      throw .damaged(file: path(of: number), offset: error.offset, cause: error.cause)
    }
  }
}
