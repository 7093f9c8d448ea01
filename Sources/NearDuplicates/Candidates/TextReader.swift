/// Makes readings: tokenises texts and marks what the profile knows to be boilerplate.
package struct TextReader {
  /// Reads the houses of the texts.
  package var houses = HouseReader()
  private let profile: Profile
  private let hasher = ShingleHasher(size: Winnower.defaultSize)
  private var tokenizer = Tokenizer()
  private var tokens = TokenList()
  private var hashes: [UInt64] = []
  private var scratch = ReadingScratch()

  /// Creates a reader; it keeps its buffers from text to text.
  package init(profile: Profile) {
    self.profile = profile
  }

  /// Reads a text.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package mutating func read(_ text: String) -> Reading {
    var text = text
    tokenizer.tokenize(text, into: &tokens)
    var reading = text.withUTF8 { Reading(of: $0, tokens: tokens, scratch: &scratch) }
    flagRepeated(&reading)
    weigh(&reading)
    return reading
  }

  private func weigh(_ reading: inout Reading) {
    let weights = profile.weights
    let isCovered = weights.covers(reading.words)
    let rareWeight = weights.rareWeight(isCovered: isCovered)
    if isCovered {
      reading.weigh(rareFrom: rareWeight) { word, _ in weights.coveredWeight(of: word) }
    } else {
      reading.weigh(rareFrom: rareWeight) { weights.uncoveredWeight(of: $0, letters: $1) }
    }
  }

  /// The hashes of the 5-word shingles of the last text that was read.
  package func shingles() -> [UInt64] {
    var shingles: [UInt64] = []
    ShingleHasher().hashes(of: tokens, into: &shingles)
    return shingles
  }

  /// A hash of the tokens of a text, 0 where it has none.
  package static func identity(of text: String) -> UInt64 {
    var tokenizer = Tokenizer()
    var tokens = TokenList()
    tokenizer.tokenize(text, into: &tokens)
    return tokens.identity
  }

  /// A hash of the tokens of the last text that was read, 0 where it had none.
  package func identity() -> UInt64 { tokens.identity }

  /// Flags what the profile knows of the last text: boilerplate, and what several houses have.
  private mutating func flagRepeated(_ reading: inout Reading) {
    guard profile.knownBoilerplate + profile.knownWidespread > 0,
      tokens.count >= Winnower.defaultSize
    else { return }
    hasher.hashes(of: tokens, into: &hashes)
    let stretches = profile.repeatedStretches(of: hashes)
    reading.flag(.boilerplate, stretches.boilerplate.map { tokens.range(of: $0) })
    reading.flag(.widespread, stretches.widespread.map { tokens.range(of: $0) })
  }
}
