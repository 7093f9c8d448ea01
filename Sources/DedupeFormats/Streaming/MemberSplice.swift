/// Where a member goes into a JSON object whose other bytes stay as they are.
///
/// The new member becomes the last one. Members that have its name already are cut out, each with
/// one comma.
package struct MemberSplice: Sendable, Equatable {
  /// Bytes of the line that are left out, rising.
  private(set) var cuts: [Range<Int>] = []
  /// Where the member is put: before the last brace.
  private(set) var place: Int
  /// Whether a member is left that it has to be parted from.
  private(set) var needsComma: Bool

  /// Finds the place in a line that is a valid object with these fields, of which those that have
  /// the name of the member are replaced.
  init(
    fields: [JSONField], in line: UnsafeRawBufferPointer, isReplaced: (JSONField) -> Bool
  ) {
    place = line.lastIndex(of: JSONByte.closeBrace) ?? line.count
    needsComma = false
    for (index, field) in fields.enumerated() {
      guard isReplaced(field) else {
        needsComma = true
        continue
      }
      if needsComma {
        // What came before stays, with blanks behind it, and the comma goes.
        let comma = line[fields[index - 1].value.upperBound...].firstIndex(of: JSONByte.comma)
        cuts.append((comma ?? field.keyStart)..<field.value.upperBound)
      } else {
        let next = index + 1 < fields.count ? fields[index + 1].keyStart : field.value.upperBound
        cuts.append(field.keyStart..<next)
      }
    }
  }

  /// Makes the offsets count from so many bytes before.
  mutating func shift(by offset: Int) {
    guard offset > 0 else { return }
    cuts = cuts.map { $0.lowerBound + offset..<$0.upperBound + offset }
    place += offset
  }

  /// Appends the line with the member, which is written as `"name":value`.
  package func append(
    _ member: [UInt8], to line: UnsafeRawBufferPointer, into target: inout [UInt8]
  ) {
    var start = 0
    for cut in cuts {
      target.append(contentsOf: line[start..<cut.lowerBound])
      start = cut.upperBound
    }
    target.append(contentsOf: line[start..<place])
    if needsComma { target.append(JSONByte.comma) }
    target.append(contentsOf: member)
    target.append(contentsOf: line[place...])
  }
}

extension JSONField {
  /// Where the quotation mark before the key stands.
  fileprivate var keyStart: Int { key.lowerBound - 1 }
}
