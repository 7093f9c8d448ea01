import NearDuplicates

/// What every record of a pair tells: its measures, and its passages with offsets in Unicode
/// scalars.
package struct MatchFields {
  /// What the fields are called in which the two sides differ.
  package struct Names {
    let containments: (StaticString, StaticString)
    let first: (begin: StaticString, end: StaticString)
    let second: (begin: StaticString, end: StaticString)

    /// Of two documents on an equal footing.
    package static var match: Names {
      Names(
        containments: ("containment_a", "containment_b"), first: ("a_begin", "a_end"),
        second: ("b_begin", "b_end"))
    }

    /// Of a record and the document it is a duplicate of.
    package static var original: Names {
      Names(
        containments: ("containment", "containment_of"), first: ("begin", "end"),
        second: ("of_begin", "of_end"))
    }
  }

  let names: Names
  let measures: Measures
  let passages: [Passage]
  let texts: (a: String, b: String)
  /// Whether the later document is told first.
  let isSwapped: Bool

  /// Gathers what is told of two documents, the earlier one `a`.
  package init(
    _ names: Names = .match, measures: Measures, passages: [Passage], texts: (a: String, b: String),
    isSwapped: Bool = false
  ) {
    self.names = names
    self.measures = measures
    self.passages = passages
    self.texts = texts
    self.isSwapped = isSwapped
  }

  /// Writes the fields from `jaccard` to `passages` into an object.
  package func write(to object: inout JSONWriter) {
    let containments = ordered(measures.containmentA, measures.containmentB)
    object.field("jaccard", measures.jaccard)
    object.field(names.containments.0, containments.0)
    object.field(names.containments.1, containments.1)
    object.field("shared_words", measures.sharedWords)
    object.field("narrative_words", measures.narrativeWords)
    object.field("quoted_words", measures.quotedWords)
    object.field("boilerplate_words", measures.boilerplateWords)
    object.field("longest_run", measures.longestRun)
    object.field("days_apart", measures.daysApart)
    object.key("passages")
    writePassages(to: &object)
  }

  /// Writes the passages as an array.
  package func writePassages(to writer: inout JSONWriter) {
    let (first, second) = ordered(
      Self.offsets(passages.map(\.a), in: texts.a), Self.offsets(passages.map(\.b), in: texts.b))
    writer.array {
      for (index, passage) in passages.enumerated() {
        $0.object {
          $0.field(names.first.begin, first[index].lowerBound)
          $0.field(names.first.end, first[index].upperBound)
          $0.field(names.second.begin, second[index].lowerBound)
          $0.field(names.second.end, second[index].upperBound)
          $0.field("words", passage.words)
          $0.field("kind", passage.kind.rawValue)
        }
      }
    }
  }

  private func ordered<Value>(_ ofA: Value, _ ofB: Value) -> (Value, Value) {
    isSwapped ? (ofB, ofA) : (ofA, ofB)
  }

  private static func offsets(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
    let ends = ScalarOffsets.converted(ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: text)
    return ranges.indices.map { ends[2 * $0]..<ends[2 * $0 + 1] }
  }
}
