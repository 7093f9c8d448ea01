import Testing

@testable import DedupeFormats

struct ScalarOffsetsTests {
  /// The naive twin.
  private func converted(_ offset: Int, in text: String) -> Int {
    let bytes = Array(text.utf8).prefix(max(offset, 0))
    return bytes.count { $0 & 0xC0 != 0x80 }
  }

  @Test func countsAsPythonDoes() {
    // In Python: len("né😀e\u0301".encode()[:n].decode())
    #expect(ScalarOffsets.converted([0, 1, 3, 7, 8, 10], in: "né😀e\u{301}") == [0, 1, 2, 3, 4, 5])
    #expect(ScalarOffsets.converted([99, -1], in: "né") == [2, 0])
    #expect(ScalarOffsets.converted([], in: "né") == [])
    #expect(ScalarOffsets.converted([0, 2], in: "\r\n") == [0, 2])
  }

  @Test(arguments: 0..<20)
  func agreesWithTheNaiveCountInAnyOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = ["a", "é", "中", "😀", "e\u{301}"]
    let text = (0..<200).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    let offsets = (0..<30).map { _ in Int.random(in: 0...text.utf8.count, using: &random) }
    let expected = offsets.map { converted($0, in: text) }
    #expect(ScalarOffsets.converted(offsets, in: text) == expected, "seed \(seed)")
  }
}
