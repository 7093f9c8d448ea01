import Testing

@testable import NearDuplicates

struct DigestsTests {
  /// Documents of several pages, some without words, named by their places in an order.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `documents are found by their places, whatever page they were read to`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let texts = (0..<700).map { number in
      let words = Int.random(in: 1...40, using: &random)
      return number % 50 == 3 ? "…" : Editing.unrelated(words: words, &random)
    }
    let order = (0..<UInt32(texts.count)).shuffled(using: &random)
    let digests = Digests(
      pages: [Array(texts[..<600]), [], Array(texts[600...])], order: order)
    #expect(digests.pages.map(\.count) == [256, 256, 88, 100])
    #expect(digests.count == texts.count && digests.sketches.count == texts.count)
    var scratch = SketchingScratch()
    var sketches = SketchTable()
    for (place, text) in order.map({ texts[Int($0)] }).enumerated() {
      scratch.read(text)
      scratch.fingerprint()
      scratch.appendSketch(to: &sketches)
      let tokens = scratch.tokens.hashes.map { UInt32(truncatingIfNeeded: $0) }
      #expect(digests.withTokens(of: place) { Array($0) } == tokens, "seed \(seed)")
      #expect(digests.fingerprintCount(of: place) == scratch.fingerprints.count)
    }
    #expect(digests.sketches.slots == sketches.slots)
    for place in stride(from: 0, to: texts.count, by: 90) {
      scratch.read(texts[Int(order[place])])
      scratch.fingerprint()
      #expect(digests.fingerprintSet(of: place) == Set(scratch.fingerprints.map(\.hash)))
    }
  }

  @Test func `a text that fills the memory of its page begins another`() {
    // Slabs have room for two million words: the third of these documents does not fit, and the
    // fourth is longer than a slab.
    let lengths = [900_000, 900_000, 900_000, 2_300_000, 12, 0, 5]
    let texts = lengths.enumerated().map { number, length in
      (0..<length).map { "\(number)w\($0 % 1000)" }.joined(separator: " ")
    }
    let digests = Digests(of: texts)
    #expect(digests.pages.map(\.count) == [2, 1, 1, 3])
    var tokenizer = Tokenizer()
    var tokens = TokenList()
    for (document, text) in texts.enumerated() {
      tokenizer.tokenize(text, into: &tokens)
      let expected = tokens.hashes.map { UInt32(truncatingIfNeeded: $0) }
      #expect(digests.withTokens(of: document) { $0.elementsEqual(expected) }, "\(document)")
    }
  }
}
