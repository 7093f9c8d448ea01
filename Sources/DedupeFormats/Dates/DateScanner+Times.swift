/// The time of day of a date.
extension DateScanner {
  mutating func trailingTime() -> Time? {
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

  mutating func timeWithZone() -> Time? { withZone(clock()) }

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
}
