import DedupeFormats
import DedupeIndex

/// Names records that have no id: by input and line, as a scan does.
///
/// Lines are counted from 1 in every run, and an index outlives runs; so a name that it knows gets
/// a suffix, and no record is taken for one that came again because it stands on the same line.
struct MissingIDs {
  let input: String
  private var suffix = 1

  init(input: String) { self.input = input }

  /// The name of the record on a line, and its JSON token.
  mutating func name(ofLine line: Int, in index: DocumentIndex) -> (shown: String, token: [UInt8]) {
    while true {
      let shown = "\(input):\(line)" + (suffix > 1 ? "#\(suffix)" : "")
      let token = JSONWriter.token(of: shown)
      if index.ordinals(ofID: token).isEmpty { return (shown, token) }
      suffix += 1
    }
  }
}
