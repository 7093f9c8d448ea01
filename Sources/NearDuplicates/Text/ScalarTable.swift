/// What the tokenizer does with a scalar.
enum ScalarClass: UInt32 {
  /// Ends a token.
  case separator = 0
  /// Belongs to a word of a script with spaces.
  case word = 1
  /// Belongs to the token before it, or starts a word where there is none.
  case mark = 2
  /// Is a token of its own, with the marks that follow.
  case unspaced = 3
  /// Belongs to the token before it but not to its hash; never starts one.
  case ignorable = 4
}

/// Class and folded form of one scalar, in four bytes.
///
///     bit  0…23  the folded scalar in UTF-8, first byte lowest
///         24…25  how many bytes that is, 0 to 3
///         26…28  the class
///            29  set where the folded form is longer than that
struct ScalarEntry {
  var bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(_ kind: ScalarClass) { bits = kind.rawValue << 26 }

  init(_ kind: ScalarClass, folded: UInt32) {
    let (bytes, count) = ScalarEntry.encode(folded)
    self.init(kind)
    bits |= count > 3 ? ScalarEntry.expandsBit : bytes | count << 24
  }

  static let expandsBit: UInt32 = 1 << 29

  @inline(__always)
  var kind: UInt32 { bits >> 26 & 7 }
  /// Whether the scalar is a token of its own.
  @inline(__always)
  var startsToken: Bool { kind == ScalarClass.unspaced.rawValue }
  /// Whether the scalar belongs to the hash of a token.
  @inline(__always)
  var hasFold: Bool { bits & (3 << 24 | ScalarEntry.expandsBit) != 0 }
  @inline(__always)
  var byteCount: Int { Int(truncatingIfNeeded: bits >> 24 & 3) }
  /// Whether the scalar is a token of its own whose folded form has three bytes.
  @inline(__always)
  var isLetterOfThreeBytes: Bool { bits >> 24 == ScalarClass.unspaced.rawValue << 2 | 3 }
  /// Whether the scalar belongs to a word and its folded form stands here.
  @inline(__always)
  var isPlainWord: Bool { bits >> 26 == ScalarClass.word.rawValue }
  @inline(__always)
  var expands: Bool { bits & ScalarEntry.expandsBit != 0 }

  /// UTF-8 of a scalar, first byte lowest, and its length.
  static func encode(_ scalar: UInt32) -> (bytes: UInt32, count: UInt32) {
    let tail = 0x80 | scalar & 0x3F
    let middle = 0x80 | scalar >> 6 & 0x3F
    switch scalar {
    case 0..<0x80: return (scalar, 1)
    case 0x80..<0x800: return (0xC0 | scalar >> 6 | tail << 8, 2)
    case 0x800..<0x10000: return (0xE0 | scalar >> 12 | middle << 8 | tail << 16, 3)
    default:
      let second = 0x80 | scalar >> 12 & 0x3F
      return (0xF0 | scalar >> 18 | second << 8 | middle << 16 | tail << 24, 4)
    }
  }
}

/// A run of letters that fold to one other letter each.
///
///     bit  0…20  the first letter
///         21…31  how many more
///            32  whether every second scalar is meant
///         33…34  how far the folded letter moves from one to the next
///         35…55  what the first folds to
struct FoldRun {
  let bits: UInt64

  var first: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
  var more: UInt32 { UInt32(truncatingIfNeeded: bits >> 21 & 0x7FF) }
  var step: UInt32 { UInt32(truncatingIfNeeded: bits >> 32 & 1) + 1 }
  var advance: UInt32 { UInt32(truncatingIfNeeded: bits >> 33 & 3) }
  var target: UInt32 { UInt32(truncatingIfNeeded: bits >> 35 & 0x1F_FFFF) }

  /// What `scalar` folds to, or nil where the run does not hold it.
  func fold(_ scalar: UInt32) -> UInt32? {
    guard scalar >= first else { return nil }
    let (index, rest) = (scalar - first).quotientAndRemainder(dividingBy: step)
    return rest == 0 && index <= more ? target + advance * index : nil
  }
}

/// Class and fold of every scalar, looked up in constant time in the first plane.
///
/// The constants of `ScalarTableData.swift` (21 KB) are expanded once, in 0.3 ms, into 256 KB, of which a
/// text touches the few pages of its script; planes above the first are searched.
struct ScalarTable: @unchecked Sendable {
  /// The entries of the first plane, never written after `init` and never freed.
  let firstPlane: UnsafePointer<UInt32>

  static let shared = ScalarTable()

  private init() {
    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: 0x10000)
    ScalarTable.fillClasses(entries)
    ScalarTable.fillFolds(entries)
    ScalarTable.fillExpansions(entries)
    firstPlane = UnsafePointer(entries)
  }

  /// Entries of every scalar, each folding to itself.
  private static func fillClasses(_ entries: UnsafeMutablePointer<UInt32>) {
    for (index, run) in classRuns.enumerated() where run >> 3 < 0x10000 {
      let end = index + 1 < classRuns.count ? min(classRuns[index + 1] >> 3, 0x10000) : 0x10000
      let kind = ScalarClass(rawValue: run & 7) ?? .separator
      let keepsBytes = kind == .word || kind == .mark || kind == .unspaced
      for scalar in run >> 3..<end {
        let entry = keepsBytes ? ScalarEntry(kind, folded: scalar) : ScalarEntry(kind)
        entries[Int(scalar)] = entry.bits
      }
    }
  }

  private static func fillFolds(_ entries: UnsafeMutablePointer<UInt32>) {
    for run in foldRuns.lazy.map(FoldRun.init(bits:)) where run.first < 0x10000 {
      for index in 0...run.more {
        let scalar = Int(run.first + run.step * index)
        let (bytes, count) = ScalarEntry.encode(run.target + run.advance * index)
        entries[scalar] = entries[scalar] & 0x1C00_0000 | bytes | count << 24
      }
    }
  }

  private static func fillExpansions(_ entries: UnsafeMutablePointer<UInt32>) {
    var row = 0
    while row < firstRowAboveFirstPlane {
      let scalar = Int(expansions[row])
      let kept = entries[scalar] & 0x1C00_0000
      entries[scalar] = kept | ScalarEntry.expandsBit | UInt32(row)
      row += 2 + Int(expansions[row + 1])
    }
  }

  /// Class and, where three bytes hold it, folded form of a scalar.
  @inline(__always)
  func entry(of scalar: UInt32) -> ScalarEntry {
    if scalar < 0x10000 {
      return ScalarEntry(bits: firstPlane[Int(scalar)])
    }
    return ScalarTable.entryAboveFirstPlane(scalar)
  }

  /// Letters up there take four bytes, so all of them count as expanding.
  @inline(never)
  static func entryAboveFirstPlane(_ scalar: UInt32) -> ScalarEntry {
    let run = classRuns[lastIndex(in: classRuns) { $0 >> 3 <= scalar }]
    let kind = ScalarClass(rawValue: run & 7) ?? .separator
    return kind == .separator || kind == .ignorable
      ? ScalarEntry(kind) : ScalarEntry(kind, folded: scalar)
  }

  /// Writes the folded form of a scalar whose entry says that it expands, and returns its length,
  /// at most ``longestExpansion``.
  @inline(never)
  static func expand(
    _ scalar: UInt32, entry: ScalarEntry, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if scalar < 0x10000 {
      return writeRow(Int(entry.bits & 0xFF_FFFF), to: target)
    }
    var row = firstRowAboveFirstPlane
    while row < expansions.count, expansions[row] < scalar {
      row += 2 + Int(expansions[row + 1])
    }
    if row < expansions.count, expansions[row] == scalar {
      return writeRow(row, to: target)
    }
    let run = FoldRun(bits: foldRuns[lastIndex(in: foldRuns) { FoldRun(bits: $0).first <= scalar }])
    return write(run.fold(scalar) ?? scalar, to: target)
  }

  /// Three scalars of four bytes.
  static let longestExpansion = 12

  /// Where the rows of ``expansions`` for scalars above the first plane begin.
  private static let firstRowAboveFirstPlane: Int = {
    var row = 0
    while row < expansions.count, expansions[row] < 0x10000 {
      row += 2 + Int(expansions[row + 1])
    }
    return row
  }()

  private static func writeRow(_ row: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var length = 0
    for scalar in expansions[row + 2..<row + 2 + Int(expansions[row + 1])] {
      length += write(scalar, to: target + length)
    }
    return length
  }

  private static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    let (bytes, count) = ScalarEntry.encode(scalar)
    for index in 0..<count {
      target[Int(index)] = UInt8(truncatingIfNeeded: bytes >> (8 * index))
    }
    return Int(count)
  }

  /// The index of the last element that fulfils a condition, which holds for the first elements up
  /// to some point and for none behind it; 0 where it holds for none.
  private static func lastIndex<T>(in sorted: [T], where holds: (T) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
