/// How far a text speaks in the first person outside of quotations.
///
/// News is told of others: "I" and "we" stand between quotation marks. A speech, a memo, an appeal or
/// a column is told by whom it is of, and often printed without any marks: what two articles share of
/// it is no reporting.
enum FirstPerson {
  /// The share of such words up to which a text is told of others.
  private static let leastShare = 0.004
  /// The share from which a text is told in the first person.
  private static let fullShare = 0.012
  /// Words that are added to the narration, so that one slip in a brief proves little.
  private static let doubt = 150.0
  /// The share of its function words that tells a language: half of all English articles have 16 %
  /// and more of the words below, of German ones 14 %, of Russian ones 6 %, of Chinese ones 3 %.
  private static let leastFunctionShare = 0.015

  /// How far the narration is told in the first person: 0 as a report is, 1 as a speech is.
  ///
  /// In the language whose function words are most; 0 in a language that is none of
  /// ``languages``.
  ///
  /// Complexity: O(*n*) for *n* words.
  static func degree(of reading: Reading) -> Double {
    var all = 0
    var function = [Int](repeating: 0, count: languages.count)
    var personal = function
    for (word, flags) in reading.flags.enumerated() where flags.isNarration {
      all += 1
      guard let known = Words.shared.languages(of: reading.words[word]) else { continue }
      for language in languages.indices {
        function[language] += Int(known.function >> UInt16(language) & 1)
        if known.personal >> UInt16(language) & 1 == 1, isPersonal(word, of: reading) {
          personal[language] += 1
        }
      }
    }
    let language = languages.indices.max { (function[$0], $1) < (function[$1], $0) } ?? 0
    guard Double(function[language]) >= leastFunctionShare * Double(all) else { return 0 }
    let share = Double(personal[language]) / (Double(all) + doubt)
    return min(1, max(0, (share - leastShare) / (fullShare - leastShare)))
  }

  /// Whether a word of the first person is one where it stands: "i." and the "I" of "World War I" are
  /// none, nor that of 我国, "our country", and 自我, "self".
  private static func isPersonal(_ word: Int, of reading: Reading) -> Bool {
    switch reading.words[word] {
    case Words.english:
      return reading.flags[word].contains(.capitalised) && !endsName(word, of: reading)
    case Words.chinese:
      let before = word > 0 ? reading.words[word - 1] : 0
      let behind = word + 1 < reading.count ? reading.words[word + 1] : 0
      return !Words.beforeChinese.contains(before) && !Words.behindChinese.contains(behind)
    default: return true
    }
  }

  /// Whether a word follows a name that does not begin a sentence.
  private static func endsName(_ word: Int, of reading: Reading) -> Bool {
    reading.followsClosely(word) && reading.flags[word - 1].contains(.capitalised)
      && reading.followsClosely(word - 1)
  }

  // MARK: Words

  /// The languages of each word that tells one.
  private struct Words {
    static let shared = Words()
    static let english = Tokenizer.word("I")
    static let chinese = Tokenizer.word("我")
    static let beforeChinese = Set("自忘无無".map { Tokenizer.word(String($0)) })
    static let behindChinese = Set(
      "国國军軍省市县縣区區方党黨校台臺部院社州府局驻駐海对對".map { Tokenizer.word(String($0)) })

    /// A bit for each language of which a word is.
    struct Languages {
      var function: UInt16 = 0
      var personal: UInt16 = 0
    }

    private var words: [UInt32: Languages] = [:]
    /// One bit for the low 14 bits of each word: settles 99 % of the other words.
    private var filter = [UInt64](repeating: 0, count: 256)

    init() {
      for (number, language) in FirstPerson.languages.enumerated() {
        for word in language.function { note(word) { $0.function |= 1 << UInt16(number) } }
        for word in language.personal { note(word) { $0.personal |= 1 << UInt16(number) } }
      }
    }

    private mutating func note(_ word: String, _ change: (inout Languages) -> Void) {
      let hash = Tokenizer.word(word)
      filter[Int(hash >> 6 & 255)] |= 1 << UInt64(hash & 63)
      change(&words[hash, default: Languages()])
    }

    @inline(__always)
    func languages(of word: UInt32) -> Languages? {
      filter[Int(word >> 6 & 255)] >> UInt64(word & 63) & 1 == 1 ? words[word] : nil
    }
  }

  private struct Language {
    /// Words that are frequent in any text of the language, all of them together more so than in
    /// texts of the others.
    var function: [String]
    /// Words of the first person; none that means something else without its diacritics, such as
    /// "us", a country, or Portuguese "nós", which is "nos" then.
    var personal: [String]
  }

  private static let languages = [
    Language(
      function: ["the", "of", "and", "to", "that", "with", "was", "were"],
      personal: ["I", "me", "my", "myself", "we", "our", "ours", "ourselves"]),
    Language(
      function: ["die", "der", "und", "das", "den", "ist", "nicht", "mit", "auch"],
      personal: [
        "ich", "mich", "mir", "mein", "meine", "meinem", "meiner", "meines", "wir", "uns", "unser",
        "unsere", "unserem", "unseren", "unserer", "unseres",
      ]),
    Language(
      function: ["les", "des", "et", "est", "une", "dans", "du", "pas", "pour"],
      personal: ["je", "moi", "mon", "mes", "nous"]),
    Language(
      function: ["el", "los", "y", "las", "una", "con", "del", "por"],
      personal: [
        "yo", "mi", "mis", "nosotros", "nosotras", "nuestro", "nuestra", "nuestros", "nuestras",
      ]),
    Language(
      function: ["os", "uma", "não", "do", "em", "dos", "com", "ao"],
      personal: ["meu", "minha", "meus", "minhas", "nosso", "nossa", "nossos", "nossas"]),
    Language(
      function: ["che", "il", "di", "della", "per", "gli", "una", "sono"],
      personal: [
        "io", "mio", "mia", "miei", "mie", "noi", "nostro", "nostra", "nostri", "nostre",
      ]),
    Language(
      function: ["het", "een", "van", "en", "niet", "dat", "voor", "zijn"],
      personal: ["ik", "mijn", "wij", "we", "ons", "onze"]),
    Language(
      function: ["что", "это", "как", "не", "из", "был", "по", "и"],
      personal: [
        "я", "меня", "мне", "мной", "мой", "моя", "моё", "мои", "мою", "моего", "моей", "моих",
        "мы", "нас", "нам", "нами", "наш", "наша", "наше", "наши", "нашу", "нашего", "нашей",
        "наших", "нашим", "нашими", "нашем", "нашему",
      ]),
    Language(function: ["的", "了", "在", "是"], personal: ["我"]),
    // Of these only the function words matter: texts in them are taken for none of the others.
    Language(function: ["の", "は", "を", "に"], personal: []),
    Language(function: ["се", "да", "от", "са", "за", "на", "че"], personal: []),
    Language(function: ["та", "що", "у", "від", "не", "до"], personal: []),
    Language(function: ["si", "la", "pe", "cu", "este", "nu", "din"], personal: []),
    Language(function: ["och", "att", "som", "det", "av", "jeg", "ikke", "er"], personal: []),
  ]
}
