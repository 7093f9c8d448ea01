import NearDuplicates
import Testing

@testable import dedupe

@Suite struct ReportTests {
  private func page(columns: Int, color: Bool = false, _ draw: (inout Page) -> Void) -> String {
    var page = Page(for: Terminal(columns: columns, usesColor: color))
    draw(&page)
    return page.text
  }

  private func scanReport(columns: Int, color: Bool = false) -> String {
    page(columns: columns, color: color) { ScanReport(scan: Samples.scan).draw(on: &$0) }
  }

  @Test func showsParagraphsSideBySideOnAWideTerminal() {
    let report = scanReport(columns: 100)
    #expect(
      report == """
        3 articles: 2 in 1 cluster, 1 alone

        Marks   [shared reporting] · ‹shared quotation› · {shared page furniture} · ~differs~
        Strips  █ over 75 %, ▓ 50 %, ▒ 25 %, ░ 5 % of a paragraph’s words shared, ≈ other words, · own
        Scores  confidence that two articles carry the same report, 0 to 1; from 0.50 on they share a
                cluster

        Cluster 1 · 2 articles · score 0.87 · 2025-02-17 to 2025-02-18  00112233aabbccdd
           1 2025-02-17  earliest  Gazette · a.txt
             Council votes
           2 2025-02-18  rewrite of 1 (0.87)  b.txt
             Bridge to close
             █·█  68 % of its words stand in 1
          Source: perhaps 1, Gazette (69 % sure, no proof): published before all others.

          1 · Gazette · a.txt                             │ 2 · b.txt
          ¶ 1 ↔ ¶ 1 · 8 shared words (89 % and 89 %) · 97 % sure to say the same
          [The council ~voted~ on Monday to close the     │ [The council ~decided~ on Monday to close the
          bridge.]                                        │ bridge.]

          ¶ 2 ↔ ¶ 3 · 7 shared words (100 % and 78 %) · 60 % sure to say the same
          ‹“We had no choice,” the mayor said.›           │ He said: ‹“We had no choice,” the mayor said.›

          Why: the same report in other words. Word for word the same: 2 passages, 15 of the 16 words of the
               shorter text (7 of them quoted), the longest run 7 words. All paragraphs of the shorter text
               say what the other says. For one report: both begin with the same news. Against one report:
               share that is quoted (0.47).

        Left alone: 1 article
          undated     c.txt
             Weather
             closest: a.txt (score 0.02): the same report in other words. Word for word the same: 2
             passages, 15 of the 15 words of the shorter text (7 of them quoted), the longest run 7 words.
             Against one report: share that is quoted (0.47).

        """)
  }

  @Test func showsParagraphsAboveEachOtherOnANarrowTerminal() {
    let report = scanReport(columns: 80)
    #expect(
      report.contains(
        """
          < 1 · Gazette · a.txt
          > 2 · b.txt
          ¶ 1 ↔ ¶ 1 · 8 shared words (89 % and 89 %) · 97 % sure to say the same
          < [The council ~voted~ on Monday to close the bridge.]
          > [The council ~decided~ on Monday to close the bridge.]

        """))
    #expect(report.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test func usesInksInsteadOfBracketsWhereThereAreColours() {
    let report = scanReport(columns: 100, color: true)
    #expect(report.contains("\u{1B}[1;32mThe council\u{1B}[0m \u{1B}[1;4;31mvoted\u{1B}[0m"))
    #expect(!report.contains("[The council"))
  }

  @Test func tellsEverythingAboutAPair() {
    let report = page(columns: 100) {
      PairReport(pair: Samples.pair, threshold: 0.5, profile: nil).draw(on: &$0)
    }
    let lines = Set(report.split(separator: "\n").map(String.init))
    for line in [
      "1  2025-02-17  Gazette · a.txt", "The same report (rewrite), score 0.8712",
      "  containment_a     0.5000  share of 1’s shingles that 2 has",
      "  +1.25   lead answered: 0.70", "  -0.50   share that is quoted: 0.47",
      "  ¶ 2   ¶ 3   7              100 %         78 %          60 %",
      "  2  █·█  68 % of its words are shared",
    ] {
      #expect(lines.contains(line), "the report lacks: \(line)")
    }
  }

  @Test func saysThatAScoreIsTooLow() {
    let report = page(columns: 100) {
      PairReport(pair: Samples.pair, threshold: 0.9, profile: nil).draw(on: &$0)
    }
    #expect(
      report.contains(
        "\nPerhaps the same report (rewrite), but score 0.8712 is under the threshold of 0.90\n"))
  }

  @Test func rowsOfEqualParagraphsAreShownOnce() {
    var comparison = Samples.comparison
    comparison.links[0].shareOfA = 1
    comparison.links[0].shareOfB = 1
    let pair = MarkedPair(Samples.earlier, Samples.later, comparison: comparison)
    let text = page(columns: 100) {
      AnswersView(pair: pair, names: (earlier: "1", later: "2")).draw(on: &$0)
    }
    #expect(text.contains("  ¶ 1 = ¶ 1 · 9 words, the same in both\n  [The council"))
  }
}
