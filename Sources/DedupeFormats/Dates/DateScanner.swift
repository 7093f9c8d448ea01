import NearDuplicates

/// Reads one date from the bytes of a text, from left to right.
struct DateScanner {
  let bytes: [UInt8]
  private let slashOrder: DateParser.SlashOrder
  /// The byte after what was read.
  var position: Int

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
  struct Time {
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
}
