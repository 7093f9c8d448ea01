import NearDuplicates
import Testing

struct AlignmentTests {
  private func align(_ a: Reading, _ b: Reading) -> Alignment {
    var tiling = Tiling()
    return Alignment(a, b, tiling: &tiling)
  }

  private func passages(_ a: String, _ b: String) -> [Passage] {
    let (a, b) = (Reading(a), Reading(b))
    return align(a, b).passages(a, b)
  }

  private func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  private static let sentence =
    "Dock workers in the harbour of Lindmar went back to work on Tuesday after nine days"

  @Test func `a passage covers the shared words in both texts`() {
    let a = "Früh: " + Self.sentence + ". Nobody knows more."
    let b = "Later – and longer – we heard: “…” " + Self.sentence.uppercased() + "!"
    let found = passages(a, b)
    #expect(found.count == 1)
    #expect(found.map { slice(a, $0.a) } == [Self.sentence])
    #expect(found.map { slice(b, $0.b) } == [Self.sentence.uppercased()])
    #expect(found.map(\.words) == [16])
    #expect(found.map(\.kind) == [.narrative])
  }

  @Test func `up to three words may differ inside a passage`() {
    let tail = "when the owners promised a higher wage from the first of May"
    func text(_ middle: String) -> String { "\(Self.sentence) \(middle) \(tail)" }
    let three = passages(text("xa xb xc"), text("ya"))
    #expect(three.count == 1)
    #expect(three.map(\.words) == [28], "the words between are not shared")
    #expect(three.map { slice(text("ya"), $0.b) } == [text("ya")])
    #expect(passages(text("xa xb xc xd"), text("ya")).map(\.words) == [16, 12])
    #expect(passages(text("xa"), text("ya yb yc yd")).map(\.words) == [16, 12])
  }

  @Test func `moved paragraphs are passages of their own, in the order of the first text`() {
    let other = "The mayor of the town opened a bridge for cyclists near the old mill on Sunday"
    let found = passages(Self.sentence + ".\n" + other, other + ".\n" + Self.sentence)
    #expect(found.count == 2)
    #expect(found[0].a.lowerBound < found[1].a.lowerBound)
    #expect(found[0].b.lowerBound > found[1].b.lowerBound)
  }

  @Test func `what is quoted in one text is quoted in both`() {
    let quoted = "we will not go back to the docks before every one of us is paid in full"
    let a = "The speaker said: “\(quoted)”, and left."
    let b = "Then \(quoted), it was heard."
    for found in [passages(a, b), passages(b, a)] {
      #expect(found.map(\.kind) == [.quotation])
      #expect(found.map(\.words) == [17])
    }
  }

  @Test func `a passage is cut where narration turns into quotation`() {
    let text = "\(Self.sentence), the mayor said. “Nobody in this town has ever seen such a week.”"
    let found = passages(text, "Meanwhile: " + text)
    #expect(found.map(\.kind) == [.narrative, .quotation])
    #expect(found.map(\.words) == [19, 10])
  }

  @Test func `one word in marks does not cut a passage`() {
    let text = "Dock workers in the \"harbour\" of Lindmar went back to work on Tuesday"
    let found = passages(text, text)
    #expect(found.map(\.kind) == [.narrative])
    #expect(found.map(\.words) == [13])
  }

  @Test func `what either profile flags is boilerplate, before it is a quotation`() {
    var (a, b) = (Reading("“\(Self.sentence)”"), Reading(Self.sentence))
    a.flag(.boilerplate, [0..<1000])
    #expect(align(a, b).passages(a, b).map(\.kind) == [.boilerplate])
    b = Reading(Self.sentence)
    #expect(align(b, a).passages(b, a).map(\.kind) == [.boilerplate])
  }

  @Test func `twenty characters of a script without spaces make a run, nineteen do not`() {
    let text = Array("码头工人星期二恢复工作港口公司答应提高工资")
    #expect(text.count == 21)
    #expect(passages("甲乙丙" + String(text[..<20]), String(text[..<20]) + "丁戊己").count == 1)
    #expect(passages("甲乙丙" + String(text[..<19]), String(text[..<19]) + "丁戊己").isEmpty)
  }

  @Test func `short texts share nothing with longer ones, and all with themselves`() {
    for text in ["Dock", "Dock workers", "in the harbour of"] {
      #expect(passages(text, Self.sentence).isEmpty, "\(text)")
      #expect(passages(Self.sentence, text).isEmpty, "\(text)")
      #expect(passages(text, text + "!").map { slice(text, $0.a) } == [text])
    }
  }

  @Test func `texts without words share nothing`() {
    for text in ["", "…", " \n"] {
      #expect(passages(text, text).isEmpty, "\(text)")
      #expect(passages(text, Self.sentence).isEmpty, "\(text)")
    }
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func `kinds and passages agree with the runs`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let text = Editing.unrelated(words: 150, &random)
    let (a, b) = (
      Reading(text), Reading(Editing.changed(text, share: 0.08, &random))
    )
    let alignment = align(a, b)
    let passages = alignment.passages(a, b)
    var shared = [Bool](repeating: false, count: a.count)
    for tile in alignment.tiles {
      #expect(a.words[tile.rangeInA] == b.words[tile.rangeInB], "seed \(seed)")
      for word in tile.rangeInA { shared[word] = true }
    }
    #expect(alignment.kindsOfA.map { $0 != nil } == shared, "seed \(seed)")
    #expect(passages.reduce(0) { $0 + $1.words } == shared.count { $0 }, "seed \(seed)")
    for (one, next) in zip(passages, passages.dropFirst()) {
      #expect(one.a.upperBound <= next.a.lowerBound, "seed \(seed)")
    }
  }
}
