import NearDuplicates
import Testing

/// The tokenizer against its twin, over texts that mix what the fast path knows with what it does
/// not, at every offset within a block.
struct TokenizerTwinTests {
  private static let snippets = [
    " ", " ", " ", "\n", ", ", ". ", "’s", "“", "”", "—", "…", " ", "«", "»", "–", "‘", "•",
    "the", "of", "A", "Report", "REUTERS", "internationalisation", "x86_64", "2024", "don't",
    "counterrevolutionaries", "_", "é", "e\u{301}", "Ünïcödé", "naïve", "Straße", "ẞ", "ﬁnal",
    "Ｆｕｌｌ", "ｶﾞ", "ガ", "カ\u{3099}", "Привет", "мир", "Ёлка", "Е\u{308}", "Ἀθήνα", "ΣΟΦΟΣ",
    "ς", "中文", "新闻", "東京タワー", "ひらがな", "ภาษาไทย", "ກໍ", "ខ្មែរ", "မြန်မာ", "한국어",
    "हिन्दी", "क़", "العَرَبِيَّة", "آ", "עִבְרִית", "😀", "👩‍👩‍👧", "1️⃣", "🇩🇪", "\u{AD}", "\u{200D}",
    "\u{200B}", "\u{FEFF}", "\u{301}", "\u{93E}", "𝐁𝐨𝐥𝐝", "𐐀", "𑂚", "𠀀", "ª", "µ", "º", "²", "¼",
    "§", "№", "℃", "Ⅳ", "ⓐ", "\u{0}", "\u{7F}", "\u{FFFD}", "・", "、", "。", "々", "〇",
  ]

  private static let invalid: [[UInt8]] = [
    [0x80], [0xC2], [0xC0, 0x80], [0xE2, 0x80], [0xE2], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xF5],
    [0xFF], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80, 0x41], [0xC2, 0x20],
  ]

  private static func randomText(_ random: inout SplitMix, bytes: Int) -> [UInt8] {
    let isPlain = Bool.random(using: &random)
    var text: [UInt8] = []
    while text.count < bytes {
      let isInvalid = Int.random(in: 0..<20, using: &random) == 0
      let isSpace = Int.random(in: 0..<2, using: &random) == 0
      if isInvalid, !isPlain {
        text += invalid.randomElement(using: &random) ?? []
      } else if isSpace {
        text.append(0x20)
      } else {
        let range = isPlain ? snippets.prefix(26) : snippets[...]
        text += Array((range.randomElement(using: &random) ?? "").utf8)
      }
    }
    return text
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `agrees with its twin on random texts`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let tokenizers = EveryTokenizer()
    for _ in 0..<25 {
      let length = Int.random(in: 0..<400, using: &random)
      let text = Self.randomText(&random, bytes: length)
      #expect(tokenizers.agree(on: text), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `agrees with its twin across pieces`(seed: UInt64) {
    var random = SplitMix(seed: 1000 + seed)
    let text = Self.randomText(&random, bytes: 30_000)
    let tokenizers = EveryTokenizer()
    #expect(tokenizers.agree(on: text), "seed \(seed)")
  }

  @Test func `agrees with its twin at every offset in a block`() {
    let tokenizers = EveryTokenizer()
    for snippet in Set(Self.snippets).map({ Array($0.utf8) }) + Self.invalid {
      let offsets = (0...130).filter { offset in
        let filler: UInt8 = offset.isMultiple(of: 2) ? 0x61 : 0x20
        let text = [UInt8](repeating: filler, count: offset) + snippet + [filler, 0x62]
        return !tokenizers.agree(on: text)
      }
      #expect(offsets == [], "\(snippet)")
    }
  }

  @Test func `agrees with its twin on words of every length up to the end of the text`() {
    let tokenizers = EveryTokenizer()
    for length in 1...140 {
      let word = (0..<length).map { 0x41 + UInt8($0 % 26) }
      let leads = (0..<70).filter { lead in
        let text = [UInt8](repeating: 0x20, count: lead) + word
        return !tokenizers.agree(on: text)
      }
      #expect(leads == [], "words of \(length) letters")
    }
  }

  @Test func `takes one token from each letter of a long text without spaces`() {
    let text = String(repeating: "新", count: 20_000)
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokens(of: text)
    #expect(tokens.count == 20_000)
    #expect(tokens.allSatisfy { $0.isUnspaced && $0.hash == tokens[0].hash })
    #expect(tokens.last?.range == 59_997..<60_000)
  }
}
