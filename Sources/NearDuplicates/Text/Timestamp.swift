/// A moment of publication: a day, with the time of day where it is known.
///
/// Moments are compared as seconds in UTC; a bare day counts as its midnight, so that it comes
/// before every moment of that day. The proleptic Gregorian calendar is used throughout.
public struct Timestamp: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Whether the time of day is known.
  public let hasTimeOfDay: Bool

  /// Creates a moment from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64, hasTimeOfDay: Bool = true) {
    self.seconds = seconds
    self.hasTimeOfDay = hasTimeOfDay
  }

  /// Creates a day, or returns nil where the calendar has no such day (months and days count
  /// from 1, years run from 1 to 9999).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(
      seconds: Int64(Self.dayNumber(year: year, month: month, day: day)) * 86_400,
      hasTimeOfDay: false)
  }

  /// The number of the UTC day, counted from 1970-01-01.
  public var day: Int {
    let days = seconds / 86_400
    return Int(seconds % 86_400 < 0 ? days - 1 : days)
  }

  /// Year, month (1 to 12) and day of the month (1 to 31), in UTC.
  public var calendarDate: (year: Int, month: Int, day: Int) {
    // Days are counted from 0000-03-01, so that the leap day ends a year, in eras of 400 years.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Timestamp: Comparable {
  /// Orders by the moment; a bare day comes before its own midnight with a known time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    if left.seconds != right.seconds { return left.seconds < right.seconds }
    return !left.hasTimeOfDay && right.hasTimeOfDay
  }
}

extension Timestamp? {
  /// Whether the first of two dates is the earlier, or nil where neither is; unknown dates come
  /// last.
  package func precedes(_ other: Timestamp?) -> Bool? {
    guard self != other else { return nil }
    guard let self else { return false }
    return other.map { self < $0 } ?? true
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC: `2025-02-17`, or `2025-02-17T18:05:00Z` where the time of day is known.
  public var description: String {
    func padded(_ number: Int, to width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (year, month, dayOfMonth) = calendarDate
    let date = "\(padded(year, to: 4))-\(padded(month))-\(padded(dayOfMonth))"
    guard hasTimeOfDay else { return date }
    let second = Int(seconds - Int64(day) * 86_400)
    return "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}
