/// A file that is to be read.
package struct InputFile: Sendable, Equatable {
  /// Where the bytes come from.
  package enum Origin: Sendable, Equatable {
    /// Standard input, which can be read but once.
    case standardInput
    /// A file or a pipe at a path.
    case file(Path)
  }

  /// Where the bytes come from.
  package var origin: Origin
  /// The id of the file's document, and what `FILE` is in the id `FILE:LINE`.
  package var name: String
  /// What the name tells of its kind; where it tells nothing, the first bytes decide.
  package var kind: FileKind?
  /// Its bytes, or nil for a pipe.
  package var size: Int?

  /// Whether its bytes can be read a second time: it is a regular file, no pipe.
  var canBeReadAgain: Bool { origin != .standardInput && size != nil }

  /// The file as the user knows it, for messages.
  package var shown: String {
    switch origin {
    case .standardInput: "standard input"
    case .file(let path): path.description
    }
  }
}
