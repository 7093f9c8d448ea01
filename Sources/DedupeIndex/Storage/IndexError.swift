#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why an index could not be made, opened, read or written; told as a sentence with the remedy.
package enum IndexError: Error, Sendable, Equatable {
  /// There is no index at the path.
  case missing(path: String)
  /// There is something at the path already.
  case exists(path: String)
  /// The file is none of an index.
  case foreign(file: String)
  /// The file was written by a later version.
  case newer(file: String, version: Int, supported: Int)
  /// The file was written by an earlier version, whose format is no longer read.
  case older(file: String, version: Int, supported: Int)
  /// Another process writes the index; its number where it is known.
  case locked(path: String, process: Int?)
  /// The index was made with other parameters.
  case mismatch(path: String, differences: [IndexParameters.Difference])
  /// The bytes of a file are not what was written.
  case damaged(file: String, offset: Int, cause: String)
  /// The system refused an operation.
  case system(operation: String, file: String, code: Int32)
  /// The index is open for reading only.
  case readOnly(path: String)
  /// The document is not in the index, or no longer.
  case noDocument(path: String, ordinal: Ordinal)
  /// A sync failed earlier, so that nobody knows what is on the disk until it is read again.
  case failed(path: String)
  /// More than the format can hold.
  case tooLarge(what: String, limit: Int)
  /// A sketch is not as long as the parameters of the index say.
  case sketchLength(Int, expected: Int)

  var isMissingFile: Bool {
    guard case .system(_, _, let code) = self else { return false }
    return code == ENOENT
  }
}

extension IndexError: CustomStringConvertible {
  /// The error as one sentence.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no index; name the folder of one, or make it with `dedupe index add`"
    case .exists(let path):
      "\(path): there is something already; name a folder that does not exist yet"
    case .foreign(let file):
      "\(file): it is no file of an index; name the folder of an index"
    case .newer(let file, let version, let supported):
      "\(file): its format has version \(version), and this program reads version \(supported); "
        + "use a newer dedupe"
    case .older(let file, let version, let supported):
      "\(file): its format has version \(version), and this program reads version \(supported); "
        + "make a new index of the records, or use the dedupe that made this one"
    case .locked(let path, let process):
      "\(path): the index is being written by \(process.map { "process \($0)" } ?? "another process")"
        + "; wait until it ends, or end it; `index query` and `index info` work beside it"
    case .mismatch(let path, let differences):
      Self.describe(path, differences)
    case .damaged(let file, let offset, let cause):
      "\(file): damaged at byte \(offset): \(cause); restore the index from a copy or build it again"
    case .system(let operation, let file, let code):
      "\(file): \(operation) failed: \(Self.words(for: code)); \(Self.remedy(for: code))"
    case .readOnly(let path):
      "\(path): the index was opened for reading only; open it for writing"
    case .noDocument(let path, let ordinal):
      "\(path): document \(ordinal) is not in the index; it was never added, removed or has expired"
    case .failed(let path):
      "\(path): an earlier sync failed, so that what came since may not be on the disk; "
        + "check the disk and start again: what was synced before is read back"
    case .tooLarge(let what, let limit):
      "\(what) is larger than the \(limit) bytes an index can hold; shorten it"
    case .sketchLength(let length, let expected):
      "a sketch has \(length) bytes and not \(expected), as the index was made for; use its settings"
    }
  }

  private static func describe(
    _ path: String, _ differences: [IndexParameters.Difference]
  ) -> String {
    let list = differences.map {
      "\($0.name) is \($0.stored ?? "not set") in the index and \($0.wanted ?? "not set") here"
    }
    return "\(path): the index was made with other parameters: " + list.joined(separator: ", ")
      + "; run with those of the index, or build another index"
  }

  /// The system's words for an error, in lower case, as part of a sentence.
  private static func words(for code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    let text = String(cString: words)
    guard text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func remedy(for code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "free some space and start again: nothing that was synced is lost"
    case EACCES, EPERM: "make the index readable and writable for you"
    case EROFS: "the file system is read-only: copy the index elsewhere"
    case ENOENT, ENOTDIR: "check the path"
    case EMFILE, ENFILE: "allow more open files, with ulimit -n"
    case EFBIG: "raise the limit of file sizes, with ulimit -f"
    case ENOMEM: "free some memory, or allow more mappings"
    default: "check the disk"
    }
  }
}
