import NearDuplicates

/// A line of a stream, and what a filter needs to know of it.
package struct ParsedLine: Sendable {
  /// What a line holds.
  package enum Content: Sendable {
    /// Nothing to say anything about: it is blank, or part of a line that was told of.
    case silent
    /// No record.
    case bad(Problem)
    /// A record without a text to judge by; the problem tells why.
    case withoutText(Problem)
    /// A record. The id is its JSON token, nil where it has none.
    case record(Document, id: [UInt8]?)
  }

  /// Where it stands in its chunk, without its line end.
  package var range: Range<Int>
  /// Its number, counted from 1 in its file.
  package var number: Int
  /// What it holds.
  package var content: Content
  /// Where a member is added to the object; nil where there is none.
  package var splice: MemberSplice?
  /// What is wrong with a record that could be used all the same.
  package var warnings: [Problem] = []
}

/// Makes records of the lines of a stream, and remembers how their bytes stood.
package struct LineParser {
  private var parser: RecordParser
  private let file: InputFile
  private let member: [UInt8]

  /// Creates a parser of a file, or of standard input without a path; records will get a member
  /// of that name added.
  package init(names: FieldNames, adding member: String, from path: Path?) {
    parser = RecordParser(names: names, dates: DateParser())
    self.member = Array(member.utf8)
    file =
      path.map {
        InputFile(origin: .file($0), name: $0.lastComponent.description, kind: .lines, size: nil)
      } ?? InputFile(origin: .standardInput, name: "stdin", kind: .lines, size: nil)
  }

  /// What comes before the line in the name of a record without an id.
  package var name: String { file.name }

  /// Reads all lines of a chunk.
  package mutating func parse(_ chunk: LineChunk) -> [ParsedLine] {
    chunk.withBytes { bytes in
      let ranges = chunk.lines
      return ranges.enumerated().map { index, range in
        let isPart =
          index == 0 && chunk.beginsInsideLine || index == ranges.count - 1 && !chunk.endsLine
        let number = chunk.firstLine + index
        guard !isPart else {
          return part(range, number, isFirst: index > 0 || !chunk.beginsInsideLine)
        }
        return parse(UnsafeRawBufferPointer(rebasing: bytes[range]), at: range, number)
      }
    }
  }

  private func part(_ range: Range<Int>, _ number: Int, isFirst: Bool) -> ParsedLine {
    guard isFirst else { return ParsedLine(range: range, number: number, content: .silent) }
    let problem = Problem(
      file: file.shown, line: number,
      cause: "the line is longer than \(LineStream.longestLine >> 20) MB",
      remedy: "it passes as it stands; see that lines end in a line feed")
    return ParsedLine(range: range, number: number, content: .bad(problem))
  }

  private mutating func parse(
    _ line: UnsafeRawBufferPointer, at range: Range<Int>, _ number: Int
  ) -> ParsedLine {
    var parsed = ParsedLine(range: range, number: number, content: .silent)
    var batch = Batch(file: file)
    batch.lineCount = number
    // Only the first line may begin with a mark, and it stays where it is.
    let hasMark = number == 1 && line.starts(with: ChunkReader.byteOrderMark)
    let mark = hasMark ? ChunkReader.byteOrderMark.count : 0
    let object = UnsafeRawBufferPointer(rebasing: line[mark...])
    let outcome = parser.parse(line: object, into: &batch)
    parsed.warnings = batch.log.problems.filter { $0.severity == .warning }
    let problem = batch.log.problems.first { $0.severity == .error }
    switch outcome {
    case .blank: return parsed
    case .invalid:
      if let problem { parsed.content = .bad(problem) }
      return parsed
    case .withoutText:
      if let problem { parsed.content = .withoutText(problem) }
    case .record:
      let document = batch.records[0].document
      parsed.content = .record(document, id: idToken(in: object, shown: document.id))
    }
    parsed.splice = splice(in: object, shiftedBy: mark)
    return parsed
  }

  /// The token as it stands, unless the same id could be written in another way: then as it would
  /// be written without needless escapes.
  private mutating func idToken(in line: UnsafeRawBufferPointer, shown: String) -> [UInt8]? {
    guard !shown.isEmpty, let field = parser.idField(in: line) else { return nil }
    return field.kind == .number ? Array(line[field.value]) : JSONWriter.token(of: shown)
  }

  private mutating func splice(
    in line: UnsafeRawBufferPointer, shiftedBy offset: Int
  ) -> MemberSplice {
    let fields = parser.fields
    var splice = MemberSplice(fields: fields, in: line) { field in
      guard field.keyHasEscapes else { return line[field.key].elementsEqual(member) }
      return parser.text(of: field.key, in: line, hasEscapes: true).utf8.elementsEqual(member)
    }
    splice.shift(by: offset)
    return splice
  }
}
