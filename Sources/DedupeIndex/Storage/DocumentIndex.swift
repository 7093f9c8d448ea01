import NearDuplicates
import Synchronization

/// Documents on disk that are found by keys: appended by one process, read by many.
///
///     let index = try DocumentIndex.create(at: "news.idx", parameters: parameters)
///     let ordinal = try index.append(entry)
///     try index.sync()
///     index.forEachPosting(of: key, in: .bands) { print($0) }
///
/// An index is a folder; see Documentation/IndexFormat.md. What ``sync()`` has covered survives a
/// kill and a power cut at any moment; of what came later a prefix survives, and never a part of a
/// document. Opening it again is all the recovery there is.
///
/// All functions may be called from any thread. Reading never waits for the disk work of a writer.
/// An answer depends on the documents alone, never on how they lie in memory and segments.
package final class DocumentIndex: Sendable {
  /// What an index is opened for.
  package enum Access: Sendable {
    /// Looking up, beside others that do the same and one that writes.
    case reading
    /// Adding and removing, one process at a time.
    case writing
  }

  /// The folder.
  package let path: String
  /// The parameters it was made with.
  package let parameters: IndexParameters
  let contents: SharedContents
  let damage = Mutex<IndexError?>(nil)
  let writer: IndexWriter?
  let options: IndexOptions
  let housekeeping: Housekeeping?
  private let thread: BackgroundThread?

  /// Makes an index in a new folder, or one that is empty, and opens it for writing.
  package static func create(
    at path: String, parameters: IndexParameters, options: IndexOptions = IndexOptions()
  ) throws(IndexError) -> DocumentIndex {
    try IndexCreation(path: path, fileSystem: options.fileSystem).create(parameters)
    return try DocumentIndex(opening: path, for: .writing, options: options)
  }

  /// Opens an index, and refuses it where its parameters are not those that are expected.
  package init(
    opening path: String, for access: Access, expecting expected: IndexParameters? = nil,
    options: IndexOptions = IndexOptions()
  ) throws(IndexError) {
    let opening = try IndexOpening(path: path, options: options, isWriting: access == .writing)
    if let expected {
      let differences = opening.manifest.parameters.differences(from: expected)
      guard differences.isEmpty else { throw .mismatch(path: path, differences: differences) }
    }
    self.path = path
    self.options = options
    parameters = opening.manifest.parameters
    contents = SharedContents(opening.contents)
    writer = try opening.makeWriter()
    housekeeping = writer.map { [contents] in
      Housekeeping(writer: $0, contents: contents, options: options)
    }
    thread =
      options.maintenance == .background
      ? housekeeping.map { housekeeping in BackgroundThread { housekeeping.stepQuietly() } } : nil
    thread?.start()
    // A merge that the last run did not come to.
    wakeHousekeeping()
  }

  deinit { stopHousekeeping() }

  /// Ends the work on segments; a merge that is not done is given up.
  func stopHousekeeping() {
    thread?.stop()
    housekeeping?.stop()
  }

  /// Lets the work on segments go on, in the background or at once.
  func wakeHousekeeping() {
    if let thread {
      thread.wake()
    } else if let housekeeping, options.maintenance == .inline {
      while housekeeping.stepQuietly() {}
    }
  }
}
