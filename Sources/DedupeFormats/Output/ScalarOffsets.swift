/// Converts UTF-8 offsets into a text to offsets in Unicode scalars, as Python and most readers
/// of JSON count.
package enum ScalarOffsets {
  /// The number of scalars that begin before each UTF-8 offset, in one pass over the text.
  ///
  /// Offsets may come in any order; those beyond the end count as the end.
  /// Complexity: O(*n* + *m* log *m*) for *n* bytes up to the last of *m* offsets.
  package static func converted(_ offsets: [Int], in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { converted(offsets, in: $0) }
  }

  private static func converted(_ offsets: [Int], in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var result = [Int](repeating: 0, count: offsets.count)
    var position = 0
    var scalars = 0
    for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      let end = min(max(offsets[index], 0), bytes.count)
      scalars += scalarStarts(in: bytes[position..<end])
      position = end
      result[index] = scalars
    }
    return result
  }

  /// Every byte but a continuation byte, 10xxxxxx, begins a scalar.
  private static func scalarStarts(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    var continuations = 0
    // A plain loop over bytes is turned into vector code.
    for byte in bytes { continuations &+= Int8(bitPattern: byte) < -64 ? 1 : 0 }
    return bytes.count - continuations
  }
}
