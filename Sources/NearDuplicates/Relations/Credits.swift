/// The news agencies that a document names where credits stand: in its first and last words, or
/// as its source.
package struct Credits: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// How many words at either end are searched.
  private static let reach = 60

  /// Names that stand for one agency each; the index is the agency's bit.
  private static let agencies: [[String]] = [
    ["ap", "associated press"], ["reuters"], ["afp", "agence france"], ["dpa"], ["bloomberg"],
    ["upi"], ["tass"], ["interfax"], ["xinhua"], ["ansa"], ["efe"], ["kyodo"], ["pti"], ["ria"],
    ["tribune content"], ["cnn wire"], ["sid"], ["epd"], ["kna"], ["apa"],
  ]

  /// Finds the credits of a reading.
  init(_ reading: Reading, source: String?) {
    rawValue = 0
    let count = reading.count
    for word in 0..<count where word < Self.reach || word >= count - Self.reach {
      insert(at: word, of: reading.words, isName: reading.flags[word].contains(.capitalised))
    }
    var tokenizer = Tokenizer()
    let name = tokenizer.tokens(of: source ?? "").map { UInt32(truncatingIfNeeded: $0.hash) }
    for word in name.indices { insert(at: word, of: name, isName: true) }
  }

  private mutating func insert(at word: Int, of words: [UInt32], isName: Bool) {
    guard isName, let entry = Self.table[words[word]] else { return }
    let second = word + 1 < words.count ? words[word + 1] : 0
    if entry.second == nil || entry.second == second {
      insert(Credits(rawValue: 1 << entry.bit))
    }
  }

  private struct Entry {
    var bit: UInt32
    var second: UInt32?
  }

  private static let table: [UInt32: Entry] = {
    var table: [UInt32: Entry] = [:]
    for (bit, names) in agencies.enumerated() {
      for name in names {
        let words = name.split(separator: " ").map { Tokenizer.word(String($0)) }
        table[words[0]] = Entry(bit: UInt32(bit), second: words.count > 1 ? words[1] : nil)
      }
    }
    return table
  }()
}
