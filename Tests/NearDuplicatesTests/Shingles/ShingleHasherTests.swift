import Testing

@testable import NearDuplicates

struct ShingleHasherTests {
  private func randomTokens(_ count: Int, outOf words: UInt64, seed: UInt64) -> [UInt64] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      var word = SplitMix(seed: UInt64.random(in: 0..<words, using: &random))
      return word.next()
    }
  }

  private func shingles(_ tokens: [UInt64], size: Int) -> [UInt64] {
    var shingles: [UInt64] = [1, 2, 3]
    ShingleHasher(size: size).hashes(of: tokens, into: &shingles)
    return shingles
  }

  /// Shingles by definition: each token rotated by thirteen times its place.
  private func twin(_ tokens: [UInt64], size: Int) -> [UInt64] {
    (0..<tokens.count - size + 1).map { start in
      let state = (0..<size).reduce(0 as UInt64) { state, place in
        let (token, count) = (tokens[start + place], UInt64(13 * place % 64))
        return state ^ (token << count | token >> (64 - count))
      }
      let product = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
      return product ^ product >> 29
    }
  }

  @Test(arguments: Kernels.available, [1, 2, 5, 6, 8, 12, 64])
  func `agrees with the definition on every processor`(kernels: Kernels, size: Int) {
    for count in size...size + 40 {
      let tokens = randomTokens(count, outOf: 1 << 40, seed: UInt64(count))
      var hashes: [UInt64] = [1, 2, 3]
      ShingleHasher(size: size).hashes(of: tokens, into: &hashes, kernels: kernels)
      #expect(hashes == twin(tokens, size: size), "\(count) tokens")
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8, 12, 64], 0..<3 as Range<UInt64>)
  func `tells apart what joined strings tell apart`(size: Int, seed: UInt64) {
    let tokens = randomTokens(3000, outOf: 4, seed: seed)
    let hashes = shingles(tokens, size: size)
    let strings = (0...tokens.count - size).map { start in
      tokens[start..<start + size].map { String($0) }.joined(separator: " ")
    }
    #expect(hashes.count == strings.count)
    #expect(Set(hashes).count == Set(strings).count, "seed \(seed)")
    let pairs = zip(hashes, strings).map { "\($0) \($1)" }
    #expect(Set(pairs).count == Set(strings).count, "seed \(seed)")
  }

  @Test(arguments: [3, 5, 8, 12])
  func `a shingle depends on its tokens alone`(size: Int) {
    let passage = randomTokens(40, outOf: 1 << 40, seed: 7)
    let text = randomTokens(23, outOf: 1 << 40, seed: 8) + passage
    let inside = shingles(passage, size: size)
    #expect(Array(shingles(text, size: size).suffix(inside.count)) == inside)
  }

  @Test func `a short text is one shingle that depends on its length`() {
    let tokens = randomTokens(5, outOf: 1 << 40, seed: 9)
    var seen: Set<UInt64> = []
    for count in 1...5 {
      let hashes = shingles(Array(tokens.prefix(count)), size: 5)
      #expect(hashes.count == 1)
      seen.formUnion(hashes)
    }
    for zeros in [[0], [0, 0], [0, 0, 0, 0, 0]] as [[UInt64]] {
      seen.formUnion(shingles(zeros, size: 5))
    }
    #expect(seen.count == 8)
    #expect(shingles([], size: 5) == [])
  }

  @Test func `order counts, and so does repetition`() {
    #expect(shingles([1, 2, 3, 4, 5], size: 5) != shingles([5, 4, 3, 2, 1], size: 5))
    #expect(Set(shingles([7, 7, 7, 7, 7, 7], size: 5)).count == 1)
    #expect(shingles([7, 7, 7, 7, 7], size: 5) != shingles([8, 8, 8, 8, 8], size: 5))
  }

  @Test func `values are the same on every platform`() {
    let tokens = randomTokens(8, outOf: 1 << 40, seed: 1)
    #expect(shingles(tokens, size: 5) == Self.goldenFive)
    #expect(shingles(tokens, size: 8) == Self.goldenEight)
    #expect(shingles([tokens[0]], size: 5) == Self.goldenShort)
  }

  private static let goldenFive: [UInt64] = [
    0x9D8B_C0D5_86D3_D0F9,
    0x2C0F_FE67_FBE0_E545,
    0xB5A7_80E7_B3E9_DB60,
    0xB6BE_5906_6B65_3659,
  ]
  private static let goldenEight: [UInt64] = [0xB5D3_B98D_08D2_3137]
  private static let goldenShort: [UInt64] = [0x8096_4672_D79F_777D]
}
