import NearDuplicates

/// Finds the date that a line of a head names, and what kind of date it is.
///
/// A line is no date because it mentions one: the date follows a label, has the line or a part
/// between separators to itself, or stands in the dateline of an agency.
enum HeadDate {
  /// The best date of a line; only the first line of a text may go on in prose after its date.
  static func find(
    in line: HeadLine, isFirst: Bool, _ dates: DateParser
  ) -> (Timestamp, DateLabel.Rank)? {
    // No date is without a figure; asking that first makes reading a folder 4 times as fast.
    guard line.hasDigit else { return nil }
    var best: (Timestamp, DateLabel.Rank)?
    for part in parts(of: line) {
      guard let found = labelled(part, isLead: false, dates) ?? bare(part, dates) else { continue }
      if found.1 < best?.1 ?? .none { best = found }
    }
    if let best { return best }
    if isFirst, let lead = labelled(line.text, isLead: true, dates) { return lead }
    return dateline(line.text, dates).map { ($0, .bare) }
  }

  /// The parts of a short line: `By Jane Doe | Published Feb. 17, 2025 · 3 min read`.
  private static func parts(of line: HeadLine) -> [String] {
    guard !line.isCut, line.text.utf8.count <= maximumLength else { return [] }
    let bytes = Array(line.text.utf8)
    var parts: [String] = []
    var start = 0
    for position in bytes.indices where position >= start {
      let rest = bytes[position...]
      guard let separator = separators.first(where: { rest.starts(with: $0) }) else { continue }
      parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
      start = position + separator.count
    }
    guard !parts.isEmpty else { return [line.text] }
    return [line.text] + parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  private static let separators = [" | ", " · ", " • ", " — ", " – ", " - ", " / ", "\t"].map {
    Array($0.utf8)
  }

  /// A part that begins with a label and goes on with a date; a lead may then go on in prose.
  private static func labelled(
    _ part: String, isLead: Bool, _ dates: DateParser
  ) -> (Timestamp, DateLabel.Rank)? {
    let bytes = Array(part.utf8)
    let lowered = Array(part.lowercased().utf8)
    // Where lower case has another length, as in some Turkish words, offsets would not fit.
    guard bytes.count == lowered.count,
      let (rank, length) = DateLabel.find(at: lowered) ?? otherDateLabel(lowered)
    else { return nil }
    let start = bytes[length...].firstIndex { !" \t:=*_\"'".utf8.contains($0) } ?? bytes.count
    guard let (moment, end) = dates.prefix(of: bytes, from: skippingWideColon(bytes, start)) else {
      return nil
    }
    let mayEnd = isLead ? isLeadEnd(bytes, end) : isEnd(bytes, end)
    return mayEnd ? (moment, rank) : nil
  }

  private static func skippingWideColon(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].starts(with: "：".utf8) ? start + "：".utf8.count : start
  }

  /// `Filing date:` and the like: some date, but not surely that of publication.
  private static func otherDateLabel(_ line: [UInt8]) -> (rank: DateLabel.Rank, length: Int)? {
    guard let colon = line.firstIndex(of: JSONByte.colon), colon <= 40,
      line[..<colon].suffix(5).elementsEqual(" date".utf8)
    else { return nil }
    return (.retrieved, colon)
  }

  /// A part that is a date and nothing else.
  private static func bare(_ part: String, _ dates: DateParser) -> (Timestamp, DateLabel.Rank)? {
    let text = part.trimmed(of: " \t()[]*_\"',.")
    // Digits alone may be a page number; only a date that shows itself as one counts.
    guard text.utf8.count >= 8, !text.utf8.allSatisfy(JSONByte.isDigit) else { return nil }
    return dates.timestamp(of: String(text)).map { ($0, .bare) }
  }

  /// The dateline of an agency or a press release: `PARIS, Feb. 17, 2025 (Reuters) – …`.
  private static func dateline(_ line: String, _ dates: DateParser) -> Timestamp? {
    let bytes = Array(line.utf8.prefix(120))
    guard let comma = bytes.firstIndex(of: JSONByte.comma), (2...40).contains(comma),
      isUpperCase(bytes[..<comma])
    else { return nil }
    for start in bytes.indices where bytes[start] == JSONByte.comma {
      guard let (moment, end) = dates.prefix(of: bytes, from: start + 1) else { continue }
      let rest = bytes[end...].drop { $0 == 0x20 || $0 == JSONByte.comma }
      let marks = ["/", "(", "-", "–", "—"]
      return marks.contains { rest.starts(with: $0.utf8) } ? moment : nil
    }
    return nil
  }

  private static func isUpperCase(_ place: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: place, as: UTF8.self)
    return text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
      && !text.contains(where: \.isNumber)
  }

  /// Whether a part may end here: nothing but a short remark without a sentence follows.
  private static func isEnd(_ bytes: [UInt8], _ end: Int) -> Bool {
    let rest = String(decoding: bytes[end...], as: UTF8.self).trimmed(of: " \t\"'*_.,;)|")
    guard rest.utf8.count <= 40 else { return false }
    // "Published on February 17, 2025, the report …" is prose and goes on in lower case.
    return rest.isEmpty || "([|/".contains(rest.prefix(1)) || rest.first?.isUppercase == true
      || rest.hasPrefix("by ")
  }

  /// Whether prose may begin here, as a sentence does.
  private static func isLeadEnd(_ bytes: [UInt8], _ end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    guard let first = rest.first, first.isWhitespace || "|:–—-".contains(first) else {
      return false
    }
    return rest.trimmed(of: " \t|:–—-").first?.isLowercase != true
  }

  private static let maximumLength = 160
}
