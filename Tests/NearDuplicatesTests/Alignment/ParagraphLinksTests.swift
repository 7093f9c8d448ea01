import NearDuplicates
import Testing

struct ParagraphLinksTests {
  private static let strike = """
    Dock workers in the harbour of Lindmar went back to work on Tuesday after nine days on strike.
    """
  private static let bridge = """
    The mayor opened a bridge for cyclists near the old mill, which had cost two million crowns.
    """
  private static let weather = """
    Heavy rain is expected along the whole southern coast until the end of the coming week.
    """

  private func compare(_ a: [String], _ b: [String]) -> Comparison {
    Deduplicator().compare(
      Document(id: "a", text: a.joined(separator: "\n\n")),
      Document(id: "b", text: b.joined(separator: "\n\n")))
  }

  @Test func `link the paragraphs that share words, wherever they stand`() {
    let comparison = compare(
      [Self.strike, Self.bridge], [Self.weather, Self.bridge, Self.strike])
    #expect(comparison.paragraphsOfA.count == 2)
    #expect(comparison.paragraphsOfB.count == 3)
    let whole = comparison.links.filter { $0.shareOfA == 1 && $0.shareOfB == 1 }
    #expect(whole.map(\.a) == [0, 1])
    #expect(whole.map(\.b) == [2, 1])
    #expect(whole.map(\.sharedWords) == [18, 17])
    #expect(whole.allSatisfy { $0.certainty == 1 })
  }

  @Test func `a paragraph that was cut has a smaller share on the longer side`() {
    let cut = String(Self.strike.split(separator: " ").prefix(10).joined(separator: " "))
    let links = compare([Self.strike + " " + Self.bridge], [cut, Self.weather]).links
    let link = links.first { $0.a == 0 && $0.b == 0 }
    #expect(link?.sharedWords == 10)
    #expect(link?.shareOfB == 1)
    #expect(abs((link?.shareOfA ?? 0) - 10.0 / 35) < 1e-9)
  }

  @Test func `values are shares, and links are in order and one a pair`() {
    var random = SplitMix(seed: 6)
    for _ in 0..<20 {
      let paragraphs = (0..<6).map { _ in Editing.unrelated(words: 30, &random) }
      let other = paragraphs.shuffled(using: &random).map {
        Editing.changed($0, share: 0.2, &random)
      }
      let links = compare(paragraphs, other).links
      let pairs = links.map { [$0.a, $0.b] }
      #expect(pairs == Set(pairs).sorted { $0.lexicographicallyPrecedes($1) })
      for link in links {
        for value in [link.shareOfA, link.shareOfB, link.certainty] {
          #expect((0...1).contains(value))
        }
        #expect(link.certainty >= max(link.shareOfA, link.shareOfB))
      }
    }
  }

  @Test func `texts without words have no links`() {
    #expect(compare(["…"], [Self.strike]).links.isEmpty)
    #expect(compare([""], [""]).links.isEmpty)
  }
}
