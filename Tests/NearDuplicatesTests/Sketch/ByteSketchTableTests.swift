import Testing

@testable import NearDuplicates

struct ByteSketchTableTests {
  /// Rows of whatever slots, of which many share one with the row before.
  private func rows(_ count: Int, seed: UInt64) -> [[UInt32]] {
    var random = SplitMix(seed: seed)
    var rows: [[UInt32]] = []
    for _ in 0..<count {
      let last = rows.last
      rows.append(
        (0..<128).map { slot in
          Bool.random(using: &random)
            ? last?[slot] ?? 0 : UInt32.random(in: 0..<UInt32.max, using: &random)
        })
    }
    return rows
  }

  private func table(_ rows: [[UInt32]]) -> ByteSketchTable {
    var table = ByteSketchTable()
    for row in rows { row.withUnsafeBufferPointer { table.append($0) } }
    return table
  }

  @Test func `keeps the lowest byte of each slot, page after page`() {
    let rows = rows(600, seed: 1)
    let part = table(rows)
    // More rows than a page has, in parts that end in its midst.
    var whole = ByteSketchTable()
    for _ in 0..<15 { whole.append(contentsOf: part) }
    #expect(part.count == 600)
    #expect(whole.count == 9_000)
    for place in [0, 1, 599, 600, 4_095, 4_096, 8_191, 8_192, 8_999] {
      let expected = rows[place % 600].map { UInt8(truncatingIfNeeded: $0) }
      #expect(whole.withRow(place) { Array($0) } == expected)
    }
  }

  @Test func `estimates what whole slots estimate, less what agrees by chance`() {
    let rows = rows(200, seed: 2)
    let table = table(rows)
    for place in 1..<200 {
      let equal = zip(rows[place], rows[place - 1]).count { $0 & 0xFF == $1 & 0xFF }
      let expected = max(0, (Double(equal) / 128 - 1.0 / 256) / (1 - 1.0 / 256))
      #expect(abs(table.estimatedJaccard(place, place - 1) - expected) < 1e-12)
    }
    #expect(table.estimatedJaccard(5, 5) == 1)
  }

  @Test func `orders rows by their first difference`() {
    let table = table(
      [[1, 2] + [UInt32](repeating: 0, count: 126)].flatMap { [$0, $0] } + [
        [1, 3] + [UInt32](repeating: 0, count: 126)
      ])
    #expect(table.precedes(0, 1) == nil)
    #expect(table.precedes(0, 2) == true)
    #expect(table.precedes(2, 0) == false)
  }

  @Test func `estimates of real texts differ little from those of whole slots`() {
    var random = SplitMix(seed: 3)
    let text = Editing.unrelated(words: 600, &random)
    var sketcher = TextSketcher(for: .corpus)
    var whole = SketchTable()
    var scratch = SketchingScratch()
    let texts = [text] + (1...20).map { Editing.changed(text, share: Double($0) / 200, &random) }
    for text in texts {
      sketcher.append(text)
      scratch.read(text)
      scratch.appendSketch(to: &whole)
    }
    let sketches = sketcher.take().sketches
    for place in 1..<texts.count {
      let estimate = sketches.estimatedJaccard(0, place)
      #expect(abs(estimate - whole.estimatedJaccard(0, place)) < 0.03)
    }
  }
}
