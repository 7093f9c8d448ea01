import Testing

@testable import NearDuplicates

/// The table against the standard library's knowledge of Unicode, for what version 14 had.
struct ScalarTableTests {
  private static let scalars: [Unicode.Scalar] = (0...0x10FFFF as ClosedRange<UInt32>)
    .compactMap { Unicode.Scalar($0) }
    .filter { scalar in scalar.properties.age.map { $0.major <= 14 } ?? false }

  /// The scalars for which a property does not hold, in hexadecimal.
  private func exceptions(_ holds: (Unicode.Scalar) -> Bool) -> [String] {
    Self.scalars.filter { !holds($0) }.map { String($0.value, radix: 16) }
  }

  private func kind(_ scalar: Unicode.Scalar) -> ScalarClass? {
    ScalarClass(rawValue: ScalarTable.shared.entry(of: scalar.value).kind)
  }

  private func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    let entry = ScalarTable.shared.entry(of: scalar.value)
    if entry.expands {
      let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: ScalarTable.longestExpansion)
      defer { bytes.deallocate() }
      let count = ScalarTable.expand(scalar.value, entry: entry, to: bytes)
      return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
    return (0..<entry.byteCount).map { UInt8(truncatingIfNeeded: entry.bits >> (8 * $0)) }
  }

  @Test func `classes follow the categories`() {
    let exceptions = exceptions { scalar in
      let kind = kind(scalar)
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .decimalNumber:
        return kind == .word
      case .otherLetter, .modifierLetter, .letterNumber:
        return kind != .separator
      case .nonspacingMark, .spacingMark, .enclosingMark:
        return kind == .mark || kind == .ignorable
      case .format:
        return kind == .ignorable || kind == .separator
      default:
        return kind == .separator || scalar == "_"
      }
    }
    #expect(exceptions == [])
  }

  @Test func `knows which scripts have no spaces, and what separates or not`() {
    #expect(exceptions { !$0.properties.isUnifiedIdeograph || kind($0) == .unspaced } == [])
    for scalar in "ひカｶกກកကㄅꀀ々〇𠀀".unicodeScalars { #expect(kind(scalar) == .unspaced) }
    for scalar in "aéжώ한عאक0_".unicodeScalars { #expect(kind(scalar) == .word) }
    for scalar in "\u{200B}\u{A0}’—。、·😀".unicodeScalars { #expect(kind(scalar) == .separator) }
    for scalar in "\u{AD}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{FE0F}\u{301}".unicodeScalars {
      #expect(kind(scalar) == .ignorable)
    }
  }

  @Test func `capitals and small letters fold to the same`() {
    let exceptions = exceptions { scalar in
      let small = scalar.properties.lowercaseMapping.unicodeScalars
      guard kind(scalar) == .word, small.count == 1, let first = small.first else { return true }
      return fold(scalar) == fold(first)
    }
    #expect(exceptions == [])
  }

  @Test func `what is folded stays as it is`() {
    let exceptions = exceptions { scalar in
      let folded = fold(scalar)
      let again = String(decoding: folded, as: UTF8.self).unicodeScalars.flatMap { fold($0) }
      let hasNoFold = kind(scalar) == .separator || kind(scalar) == .ignorable
      return again == folded && folded.isEmpty == hasNoFold
    }
    #expect(exceptions == [])
  }

  @Test func `looks up what the constants say`() {
    let classes = ScalarTable.classRuns
    var run = 0
    let exceptions = exceptions { scalar in
      while run + 1 < classes.count, classes[run + 1] >> 3 <= scalar.value { run += 1 }
      return kind(scalar)?.rawValue == classes[run] & 7
        && fold(scalar) == TokenizerTwin.fold(scalar, kind(scalar))
    }
    #expect(exceptions == [])
  }

  @Test func `runs ascend, for they are searched`() {
    let classes = ScalarTable.classRuns
    #expect(zip(classes, classes.dropFirst()).allSatisfy { $0 < $1 && $0 & 7 != $1 & 7 })
    let folds = ScalarTable.foldRuns.map(FoldRun.init(bits:))
    #expect(zip(folds, folds.dropFirst()).allSatisfy { $0.first + $0.step * $0.more < $1.first })
  }
}
