import NearDuplicates

/// Reads the dates that news and its feeds are written with.
///
/// Without an offset a time is taken as UTC. A date without a day or a year is none, and no text
/// is searched for dates: it is one, or it is not.
///
///     DateParser().timestamp(of: "Mon, 17 Feb 2025 10:11:12 +0000")
///
/// It is not a calendar library: week dates and ordinal dates are refused.
package struct DateParser: Sendable {
  /// How `02/03/2021` is read, which nothing in it tells.
  package enum SlashOrder: Sendable {
    /// As in the United States: the 3rd of February.
    case monthFirst
    /// As elsewhere: the 2nd of March.
    case dayFirst
  }

  /// How `02/03/2021` is read, month first by default; `17/02/2021` needs no order.
  package var slashOrder: SlashOrder

  /// Creates a parser.
  package init(slashOrder: SlashOrder = .monthFirst) { self.slashOrder = slashOrder }

  /// The moment that a text names, all of it, or nil.
  package func timestamp(of text: String) -> Timestamp? {
    if let day = Self.day(text) { return day }
    let bytes = Array(text.utf8)
    if let moment = Self.epoch(bytes) { return moment }
    var scanner = DateScanner(bytes, slashOrder: slashOrder)
    guard let moment = scanner.moment() else { return nil }
    return scanner.isAtEnd ? moment : nil
  }

  /// The day of a text like 2025-02-17, which most feeds write, and which needs no scanner.
  private static func day(_ text: String) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == JSONByte.minus, bytes[7] == JSONByte.minus else {
        return nil
      }
      var value = 0
      for index in 0..<10 where index != 4 && index != 7 {
        guard JSONByte.isDigit(bytes[index]) else { return nil }
        value = value * 10 + Int(bytes[index] - JSONByte.zero)
      }
      return Timestamp(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
  }

  /// The moment that the beginning of a text names, and the bytes it takes.
  func prefix(of bytes: [UInt8], from start: Int = 0) -> (moment: Timestamp, end: Int)? {
    var scanner = DateScanner(bytes, slashOrder: slashOrder, position: start)
    guard let moment = scanner.moment() else { return nil }
    return (moment, scanner.position)
  }

  /// Seconds or milliseconds since 1970, as digits, with a sign and a fraction or without.
  ///
  /// From 10¹¹ on they are milliseconds: as seconds they would be in the year 5138. Eight digits
  /// that make a date, as in 20220924, are no epoch, which would be in 1970.
  private static func epoch(_ bytes: [UInt8]) -> Timestamp? {
    let isNegative = bytes.first == JSONByte.minus
    let digits = bytes.dropFirst(isNegative ? 1 : 0)
    guard let whole = integer(digits.prefix(while: JSONByte.isDigit)) else { return nil }
    let rest = digits.drop(while: JSONByte.isDigit)
    if !rest.isEmpty {
      guard rest.first == JSONByte.dot, rest.count > 1, whole >= 100_000_000,
        rest.dropFirst().allSatisfy(JSONByte.isDigit)
      else { return nil }
    }
    if digits.count < 9, !(whole == 0 || isNegative || digits.count < 4) { return nil }
    let seconds = whole >= 100_000_000_000 ? whole / 1000 : whole
    return seconds <= latest ? Timestamp(seconds: isNegative ? -seconds : seconds) : nil
  }

  /// 9999-12-31T23:59:59Z.
  private static let latest: Int64 = 253_402_300_799

  private static func integer(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard (1...18).contains(digits.count) else { return nil }
    return digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - JSONByte.zero) }
  }
}
