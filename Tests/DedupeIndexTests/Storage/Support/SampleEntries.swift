import NearDuplicates

@testable import DedupeIndex

/// Entries made from a number: the same number, the same entry.
enum SampleEntries {
  static let parameters = IndexParameters(["slots": "4", "shingle-size": "5"], sketchLength: 8)

  static func entry(_ number: Int) -> IndexEntry {
    var random = SplitMix(seed: UInt64(number))
    let document = Document(
      id: "id-\(number)", title: number % 3 == 0 ? nil : "Title \(number)",
      text: text(number, &random), source: number % 4 == 0 ? nil : "outlet",
      date: number % 5 == 0 ? nil : Timestamp(seconds: Int64(number) * 3600),
      url: number % 7 == 0 ? nil : "https://example.org/\(number)")
    return IndexEntry(
      id: Array("\"id-\(number)\"".utf8), document: document, arrival: Int64(number) * 3600 + 60,
      identity: random.next(), wordCount: UInt32(number), fingerprintCount: UInt32(number % 90),
      sketch: (0..<8).map { UInt8(truncatingIfNeeded: number + $0) }, keys: keys(&random),
      verdict: number % 2 == 0
        ? StoredVerdict(generation: UInt32(number % 10))
        : StoredVerdict(
          cluster: 1, of: UInt64(number / 2), relation: .reprint, score: 0.75, isCore: false,
          isKeeper: false))
  }

  private static func text(_ number: Int, _ random: inout SplitMix) -> String {
    guard number % 11 != 0 else { return "" }
    // Some longer than a block of a segment or a file system.
    let count = number % 13 == 0 ? 3000 : Int(random.next() % 120)
    return (0..<count).map { _ in "wörd\(random.next() % 500)" }.joined(separator: " ")
  }

  /// Few keys of a small range, so that lists grow long, and some of a large one.
  private static func keys(_ random: inout SplitMix) -> [[UInt64]] {
    PostingFamily.allCases.map { family in
      let common = (0..<Int(random.next() % 5)).map { _ in random.next() % 20 }
      let rare = (0..<Int(random.next() % 5)).map { _ in random.next() }
      return common + rare
    }
  }
}
