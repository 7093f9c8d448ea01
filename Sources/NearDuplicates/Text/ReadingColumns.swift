/// The words of a reading under way, in memory that serves text after text.
///
/// Filling a column through a pointer and copying it once into an array of its size costs 1.5 ns a
/// word and column less than appending to an array.
struct ReadingColumns {
  private let words, stems, begins, ends: UnsafeMutablePointer<UInt32>
  private let letters: UnsafeMutablePointer<UInt8>
  private let flags: UnsafeMutablePointer<Reading.Flags>
  private(set) var count = 0

  /// The bytes that a word takes in all columns.
  private static let bytesPerWord = 18

  /// Fills columns with the tokens of a text; `storage` is grown to hold them.
  static func withColumns<Result>(
    of text: UnsafeBufferPointer<UInt8>, tokens: TokenList, storage: inout [UInt64],
    _ body: (ReadingColumns) -> Result
  ) -> Result {
    let needed = (tokens.count * bytesPerWord + 7) / 8 + 1
    if storage.count < needed { storage = [UInt64](repeating: 0, count: needed * 3 / 2) }
    return storage.withUnsafeMutableBytes { storage in
      guard let base = storage.baseAddress else { preconditionFailure("storage is never empty") }
      var columns = ReadingColumns(base, capacity: tokens.count)
      columns.append(tokens, of: text)
      return body(columns)
    }
  }

  private init(_ base: UnsafeMutableRawPointer, capacity: Int) {
    words = base.assumingMemoryBound(to: UInt32.self)
    stems = words + capacity
    begins = stems + capacity
    ends = begins + capacity
    letters = UnsafeMutableRawPointer(ends + capacity).assumingMemoryBound(to: UInt8.self)
    flags = UnsafeMutableRawPointer(letters + capacity)
      .assumingMemoryBound(to: Reading.Flags.self)
  }

  private mutating func append(_ tokens: TokenList, of text: UnsafeBufferPointer<UInt8>) {
    var style = HouseStyle()
    tokens.hashes.withUnsafeBufferPointer { hashes in
      tokens.bounds.withUnsafeBufferPointer { bounds in
        for index in hashes.indices {
          append(
            UInt32(truncatingIfNeeded: hashes[index]), bounds[index], text: text, style: &style)
        }
      }
    }
  }

  @inline(__always)
  private mutating func append(
    _ hash: UInt32, _ bounds: TokenBounds, text: UnsafeBufferPointer<UInt8>,
    style: inout HouseStyle
  ) {
    let begin = bounds.begin
    let end = bounds.end
    switch style.edit(hash) {
    case .keep:
      append(hash, Stem(of: text, begin..<end), bounds, text)
    case .replace(let word):
      append(word, Stem(value: word, letters: end &- begin), bounds, text)
    case .joinToLast(let word):
      words[count &- 1] = word
      stems[count &- 1] = word
      ends[count &- 1] = UInt32(truncatingIfNeeded: end)
    case .drop:
      break
    }
  }

  @inline(__always)
  private mutating func append(
    _ word: UInt32, _ stem: Stem, _ bounds: TokenBounds, _ text: UnsafeBufferPointer<UInt8>
  ) {
    words[count] = word
    stems[count] = stem.value
    letters[count] = UInt8(truncatingIfNeeded: min(stem.letters, 255))
    begins[count] = UInt32(truncatingIfNeeded: bounds.begin)
    ends[count] = UInt32(truncatingIfNeeded: bounds.end)
    var shape = Reading.Flags(wordAt: bounds.begin, in: text)
    if bounds.isUnspaced { shape.insert(.unspaced) }
    flags[count] = shape
    count &+= 1
  }

  // MARK: Arrays of the columns

  var wordArray: [UInt32] { Array(UnsafeBufferPointer(start: words, count: count)) }
  var stemArray: [UInt32] { Array(UnsafeBufferPointer(start: stems, count: count)) }
  var beginArray: [UInt32] { Array(UnsafeBufferPointer(start: begins, count: count)) }
  var endArray: [UInt32] { Array(UnsafeBufferPointer(start: ends, count: count)) }
  var letterArray: [UInt8] { Array(UnsafeBufferPointer(start: letters, count: count)) }
  var flagArray: [Reading.Flags] { Array(UnsafeBufferPointer(start: flags, count: count)) }
}

extension Reading.Flags {
  /// What the first letter of a word says.
  @inline(__always)
  fileprivate init(wordAt begin: Int, in text: UnsafeBufferPointer<UInt8>) {
    let first = text[begin]
    if first < 0x80 {
      self = first &- 0x30 < 10 ? .figure : first &- 0x41 < 26 ? .capitalised : []
    } else {
      self = Self.isUppercase(text, at: begin) ? .capitalised : []
    }
  }

  /// Whether the scalar outside ASCII at an offset is a capital.
  ///
  /// The library takes 40 ns to tell; letters of scripts that news is written in are told apart by
  /// their ranges.
  private static func isUppercase(_ text: UnsafeBufferPointer<UInt8>, at begin: Int) -> Bool {
    // U+4000 to U+9FFF: most of what is read letter by letter.
    if 0xE4...0xE9 ~= text[begin] { return false }
    var decoder = UTF8()
    var bytes = text[begin...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
    switch scalar.value {
    case 0xC0...0xDE: return scalar.value != 0xD7
    case 0xDF...0xFF, 0x430...0x45F: return false
    case 0x400...0x42F: return true
    case 0x3040...0xA48F, 0xAC00...0xD7A3: return false
    default: return scalar.properties.isUppercase
    }
  }
}
