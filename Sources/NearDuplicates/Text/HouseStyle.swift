/// Brings the house styles of outlets together, so that runs of equal text stay whole.
///
/// The text itself is never changed: only the words that the alignment compares are. Rules exist
/// for what differs mechanically between houses: honorifics, months, small numerals, "per cent",
/// "U.S." and a few dozen British spellings.
package struct HouseStyle {
  /// What becomes of a word.
  package enum Edit: Equatable {
    /// The word stays as it is.
    case keep
    /// The word is compared as another.
    case replace(UInt32)
    /// The word and the one before it are compared as one.
    case joinToLast(UInt32)
    /// The word is not compared.
    case drop
  }

  private var last: UInt32 = 0

  /// Creates the style at the start of a text.
  package init() {}

  /// What becomes of the next word of the text, given the ones before it.
  package mutating func edit(_ word: UInt32) -> Edit {
    defer { last = word }
    guard Rules.shared.mayApply(to: word) else { return .keep }
    if let joined = Rules.shared.joined[Rules.Pair(first: last, second: word)] {
      return .joinToLast(joined)
    }
    if Rules.shared.dropped.contains(word) { return .drop }
    if let other = Rules.shared.replaced[word] { return .replace(other) }
    return .keep
  }

  private struct Rules {
    struct Pair: Hashable {
      var first: UInt32
      var second: UInt32
    }

    static let shared = Rules()

    var dropped: Set<UInt32> = []
    var replaced: [UInt32: UInt32] = [:]
    var joined: [Pair: UInt32] = [:]
    /// One bit for the low 14 bits of each word with a rule: settles 99 % of all words.
    private var filter = [UInt64](repeating: 0, count: 256)

    func mayApply(to word: UInt32) -> Bool {
      filter[Int(word >> 6 & 255)] >> UInt64(word & 63) & 1 == 1
    }

    private init() {
      for word in HouseStyle.droppedWords { drop(word) }
      for (word, other) in HouseStyle.replacements { replace(word, other) }
      for (number, word) in HouseStyle.numerals.enumerated() { replace(word, String(number + 1)) }
      for (first, second, other) in HouseStyle.joins { join(first, second, other) }
    }

    private mutating func drop(_ word: String) {
      dropped.insert(note(word))
    }

    private mutating func replace(_ word: String, _ other: String) {
      replaced[note(word)] = Tokenizer.word(other)
    }

    private mutating func join(_ first: String, _ second: String, _ other: String) {
      joined[Pair(first: Tokenizer.word(first), second: note(second))] = Tokenizer.word(other)
    }

    private mutating func note(_ word: String) -> UInt32 {
      let hash = Tokenizer.word(word)
      filter[Int(hash >> 6 & 255)] |= 1 << UInt64(hash & 63)
      return hash
    }
  }

  private static let droppedWords = ["mr", "mrs", "ms", "dr", "percent", "pct"]

  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static let joins = [
    ("u", "s", "us"), ("u", "k", "uk"), ("u", "n", "un"), ("e", "u", "eu"),
    ("united", "states", "us"), ("united", "kingdom", "uk"), ("united", "nations", "un"),
    ("european", "union", "eu"), ("per", "cent", "per"),
  ]

  private static let replacements = [
    ("jan", "january"), ("feb", "february"), ("apr", "april"), ("aug", "august"),
    ("sept", "september"), ("sep", "september"), ("oct", "october"), ("nov", "november"),
    ("dec", "december"), ("sen", "senator"), ("rep", "representative"), ("gov", "governor"),
    ("gen", "general"), ("col", "colonel"), ("lt", "lieutenant"), ("prof", "professor"),
    ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
    ("centre", "center"), ("theatre", "theater"), ("metre", "meter"), ("metres", "meters"),
    ("kilometre", "kilometer"), ("kilometres", "kilometers"), ("litre", "liter"),
    ("programme", "program"), ("programmes", "programs"), ("colour", "color"),
    ("favour", "favor"), ("favourite", "favorite"), ("honour", "honor"), ("labour", "labor"),
    ("neighbour", "neighbor"), ("neighbours", "neighbors"), ("behaviour", "behavior"),
    ("rumour", "rumor"), ("harbour", "harbor"), ("organise", "organize"),
    ("organised", "organized"), ("organisation", "organization"),
    ("organisations", "organizations"), ("realise", "realize"), ("realised", "realized"),
    ("recognise", "recognize"), ("recognised", "recognized"), ("criticise", "criticize"),
    ("criticised", "criticized"), ("analyse", "analyze"), ("apologise", "apologize"),
    ("apologised", "apologized"), ("authorised", "authorized"), ("travelled", "traveled"),
    ("travelling", "traveling"), ("cancelled", "canceled"), ("grey", "gray"),
    ("tonnes", "tons"), ("zelenskyy", "zelensky"), ("zelenskiy", "zelensky"), ("kiev", "kyiv"),
  ]
}
