@testable import NearDuplicates

@testable import dedupe

/// Two short articles and a comparison made by hand, so that views are tested without the library.
enum Samples {
  static let earlier = Document(
    id: "a.txt", title: "Council votes",
    text: "The council voted on Monday to close the bridge.\n\n“We had no choice,” the mayor said.",
    source: "Gazette", date: Timestamp(year: 2025, month: 2, day: 17))

  static let later = Document(
    id: "b.txt", title: "Bridge to close",
    text: "The council decided on Monday to close the bridge.\n\nTraffic will be diverted.\n\n"
      + "He said: “We had no choice,” the mayor said.",
    date: Timestamp(year: 2025, month: 2, day: 18))

  static var comparison: Comparison {
    Comparison(
      relation: .rewrite, score: 0.8712,
      measures: Measures(
        jaccard: 0.2, containmentA: 0.5, containmentB: 0.25, sharedWords: 15, narrativeWords: 8,
        quotedWords: 7, boilerplateWords: 0, longestRun: 7, daysApart: 1),
      passages: [
        passage(
          "The council voted", "The council decided", through: "bridge", .narrative, words: 8),
        passage("We had", "We had", through: "said", .quotation, words: 7),
      ],
      paragraphsOfA: paragraphs(of: earlier.text), paragraphsOfB: paragraphs(of: later.text),
      links: [
        ParagraphLink(
          a: 0, b: 0, sharedWords: 8, shareOfA: 0.89, shareOfB: 0.89, certainty: 0.97),
        ParagraphLink(a: 1, b: 2, sharedWords: 7, shareOfA: 1, shareOfB: 0.78, certainty: 0.6),
      ],
      evidence: [
        Evidence(name: "lead answered", value: 0.7, effect: 1.25),
        Evidence(name: "share that is quoted", value: 0.47, effect: -0.5),
      ])
  }

  static var pair: MarkedPair { MarkedPair(earlier, later, comparison: comparison) }

  /// A collection with one cluster of the two articles and a third article alone.
  static var scan: ScanResult {
    let third = Document(id: "c.txt", title: "Weather", text: "Rain until Friday.")
    let deduplication = Deduplication(
      clusters: [Cluster(id: "00112233aabbccdd", members: [0, 1], representative: 0)],
      placements: [
        Placement(cluster: 0),
        Placement(cluster: 0, link: .init(of: 0, relation: .rewrite, score: 0.8712)),
        Placement(),
      ],
      matches: [], nearMisses: [.init(document: 2, other: 0, relation: nil, score: 0.02)],
      profile: .empty, statistics: .init())
    return ScanResult(
      documents: [earlier, later, third], deduplication: deduplication, settings: Settings(),
      compare: { _, _ in comparison },
      provenance: { _ in
        Provenance(
          origin: .member(0), confidence: 0.69, evidence: ["published before all others"])
      })
  }

  private static func passage(
    _ startOfA: String, _ startOfB: String, through end: String, _ kind: Passage.Kind, words: Int
  ) -> Passage {
    Passage(
      a: range(in: earlier.text, from: startOfA, through: end),
      b: range(in: later.text, from: startOfB, through: end), words: words, kind: kind)
  }

  /// The UTF-8 range from one phrase to the end of the next other one.
  static func range(in text: String, from start: String, through end: String) -> Range<Int> {
    guard let first = text.firstRange(of: start),
      let last = text[first.lowerBound...].firstRange(of: end)
    else { return 0..<0 }
    return text.utf8.distance(
      from: text.startIndex, to: first.lowerBound)..<text.utf8.distance(
        from: text.startIndex, to: last.upperBound)
  }

  /// Paragraphs parted by an empty line.
  static func paragraphs(of text: String) -> [Range<Int>] {
    var start = 0
    return text.split(separator: "\n\n").map { part in
      let range = start..<(start + part.utf8.count)
      start = range.upperBound + 2
      return range
    }
  }
}
