/// The words, numbers and marks of a date.
extension DateScanner {
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Runs a step and takes back what it read if it fails.
  mutating func attempt<Result>(_ step: (inout DateScanner) -> Result?) -> Result? {
    let start = position
    if let result = step(&self) { return result }
    position = start
    return nil
  }

  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    let start = position
    while let byte = next, JSONByte.isDigit(byte), position - start < 9 {
      value = value * 10 + Int(byte - JSONByte.zero)
      position += 1
    }
    if let byte = next, JSONByte.isDigit(byte) { return nil }
    return position > start ? (value, position - start) : nil
  }

  mutating func shortNumber() -> Int? {
    guard let number = number(), number.digits <= 2 else { return nil }
    return number.value
  }

  mutating func twoDigits() -> Int? {
    guard let number = number(), number.digits == 2 else { return nil }
    return number.value
  }

  /// The letters from here on, in lower case.
  mutating func word() -> String? {
    let start = position
    while let byte = next, isInsideWord(byte) { position += 1 }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private func isInsideWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80 && !isNoBreakSpace(at: position)
  }

  mutating func monthName() -> Int? { word().flatMap { DateWords.months[$0] } }

  mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  mutating func takeSeparator() -> UInt8? {
    guard let byte = next, "-/.".utf8.contains(byte) else { return nil }
    position += 1
    return byte
  }

  private func isNoBreakSpace(at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xC2 && bytes[offset + 1] == 0xA0
  }

  mutating func skipSpace() {
    while let byte = next {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        position += 1
      } else if isNoBreakSpace(at: position) {
        position += 2
      } else {
        return
      }
    }
  }

  mutating func skipPunctuation() {
    skipSpace()
    while let byte = next, ",.-/".utf8.contains(byte) {
      position += 1
      skipSpace()
    }
  }

  /// Skips punctuation and the words that stand inside a date.
  mutating func skipLinks() {
    skipPunctuation()
    while attempt({ $0.word().flatMap { DateWords.links.contains($0) ? true : nil } }) != nil {
      skipPunctuation()
    }
  }

  /// Skips space, commas, dashes and words of either set.
  mutating func skipWords(_ first: Set<String>, _ second: Set<String>) {
    skipJoints()
    while attempt({ $0.wordAmong(first, second) }) != nil { skipJoints() }
  }

  private mutating func wordAmong(_ first: Set<String>, _ second: Set<String>) -> String? {
    guard let word = word(), first.contains(word) || second.contains(word) else { return nil }
    return word
  }

  private mutating func skipJoints() {
    skipSpace()
    while let byte = next {
      if ",.|-".utf8.contains(byte) {
        position += 1
      } else if !take("–"), !take("—"), !take("·"), !take("•") {
        return
      }
      skipSpace()
    }
  }

  /// What need not be there.
  enum Dispensable { case space, dot }

  /// Skips what need not be there; always true, to stand in a chain of conditions.
  mutating func skipped(_ what: Dispensable) -> Bool {
    switch what {
    case .space: skipSpace()
    case .dot: _ = take(".")
    }
    return true
  }
}
