import Testing

@testable import NearDuplicates

extension ShingleFilter {
  fileprivate mutating func share(of text: [UInt32], in other: [UInt32]) -> Double {
    text.withUnsafeBufferPointer { text in
      other.withUnsafeBufferPointer { share(of: text, in: $0) }
    }
  }
}

struct ShingleFilterTests {
  /// The share of the 3-word shingles of one list that another has, by their definition.
  private func twin(_ text: [UInt32], _ other: [UInt32]) -> Double {
    func shingles(_ words: [UInt32]) -> [[UInt32]] {
      words.count < 3 ? [] : (0...words.count - 3).map { Array(words[$0..<$0 + 3]) }
    }
    let known = Set(shingles(other))
    let own = shingles(text)
    return own.isEmpty ? 0 : Double(own.count { known.contains($0) }) / Double(own.count)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `finds all that both have and hardly more`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var filter = ShingleFilter()
    for _ in 0..<20 {
      let length = Int.random(in: 0...900, using: &random)
      let text = (0..<length).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
      var other = (0..<Int.random(in: 0...2000, using: &random)).map { _ in
        UInt32.random(in: 0...UInt32.max, using: &random)
      }
      let lifted = text.dropFirst(length / 3).prefix(Int.random(in: 0...300, using: &random))
      other.insert(contentsOf: lifted, at: other.count / 2)
      let exact = twin(text, other)
      let found = filter.share(of: text, in: other)
      // One bit in 32 is set by accident: of fewer shingles some more in a list may be.
      #expect(exact <= found && found <= exact + 0.06 + 3 / Double(max(1, length)))
    }
  }

  @Test func `a filter forgets the pair before`() {
    var filter = ShingleFilter()
    let text: [UInt32] = Array(1...400)
    let other: [UInt32] = Array(1001...1400)
    #expect(filter.share(of: text, in: text) == 1)
    #expect(filter.share(of: text, in: other) < 0.1)
    #expect(filter.share(of: other, in: other) == 1)
  }

  @Test func `texts of less than three words share nothing`() {
    var filter = ShingleFilter()
    #expect(filter.share(of: [1, 2], in: [1, 2, 3]) == 0)
    #expect(filter.share(of: [1, 2, 3], in: [1, 2]) == 0)
    #expect(filter.share(of: [], in: []) == 0)
    #expect(filter.share(of: [1, 2, 3], in: [1, 2, 3]) == 1)
  }
}
