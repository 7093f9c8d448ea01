import Testing

@testable import NearDuplicates

/// Where sentences end, in many languages.
@Suite struct SentencesTests {
  private func sentences(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      return Sentences.ends(in: bytes, paragraph: 0..<bytes.count).map { end in
        defer { start = end }
        return String(decoding: bytes[start..<end], as: UTF8.self)
          .split(separator: " ").joined(separator: " ")
      }
    }
  }

  @Test(arguments: [
    "Mr. Ash met Gen. Oak of the U.S. Army on Sept. 11.",
    "PARIS, Tenn. (XP) — The pier closed.",
    "Am 17. Februar kam Dr. Esche in die Stadt.",
    "В 2021 г. он уехал.",
    "The price rose 3.5 percent to $4.20 a share.",
    "J. R. Ash wrote it.",
  ])
  func abbreviationsEndNothing(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test(arguments: [
    ("The pier closed. Nobody came.", 2),
    ("Was it closed? Yes! It was.", 3),
    ("“It closed.” Nobody came.", 2),
    ("The ship joined NATO. Nobody came.", 2),
    ("码头关闭了。没有人来！为什么？", 3),
    ("Причал закрыт. Никто не пришёл.", 2),
    ("Die Mole ist zu. Öde liegt sie da.", 2),
  ])
  func marksEndSentences(text: String, count: Int) {
    #expect(sentences(text).count == count)
  }

  @Test func theEndOfTheParagraphEndsTheLast() {
    #expect(sentences("The pier closed. Nobody") == ["The pier closed.", "Nobody"])
  }
}
