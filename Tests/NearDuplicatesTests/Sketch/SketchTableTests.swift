import NearDuplicates
import Testing

struct SketchTableTests {
  private let sketcher = SimilaritySketcher()

  private func table(_ texts: [String]) -> SketchTable {
    var scratch = SketchingScratch()
    var table = SketchTable(sketcher: sketcher)
    for text in texts {
      scratch.read(text)
      scratch.appendSketch(to: &table)
    }
    return table
  }

  private static let words = (0..<300).map { "word\($0)" }
  private static let text = words.joined(separator: " ")
  private static let cut = words.prefix(200).joined(separator: " ")

  @Test func `rows are the sketches of the documents`() throws {
    let table = table([Self.text, "", Self.cut])
    #expect(table.count == 3)
    var shingles: [UInt64] = []
    var tokenizer = Tokenizer()
    ShingleHasher().hashes(of: tokenizer.tokens(of: Self.cut).map(\.hash), into: &shingles)
    #expect(table.sketch(at: 2) == sketcher.sketch(of: shingles))
    #expect(table.withSlots(of: 2) { Array($0) } == table.sketch(at: 2).slots)
    let estimate = try table.sketch(at: 0).estimatedJaccard(with: table.sketch(at: 2))
    #expect(table.estimatedJaccard(0, 2) == estimate)
    #expect(abs(estimate - 196 / 296) < 0.12)
  }

  @Test func `an empty document is like nothing, not even another`() throws {
    let table = table(["", "…", "one"])
    #expect(table.isEmpty(0) && table.isEmpty(1) && !table.isEmpty(2))
    #expect(table.estimatedJaccard(0, 1) == 0)
    #expect(try table.sketch(at: 0).estimatedJaccard(with: table.sketch(at: 1)) == 0)
    #expect(table.estimatedJaccard(2, 2) == 1)
  }

  @Test func `tables are joined row by row`() {
    var joined = table([Self.text])
    let other = table([Self.cut, ""])
    for row in 0..<2 { other.withSlots(of: row) { joined.append($0) } }
    #expect(joined.slots == table([Self.text, Self.cut, ""]).slots)
    joined.removeAll()
    #expect(joined.count == 0)
  }

  @Test func `rows have an order in which equal ones meet`() {
    let table = table([Self.text, Self.cut, Self.text])
    #expect(table.precedes(0, 2) == nil)
    #expect(table.precedes(0, 1) != nil)
    #expect(table.precedes(0, 1) != table.precedes(1, 0))
  }

  @Test func `counts equal slots as a plain loop does`() {
    let table = table([Self.text, Self.cut])
    let pairs = zip(table.sketch(at: 0).slots, table.sketch(at: 1).slots)
    #expect(table.equalSlots(0, 1) == pairs.count { $0 == $1 })
    #expect(table.equalSlots(0, 0) == 128)
  }

  @Test func `refuses to compare what cannot be compared, and says why`() {
    let one = SimilaritySketcher().sketch(of: [1])
    let parameters = SketchParameters(slots: 256, shingleSize: 3, seed: 9)
    let other = SimilaritySketcher(parameters: parameters).sketch(of: [1])
    let mismatch = #expect(throws: SketchMismatch.self) { try one.estimatedJaccard(with: other) }
    #expect(
      mismatch?.description == """
        the sketches cannot be compared: they have 128 and 256 slots, shingles of 5 and 3 words, \
        seeds 0 and 9
        """)
  }

  @Test func `scratch is as good as new for every text`() {
    var scratch = SketchingScratch()
    for text in [Self.text, "", "short", Self.cut] {
      scratch.read(text)
      scratch.fingerprint()
      var fresh = SketchingScratch()
      fresh.read(text)
      fresh.fingerprint()
      #expect(scratch.shingles == fresh.shingles)
      #expect(scratch.tokens.hashes == fresh.tokens.hashes)
      #expect(scratch.tokens.bounds == fresh.tokens.bounds)
      #expect(scratch.fingerprints == fresh.fingerprints)
    }
  }
}
