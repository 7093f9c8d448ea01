import ArgumentParser
import DedupeFormats

/// How a run ended, as the exit code tells it.
///
/// Every code the tool can end with stands here.
enum ExitStatus: Int32, Sendable {
  /// The run did what was asked.
  case ran = 0
  /// Duplicates were found, and `--exit-code` asked to be told so.
  case foundDuplicates = 1
  /// Nothing was processed: the command line, the inputs or the output were no good.
  case nothingProcessed = 2
  /// The run ended, but some inputs or records were bad and were named.
  case someInputsBad = 3

  /// What is added to the number of a signal that ended the run: 130 for SIGINT.
  static let signalBase: Int32 = 128

  /// The status of a run that got as far as a report; bad inputs beat duplicates, because a
  /// script that trusts the result must hear of them first.
  static func afterReport(badInputs: Bool, duplicates: Bool) -> ExitStatus {
    if badInputs { return .someInputsBad }
    return duplicates ? .foundDuplicates : .ran
  }

  /// Ends the run with this status, unless it simply ran.
  func end() throws {
    if self != .ran { throw ExitCode(rawValue) }
  }

  /// The code for an error that ended a run.
  ///
  /// The parser library's own code for a wrong command line, 64, becomes 2.
  static func code(for error: any Error) -> Int32 {
    switch error {
    // Whoever closed the pipe, `head` say, has read what he wanted.
    case OutputError.closedPipe: return ran.rawValue
    case is OutputError, is Failure: return nothingProcessed.rawValue
    default: break
    }
    let code = Dedupe.exitCode(for: error)
    return code == .validationFailure ? nothingProcessed.rawValue : code.rawValue
  }
}

/// A reason why nothing could be processed, as one sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) {
    description = sentence
  }
}
