import NearDuplicates
import Testing

/// The paths of their own that Cyrillic and letters without spaces take, against the twin.
struct TokenizerScriptTests {
  /// Every scalar of the first plane between an ideograph and letters of Cyrillic and ASCII, with
  /// and without spaces around it.
  @Test(arguments: [0x80..<0x800, 0x800..<0x3000, 0x3000..<0xA000, 0xA000..<0x10000])
  func `agrees with its twin on every scalar beside every kind of letter`(scalars: Range<UInt32>) {
    let tokenizers = EveryTokenizer()
    for first in stride(from: scalars.lowerBound, to: scalars.upperBound, by: 128) {
      var text = ""
      for scalar in (first..<first + 128).compactMap({ Unicode.Scalar($0) }) {
        text += "中\(scalar)国\(scalar) Я\(scalar)й т\(scalar) \(scalar)x"
      }
      let bytes = Array(text.utf8)
      let agrees = tokenizers.agree(on: bytes)
      #expect(agrees, "U+\(String(first, radix: 16)) and the next 127")
    }
  }

  /// All pairs of bytes of which the first may begin a letter of Cyrillic, whole or not.
  @Test(arguments: [0xD0, 0xD1] as [UInt8], [0, 1, 14, 15, 16, 62, 63, 64, 127, 2047])
  func `agrees with its twin on every second byte, at every edge`(lead: UInt8, offset: Int) {
    let tokenizers = EveryTokenizer()
    let exceptions = (0...255 as ClosedRange<UInt8>).filter { second in
      let front = [UInt8](repeating: 0x61, count: offset)
      let text = front + [lead, second] + Array("Шй".utf8) + [lead, 0x20, lead, second, lead]
      return !tokenizers.agree(on: text)
    }
    #expect(exceptions == [])
  }

  @Test func `agrees with its twin on Russian words of every length, at every offset`() {
    let tokenizers = EveryTokenizer()
    let letters = Array("ПодъёмНойЯщикЩука")
    for length in 1...40 {
      let word = String((0..<length).map { letters[$0 % letters.count] })
      let regular = word.replacing("ё", with: "е")
      let leads = (0..<66).filter { lead in
        let text = Array((String(repeating: " ", count: lead) + "\(word) \(regular)").utf8)
        return !tokenizers.agree(on: text)
      }
      #expect(leads == [], "\(length) letters")
    }
  }

  /// More letters than are hashed at once, and marks behind the last of them.
  @Test(arguments: [1, 447, 448, 449, 1150, 1151, 1152, 1153, 2303, 2304, 3456, 7000])
  func `agrees with its twin on long runs of letters`(count: Int) {
    let tokenizers = EveryTokenizer()
    for end in ["", "\u{3099}", "\u{301}か", "。", "a", "é", "\u{FE0F}新", "が", "𠀀"] {
      for letter in ["新", "か"] {
        let text = Array((String(repeating: letter, count: count) + end).utf8)
        #expect(
          tokenizers.agree(on: text), "\(count) \(letter) \(end)")
      }
    }
  }

  /// Irregular letters at the end of a block and, after some ASCII, at the begin of another.
  @Test func `agrees with its twin on letters at any distance`() {
    let tokenizers = EveryTokenizer()
    for letter in ["é", "新", "ё", "й", "”"] {
      let distances = (0...200).filter { distance in
        let gap = String(repeating: "b c", count: distance).prefix(distance)
        let front = String(repeating: " ", count: 64 - letter.utf8.count)
        let text = Array((front + letter + gap + " " + letter + "d").utf8)
        return !tokenizers.agree(on: text)
      }
      #expect(distances == [], "\(letter)")
    }
  }

  private static let alphabets: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x61...0x7A, 0xA0...0xFF, 0x100...0x24F, 0x300...0x36F, 0x370...0x3FF,
    0x400...0x52F, 0x410...0x44F, 0x410...0x44F, 0x590...0x6FF, 0x900...0x97F, 0xE00...0xE7F,
    0x2000...0x206F, 0x3000...0x30FF, 0x4DF0...0x4E10, 0x4E00...0x9FFF, 0x9FF0...0xA010,
    0xAC00...0xD7FF, 0xE000...0xE010, 0xF900...0xFAFF, 0xFF00...0xFFFF, 0x1F600...0x1F64F,
    0x20000...0x20100,
  ]

  private static let separators = ["“", "— ", "»", " ", "\u{A0}", "\n"]

  /// Words of scalars from a few alphabets, with some bytes cut out.
  private static func randomText(_ random: inout SplitMix) -> [UInt8] {
    let alphabets = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Self.alphabets.randomElement(using: &random) ?? 0x20...0x7E
    }
    let isLong = Int.random(in: 0..<8, using: &random) == 0
    let count = Int.random(in: 0..<(isLong ? 6000 : 300), using: &random)
    let wordLength = Int.random(in: 1...24, using: &random)
    let breaksEvery = Int.random(in: 10...1000, using: &random)
    var text: [UInt8] = []
    while text.count < count {
      let alphabet = alphabets.randomElement(using: &random) ?? 0x20...0x7E
      let scalar = Unicode.Scalar(UInt32.random(in: alphabet, using: &random)) ?? " "
      text += Array(String(Character(scalar)).utf8)
      if Int.random(in: 0..<breaksEvery, using: &random) == 0 { text.removeLast() }
      if Int.random(in: 0...wordLength, using: &random) == 0 {
        text += Array((separators.randomElement(using: &random) ?? "").utf8)
      }
    }
    return text
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `agrees with its twin on random scalars`(seed: UInt64) {
    var random = SplitMix(seed: 2000 + seed)
    let tokenizers = EveryTokenizer()
    for _ in 0..<25 {
      let text = Self.randomText(&random)
      #expect(tokenizers.agree(on: text), "seed \(seed): \(text)")
    }
  }
}
