/// Which documents of a segment or of the memory are removed, by their number there.
struct DeadSet: Sendable, Equatable {
  /// 64 documents each; short where nothing died further on.
  private(set) var words: [UInt64] = []
  private(set) var count = 0

  init() {}

  /// Takes over stored words.
  init(words: [UInt64]) {
    self.words = words
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func contains(_ document: Int) -> Bool {
    let word = document >> 6
    return word < words.count && words[word] >> UInt64(document & 63) & 1 == 1
  }

  /// Adds a document; false where it is dead already.
  @discardableResult
  mutating func insert(_ document: Int) -> Bool {
    guard !contains(document) else { return false }
    let word = document >> 6
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(document & 63)
    count += 1
    return true
  }
}
