import NearDuplicates
import Testing

struct TokenizerTests {
  /// The stretches of a text that are tokens.
  private func words(_ text: String) -> [String] {
    var tokenizer = Tokenizer()
    let utf8 = Array(text.utf8)
    return tokenizer.tokens(of: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
  }

  private func hashes(_ text: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    return tokenizer.tokens(of: text).map(\.hash)
  }

  @Test(arguments: [
    ("", []),
    (" .,!?\n", []),
    ("U.S. weighs Russia’s offer", ["U", "S", "weighs", "Russia", "s", "offer"]),
    ("state-of-the-art, 3.5%", ["state", "of", "the", "art", "3", "5"]),
    ("snake_case x2", ["snake_case", "x2"]),
    ("“Yes…” – «Да»", ["Yes", "Да"]),
    ("北京 2024年", ["北", "京", "2024", "年"]),
    ("iPhone手机", ["iPhone", "手", "机"]),
    ("ที่นี่", ["ที่", "นี่"]),
    ("한국어 뉴스", ["한국어", "뉴스"]),
    ("हिन्दी में", ["हिन्दी", "में"]),
    ("no\u{AD}thing zero\u{200B}width", ["no\u{AD}thing", "zero", "width"]),
    ("\u{FEFF}start", ["start"]),
    ("I ❤️ NY 👍🏽", ["I", "NY"]),
    ("H₂O 10²", ["H", "O", "10"]),
  ])
  func `cuts by the rules`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("Café", "cafe"), ("Cafe\u{301}", "CAFÉ"), ("ΟΔΥΣΣΕΎΣ", "οδυσσευς"), ("Ёлка", "елка"),
    ("STRAẞE", "straße"), ("Ｎｅｗｓ", "news"), ("ガラス", "ｶﾞﾗｽ"), ("ガ", "カ\u{3099}"),
    ("ﬁnal", "final"), ("İstanbul", "istanbul"), ("co\u{AD}operate", "cooperate"),
    ("العَرَبِيَّة", "العربية"), ("क\u{93C}", "\u{958}"), ("𐐀", "𐐨"), ("1\u{FE0F}\u{20E3}", "1"),
  ])
  func `folds what is written in two ways`(one: String, other: String) {
    #expect(hashes(one) == hashes(other))
    #expect(!hashes(one).isEmpty)
  }

  @Test(arguments: [("Straße", "Strasse"), ("news", "new"), ("か", "が"), ("1", "2"), ("a", "_")])
  func `keeps apart what differs`(one: String, other: String) {
    #expect(hashes(one) != hashes(other))
  }

  @Test func `hashes are those of XXH3, on every platform`() {
    #expect(hashes("a") == [0xE6C6_32B6_1E96_4E1F])
    #expect(hashes("abc") == [0x78AF_5F94_892F_3950])
    #expect(hashes("NEWS") == hashes("news"))
    let text = "The of News Reuters internationally Привет 中"
    #expect(hashes(text) == Self.golden)
  }

  @Test(arguments: ["the", "reuters", "internationally", "counterrevolutionaries", "привет", "中"])
  func `hashes are those of the library`(word: String) {
    let utf8 = Array(word.utf8)
    #expect(hashes(word) == [xxh3(utf8, utf8.count)])
  }

  @Test func `a word beyond all measure is one token, with a hash of all its letters`() {
    let long = String(repeating: "é", count: 10_000)
    #expect(hashes(long).count == 1)
    #expect(hashes(long + "a") != hashes(long + "b"))
    #expect(hashes("a" + long) != hashes("b" + long))
    #expect(hashes(long) == hashes(String(repeating: "e", count: 10_000)))
  }

  @Test func `a list is replaced, not added to`() {
    var tokenizer = Tokenizer()
    var list = TokenList()
    tokenizer.tokenize("one two three", into: &list)
    tokenizer.tokenize("中 four", into: &list)
    #expect(list.count == 2)
    #expect(list.isUnspaced(0) && !list.isUnspaced(1))
    #expect(list.range(of: 0..<2) == 0..<8)
    #expect(list.begin(1) == 4 && list.end(1) == 8)
    tokenizer.tokenize("", into: &list)
    #expect(list.isEmpty)
  }

  @Test func `a word stands for its token`() {
    #expect(Tokenizer.word("Mr.") == UInt32(truncatingIfNeeded: hashes("mr")[0]))
    #expect(Tokenizer.word("…") == 0)
  }

  private static let golden: [UInt64] = [
    0xCB12_8363_1CF3_3D7D,
    0xAFC4_F972_37A2_8350,
    0xCEA6_A9C0_8EAD_0124,
    0x14D9_56C2_A74E_7420,
    0x329B_1D30_5C7B_8C0C,
    0xE5F7_D851_E85C_62D4,
    0x0524_B6E0_5BC2_0C62,
  ]
}
