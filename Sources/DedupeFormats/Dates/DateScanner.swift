import NearDuplicates

/// Reads one date from the bytes of a text, from left to right.
struct DateScanner {
  private let bytes: [UInt8]
  private let slashOrder: DateParser.SlashOrder
  /// The byte after what was read.
  private(set) var position: Int

  init(_ bytes: [UInt8], slashOrder: DateParser.SlashOrder, position: Int = 0) {
    self.bytes = bytes
    self.slashOrder = slashOrder
    self.position = position
  }

  /// A day of the calendar as written.
  private struct Day {
    var year: Int
    var month: Int
    var day: Int
  }

  /// A time of day in seconds, with the offset from UTC where one was written.
  private struct Time {
    var seconds: Int
    var offset: Int?
  }

  /// Whether nothing but space, a closing mark or a remark in parentheses is left.
  var isAtEnd: Bool {
    let rest = bytes[position...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return rest.isEmpty || rest.elementsEqual([JSONByte.dot])
      || (rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")"))
  }

  /// Reads a date with its time, in either order, or returns nil.
  mutating func moment() -> Timestamp? {
    skipWords(DateWords.weekdays, DateWords.joiners)
    var time = attempt { $0.timeWithZone() }
    if time != nil { skipWords(DateWords.weekdays, DateWords.joiners) }
    guard let (day, innerTime) = day() else { return nil }
    time = time ?? innerTime
    if time == nil { time = attempt { $0.trailingTime() } }
    return timestamp(day, time)
  }

  private func timestamp(_ day: Day, _ time: Time?) -> Timestamp? {
    guard let date = Timestamp(year: day.year, month: day.month, day: day.day) else { return nil }
    guard let time else { return date }
    return Timestamp(seconds: date.seconds + Int64(time.seconds - (time.offset ?? 0) * 60))
  }

  // MARK: Days

  private mutating func day() -> (Day, Time?)? {
    if let day = attempt({ $0.numericDay() }) { return (day, nil) }
    if let day = attempt({ $0.dayBeforeMonth() }) { return (day, nil) }
    return attempt { $0.monthBeforeDay() }
  }

  /// `2025-02-17`, `20250217`, `2025年2月17日`, `17.02.2025`, `02/17/2025`.
  private mutating func numericDay() -> Day? {
    guard let first = number() else { return nil }
    switch first.digits {
    case 8: return packedDay(first.value)
    case 4: return yearFirstDay(year: first.value)
    case 1, 2: return yearLastDay(first: first.value)
    default: return nil
    }
  }

  private func packedDay(_ value: Int) -> Day? {
    let day = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    return timestamp(day, nil) == nil ? nil : day
  }

  private mutating func yearFirstDay(year: Int) -> Day? {
    if let marks = attempt({ $0.eastAsianYear() }) {
      guard let month = shortNumber(), skipped(.space), take(marks.month), skipped(.space),
        let day = shortNumber(), skipped(.space), take(marks.day)
      else { return nil }
      return Day(year: year, month: month, day: day)
    }
    if let separator = takeSeparator() {
      guard let month = shortNumber(), takeSeparator() == separator, let day = shortNumber() else {
        return attempt { $0.yearBeforeMonthName(year) }
      }
      return Day(year: year, month: month, day: day)
    }
    return yearBeforeMonthName(year)
  }

  /// `2021. február 17`, `2025 Feb 17`.
  private mutating func yearBeforeMonthName(_ year: Int) -> Day? {
    skipPunctuation()
    guard let month = monthName() else { return nil }
    skipPunctuation()
    return shortNumber().map { Day(year: year, month: month, day: $0) }
  }

  private mutating func eastAsianYear() -> (month: String, day: String)? {
    skipSpace()
    let marks: (String, String)? = take("年") ? ("月", "日") : take("년") ? ("월", "일") : nil
    skipSpace()
    return marks
  }

  private mutating func yearLastDay(first: Int) -> Day? {
    guard let separator = takeSeparator() else { return nil }
    skipSpace()
    guard let second = shortNumber(), takeSeparator() == separator else { return nil }
    skipSpace()
    guard let year = fullYear() else { return nil }
    // Only the slash is written with the month first; what cannot be a month settles the rest.
    let isMonthFirst =
      separator == UInt8(ascii: "/") && (slashOrder == .monthFirst || second > 12) && first <= 12
    return isMonthFirst
      ? Day(year: year, month: first, day: second)
      : Day(year: year, month: second, day: first)
  }

  /// A year of four digits, or of two: 69 to 99 are of the last century, as in POSIX.
  private mutating func fullYear() -> Int? {
    guard let year = number() else { return nil }
    switch year.digits {
    case 4: return year.value
    case 2: return year.value + (year.value < 69 ? 2000 : 1900)
    default: return nil
    }
  }

  /// `17 February 2025`, `17. Februar 2021`, `17 de febrero de 2021`, `17-Feb-2025`.
  private mutating func dayBeforeMonth() -> Day? {
    guard let day = ordinal() else { return nil }
    skipLinks()
    guard let month = monthName() else { return nil }
    skipLinks()
    guard let year = year() else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `February 17, 2025`, `Feb. 17th 2025`, `Feb 17 10:11:12 +0000 2025`.
  private mutating func monthBeforeDay() -> (Day, Time?)? {
    guard let month = monthName() else { return nil }
    skipLinks()
    guard let day = ordinal() else { return nil }
    skipLinks()
    if let year = attempt({ $0.year() }) {
      return (Day(year: year, month: month, day: day), nil)
    }
    guard let time = timeWithZone() else { return nil }
    skipLinks()
    return year().map { (Day(year: $0, month: month, day: day), time) }
  }

  /// A year of four digits; `г.` and `года` after it belong to it.
  private mutating func year() -> Int? {
    guard let year = number(), year.digits == 4 else { return nil }
    let end = position
    skipSpace()
    if let word = word(), ["г", "года", "р", "року"].contains(word) {
      _ = take(".")
    } else {
      position = end
    }
    return year.value
  }

  /// A day of the month: `17`, `17.`, `17th`, `1er`, `1º`.
  private mutating func ordinal() -> Int? {
    guard let day = shortNumber() else { return nil }
    for suffix in ["st", "nd", "rd", "th", "er", "º", "ª", "°"] where take(suffix) { break }
    return day
  }

  // MARK: Times

  private mutating func trailingTime() -> Time? {
    let start = position
    if take("T") || take("t"), let packed = attempt({ $0.packedTime() }) { return packed }
    position = start
    skipWords(DateWords.joiners, DateWords.weekdays)
    return timeWithZone()
  }

  /// `101112` or `1011`, after the `T` of the basic form.
  private mutating func packedTime() -> Time? {
    guard let number = number(), number.digits == 4 || number.digits == 6 else { return nil }
    let value = number.digits == 4 ? number.value * 100 : number.value
    skipFraction()
    return withZone(time(value / 10_000, value / 100 % 100, value % 100))
  }

  private mutating func timeWithZone() -> Time? { withZone(clock()) }

  private mutating func withZone(_ time: Time?) -> Time? {
    guard var time else { return nil }
    _ = attempt { $0.skipped(.space) && $0.word() == "uhr" ? true : nil }
    time.offset = attempt { $0.zone() }
    return time
  }

  /// `10:11`, `10:11:12.5`, `3:04 pm`, `3 p.m.`, `15h30`, `10.11 Uhr`, `10时11分`.
  private mutating func clock() -> Time? {
    guard let hour = shortNumber() else { return nil }
    if take(":") || take("h") {
      guard let minute = twoDigits() else { return nil }
      let second = take(":") ? twoDigits() : 0
      skipFraction()
      return second.flatMap { time(halved(hour).value, minute, $0) }
    }
    if let minute = attempt({ $0.minuteOfWrittenClock() }) { return time(hour, minute, 0) }
    let adjusted = halved(hour)
    return adjusted.isWritten ? time(adjusted.value, 0, 0) : nil
  }

  private mutating func minuteOfWrittenClock() -> Int? {
    if take(".") {
      guard let minute = twoDigits(), skipped(.space), word() == "uhr" else { return nil }
      return minute
    }
    if take("时") || take("時") || take("시") {
      skipSpace()
      guard let minute = shortNumber(), take("分") || take("분") else { return 0 }
      return minute
    }
    skipSpace()
    return word() == "uhr" ? 0 : nil
  }

  /// An hour with what `am` or `pm` made of it.
  private struct Hour {
    var value: Int
    var isWritten = false
  }

  private mutating func halved(_ hour: Int) -> Hour {
    guard let half = attempt({ $0.halfOfDay() }), (1...12).contains(hour) else {
      return Hour(value: hour)
    }
    return Hour(value: hour % 12 + half, isWritten: true)
  }

  private mutating func halfOfDay() -> Int? {
    skipSpace()
    guard let word = word() else { return nil }
    switch word {
    case "am": return 0
    case "pm": return 12
    case "a" where take(".") && self.word() == "m" && skipped(.dot): return 0
    case "p" where take(".") && self.word() == "m" && skipped(.dot): return 12
    default: return nil
    }
  }

  private func time(_ hour: Int, _ minute: Int, _ second: Int) -> Time? {
    // A leap second counts as the second before it.
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return Time(seconds: hour * 3600 + minute * 60 + min(second, 59), offset: nil)
  }

  /// `Z`, `+01:00`, `-0500`, `GMT+1`, `EST`, as minutes from UTC.
  private mutating func zone() -> Int? {
    skipSpace()
    if let offset = attempt({ $0.numericOffset() }) { return offset }
    let isEnclosed = take("(")
    guard let name = word(), let offset = DateWords.zones[name] else { return nil }
    if isEnclosed { guard take(")") else { return nil } }
    return attempt { $0.numericOffset() } ?? offset
  }

  private mutating func numericOffset() -> Int? {
    guard let sign = next, sign == UInt8(ascii: "+") || sign == JSONByte.minus else { return nil }
    position += 1
    guard let first = number() else { return nil }
    var minutes = first.digits == 4 ? first.value / 100 * 60 + first.value % 100 : first.value * 60
    if first.digits <= 2, take(":") { minutes += twoDigits() ?? 0 }
    guard first.digits <= 4, first.digits != 3, minutes <= 15 * 60 else { return nil }
    return sign == JSONByte.minus ? -minutes : minutes
  }

  private mutating func skipFraction() {
    guard next == JSONByte.dot || next == JSONByte.comma, position + 1 < bytes.count,
      JSONByte.isDigit(bytes[position + 1])
    else { return }
    position += 1
    while let byte = next, JSONByte.isDigit(byte) { position += 1 }
  }

  // MARK: Tokens

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Runs a step and takes back what it read if it fails.
  private mutating func attempt<Result>(_ step: (inout DateScanner) -> Result?) -> Result? {
    let start = position
    if let result = step(&self) { return result }
    position = start
    return nil
  }

  private mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    let start = position
    while let byte = next, JSONByte.isDigit(byte), position - start < 9 {
      value = value * 10 + Int(byte - JSONByte.zero)
      position += 1
    }
    if let byte = next, JSONByte.isDigit(byte) { return nil }
    return position > start ? (value, position - start) : nil
  }

  private mutating func shortNumber() -> Int? {
    guard let number = number(), number.digits <= 2 else { return nil }
    return number.value
  }

  private mutating func twoDigits() -> Int? {
    guard let number = number(), number.digits == 2 else { return nil }
    return number.value
  }

  /// The letters from here on, in lower case.
  private mutating func word() -> String? {
    let start = position
    while let byte = next, isInsideWord(byte) { position += 1 }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private func isInsideWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80 && !isNoBreakSpace(at: position)
  }

  private mutating func monthName() -> Int? { word().flatMap { DateWords.months[$0] } }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func takeSeparator() -> UInt8? {
    guard let byte = next, "-/.".utf8.contains(byte) else { return nil }
    position += 1
    return byte
  }

  private func isNoBreakSpace(at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xC2 && bytes[offset + 1] == 0xA0
  }

  private mutating func skipSpace() {
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

  private mutating func skipPunctuation() {
    skipSpace()
    while let byte = next, ",.-/".utf8.contains(byte) {
      position += 1
      skipSpace()
    }
  }

  /// Skips punctuation and the words that stand inside a date.
  private mutating func skipLinks() {
    skipPunctuation()
    while attempt({ $0.word().flatMap { DateWords.links.contains($0) ? true : nil } }) != nil {
      skipPunctuation()
    }
  }

  /// Skips space, commas, dashes and words of either set.
  private mutating func skipWords(_ first: Set<String>, _ second: Set<String>) {
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
  private enum Dispensable { case space, dot }

  /// Skips what need not be there; always true, to stand in a chain of conditions.
  private mutating func skipped(_ what: Dispensable) -> Bool {
    switch what {
    case .space: skipSpace()
    case .dot: _ = take(".")
    }
    return true
  }
}
