import Testing

@testable import NearDuplicates

/// Stems from registers are those that going through the letters gives.
@Suite struct StemTests {
  /// The rule in plain words: the first letters, in bytes with small letters for the capitals of
  /// ASCII, as one number.
  static func naive(_ word: String) -> Stem {
    let letters = word.unicodeScalars.count
    let figures = word.utf8.prefix { 0x30...0x39 ~= $0 }.count
    let few = letters <= 4 ? letters : letters == 5 ? 4 : 5
    let kept = figures > 0 ? figures : letters <= 8 ? few : 6
    var bits: UInt64 = 0
    for scalar in word.unicodeScalars.prefix(kept) {
      let isCapital = ("A"..."Z").contains(scalar)
      let folded = isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
      for byte in String(folded).utf8 { bits = (bits << 8 | bits >> 56) ^ UInt64(byte) }
    }
    let mixed = (bits &+ 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Stem(value: UInt32(truncatingIfNeeded: mixed.high ^ mixed.low), letters: letters)
  }

  private static let alphabets = [
    Array("abcxyzABCXYZ0189_"), Array("aZäÖßéñ"), Array("приветМИР"), Array("中文新闻"), Array("aя中𐐀"),
  ]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `agrees with the rule on words of every length and place`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for alphabet in Self.alphabets {
      for length in 1...20 {
        let letters = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
        let word = String(letters)
        let before = String(repeating: ".", count: Int.random(in: 0..<9, using: &random))
        let behind = String(repeating: "z", count: Int.random(in: 0..<9, using: &random))
        var text = before + word + behind
        let stem = text.withUTF8 { bytes in
          Stem(of: bytes, before.utf8.count..<bytes.count - behind.utf8.count)
        }
        #expect(stem == Self.naive(word), "seed \(seed): \(word) in \(text)")
      }
    }
  }

  @Test func `inflected forms fall together and other words do not`() {
    func value(_ word: String) -> UInt32 { Self.naive(word).value }
    #expect(value("leader") == value("Leaders"))
    #expect(value("Regierung") == value("Regierungen"))
    #expect(value("Russia") == value("Russian"))
    #expect(value("poll") != value("pole"))
  }
}
