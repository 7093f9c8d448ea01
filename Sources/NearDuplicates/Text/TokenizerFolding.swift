/// Cuts a stretch of UTF-8 into tokens scalar by scalar: all of Unicode, at the pace of a table.
struct TokenFolder {
  let text: UnsafePointer<UInt8>
  /// Where the folded form of the token under way is gathered; ``scratchSize`` bytes.
  let folded: UnsafeMutablePointer<UInt8>
  let table = ScalarTable.shared

  /// A word whose folded form is longer than this is hashed in links: the hash of the link before,
  /// eight bytes, stands before the next link.
  static let longestLink = 4096
  static let scratchSize = longestLink + 16

  /// The token under way.
  private struct OpenToken {
    var begin = -1
    var isUnspaced = false
    var length = 0

    var isOpen: Bool { begin >= 0 }
  }

  /// Appends the tokens of a stretch that begins and ends at the borders of scalars.
  @inline(never)
  func tokenize(_ stretch: Range<Int>, into stage: inout TokenStage, _ list: inout TokenList) {
    var token = OpenToken()
    var offset = stretch.lowerBound
    while offset < stretch.upperBound {
      let (scalar, length) = scalar(at: offset, before: stretch.upperBound)
      let entry = table.entry(of: scalar)
      switch entry.kind {
      case ScalarClass.word.rawValue:
        if !token.isOpen || token.isUnspaced {
          close(&token, at: offset, &stage, &list)
          token.begin = offset
        }
        fold(scalar, entry, into: &token)
      case ScalarClass.unspaced.rawValue:
        close(&token, at: offset, &stage, &list)
        token.begin = offset
        token.isUnspaced = true
        fold(scalar, entry, into: &token)
      case ScalarClass.mark.rawValue:
        if !token.isOpen { token.begin = offset }
        fold(scalar, entry, into: &token)
      case ScalarClass.ignorable.rawValue:
        break
      default:
        close(&token, at: offset, &stage, &list)
      }
      offset &+= length
    }
    close(&token, at: stretch.upperBound, &stage, &list)
  }

  /// The scalar at an offset and its length; U+FFFD, of length 1, for a byte that begins none.
  @inline(__always)
  private func scalar(at offset: Int, before end: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let room = end &- offset
    if first < 0xE0 {
      guard first >= 0xC2, room >= 2 else { return (0xFFFD, 1) }
      let second = UInt32(text[offset &+ 1]) ^ 0x80
      return second < 0x40 ? ((first & 0x1F) &<< 6 | second, 2) : (0xFFFD, 1)
    }
    guard room >= 3 else { return (0xFFFD, 1) }
    let second = UInt32(text[offset &+ 1]) ^ 0x80
    let third = UInt32(text[offset &+ 2]) ^ 0x80
    guard second | third < 0x40 else { return (0xFFFD, 1) }
    if first < 0xF0 {
      let scalar = (first & 0xF) &<< 12 | second &<< 6 | third
      let isScalar = scalar >= 0x800 && scalar & 0xF800 != 0xD800
      return isScalar ? (scalar, 3) : (0xFFFD, 1)
    }
    guard room >= 4, first < 0xF5 else { return (0xFFFD, 1) }
    let fourth = UInt32(text[offset &+ 3]) ^ 0x80
    let scalar = (first & 7) &<< 18 | second &<< 12 | third &<< 6 | fourth
    let isScalar = fourth < 0x40 && scalar >= 0x10000 && scalar <= 0x10FFFF
    return isScalar ? (scalar, 4) : (0xFFFD, 1)
  }

  @inline(__always)
  private func fold(_ scalar: UInt32, _ entry: ScalarEntry, into token: inout OpenToken) {
    let target = folded + token.length
    if entry.expands {
      token.length += ScalarTable.expand(scalar, entry: entry, to: target)
    } else {
      UnsafeMutableRawPointer(target).storeBytes(of: entry.bits.littleEndian, as: UInt32.self)
      token.length &+= entry.byteCount
    }
    if token.length > TokenFolder.longestLink - ScalarTable.longestExpansion {
      startNextLink(of: &token)
    }
  }

  @inline(never)
  private func startNextLink(of token: inout OpenToken) {
    let link = xxh3(folded, token.length).littleEndian
    UnsafeMutableRawPointer(folded).storeBytes(of: link, as: UInt64.self)
    token.length = 8
  }

  @inline(__always)
  private func close(
    _ token: inout OpenToken, at end: Int, _ stage: inout TokenStage, _ list: inout TokenList
  ) {
    guard token.isOpen else { return }
    let bounds = TokenBounds(begin: token.begin, end: end, isUnspaced: token.isUnspaced)
    stage.append(xxh3(folded, token.length), bounds, &list)
    token = OpenToken()
  }
}
