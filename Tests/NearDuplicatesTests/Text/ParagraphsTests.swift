import NearDuplicates
import Testing

@Suite struct ParagraphsTests {
  private func paragraphs(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      Paragraphs.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("", []), (" \n\r\n\t", []), ("One.", ["One."]),
    ("  One.\n\n  Two. \r\nThree", ["One.", "Two.", "Three"]),
    ("A pier that\nwas closed", ["A pier that\nwas closed"]),
    ("A pier that\n\nwas closed", ["A pier that\n\nwas closed"]),
    ("A pier.\nwas closed", ["A pier.", "was closed"]),
    ("“A pier.”\nwas closed", ["“A pier.”", "was closed"]),
    ("A pier that\nWas closed", ["A pier that", "Was closed"]),
    ("Ein café\nwar zu", ["Ein café\nwar zu"]), ("它关闭了。\nwas", ["它关闭了。", "was"]),
  ])
  func endWithALineUnlessTheNextGoesOn(text: String, expected: [String]) {
    #expect(paragraphs(text) == expected)
  }
}
