import NearDuplicates
import Testing

@testable import DedupeFormats

struct DateParserTests {
  /// Days as most feeds write them are read without the scanner.
  @Test func daysAreReadAsTheScannerReadsThem() {
    for year in ["0000", "0001", "1970", "2024", "2025", "9999", "20a4"] {
      for month in ["00", "01", "02", "12", "13", "1-"] {
        for day in ["00", "01", "28", "29", "30", "31", "32", "x1"] {
          let text = "\(year)-\(month)-\(day)"
          let scanned = DateParser().prefix(of: Array(text.utf8))
          let isWhole = scanned?.end == text.utf8.count
          #expect(DateParser().timestamp(of: text) == (isWhole ? scanned?.moment : nil), "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    // ISO 8601
    ("2025-02-17", "2025-02-17"), ("20250217", "2025-02-17"), ("2022/09/24", "2022-09-24"),
    ("2025-2-7", "2025-02-07"), ("2025-02-17T10:11:12Z", "2025-02-17T10:11:12Z"),
    ("2025-02-17T10:11:12+01:00", "2025-02-17T09:11:12Z"),
    ("2025-02-17T00:30:00+0200", "2025-02-16T22:30:00Z"),
    ("2025-02-17T10:11:12.345678-05", "2025-02-17T15:11:12Z"),
    ("2025-02-17 10:11", "2025-02-17T10:11:00Z"), ("20250217T101112Z", "2025-02-17T10:11:12Z"),
    ("2025-02-17 10:11:12 UTC", "2025-02-17T10:11:12Z"), ("20250217T1011", "2025-02-17T10:11:00Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"), ("  2025-02-17\n", "2025-02-17"),
    ("2025-02-17t10:11:12z", "2025-02-17T10:11:12Z"),
    // Epochs
    ("0", "1970-01-01T00:00:00Z"), ("1739787072", "2025-02-17T10:11:12Z"),
    ("1739787072000", "2025-02-17T10:11:12Z"), ("1739787072.75", "2025-02-17T10:11:12Z"),
    ("-86400", "1969-12-31T00:00:00Z"),
    // RFC 2822 and its neighbours
    ("Mon, 17 Feb 2025 10:11:12 +0000", "2025-02-17T10:11:12Z"),
    ("17 Feb 2025 10:11:12 -0800", "2025-02-17T18:11:12Z"),
    ("Mon, 17 Feb 2025 10:11:12 GMT", "2025-02-17T10:11:12Z"),
    ("Mon Feb 17 10:11:12 +0000 2025", "2025-02-17T10:11:12Z"),
    ("Mon Feb 17 10:11:12 2025", "2025-02-17T10:11:12Z"),
    (
      "Mon Feb 17 2025 10:11:12 GMT+0100 (Central European Standard Time)",
      "2025-02-17T09:11:12Z"
    ),
    // English
    ("February 17, 2025", "2025-02-17"), ("Feb. 17, 2025", "2025-02-17"),
    ("Sept. 3, 2019", "2019-09-03"), ("17 February 2025", "2025-02-17"),
    ("17th of February, 2025", "2025-02-17"), ("February 1st 2025", "2025-02-01"),
    ("Monday, February 17, 2025", "2025-02-17"), ("17-Feb-2025", "2025-02-17"),
    ("February 17, 2025 at 3:04 PM EST", "2025-02-17T20:04:00Z"),
    ("Feb 17, 2025, 12:04 a.m.", "2025-02-17T00:04:00Z"),
    ("Feb 17, 2025 3pm", "2025-02-17T15:00:00Z"),
    ("10:30 AM EST, Mon February 17, 2025", "2025-02-17T15:30:00Z"),
    ("Thu, Jan 01 2026 01:12:11 am", "2026-01-01T01:12:11Z"),
    ("2025 Feb 17", "2025-02-17"),
    // Other languages
    ("17. Februar 2021", "2021-02-17"),
    ("Mittwoch, 17. März 2021, 10.11 Uhr", "2021-03-17T10:11:00Z"),
    ("1. Jänner 2021 um 9:05 Uhr", "2021-01-01T09:05:00Z"), ("17 février 2021", "2021-02-17"),
    ("le mercredi 1er août 2021 à 15h30", "2021-08-01T15:30:00Z"),
    ("17 de febrero de 2021", "2021-02-17"),
    ("17 de março de 2021 às 08:00", "2021-03-17T08:00:00Z"),
    ("17 febbraio 2021", "2021-02-17"), ("17 februari 2021", "2021-02-17"),
    ("17 lutego 2021", "2021-02-17"), ("17. února 2021", "2021-02-17"),
    ("17 февраля 2021", "2021-02-17"), ("17 февраля 2021 г., 10:11", "2021-02-17T10:11:00Z"),
    ("17 лютого 2021 року", "2021-02-17"), ("17 Şubat 2021", "2021-02-17"),
    ("17 Φεβρουαρίου 2021", "2021-02-17"), ("2021. február 17.", "2021-02-17"),
    ("2021年2月17日", "2021-02-17"), ("2021年02月17日 10:11", "2021-02-17T10:11:00Z"),
    ("2021年2月17日10时11分", "2021-02-17T10:11:00Z"), ("2021년 2월 17일", "2021-02-17"),
    // Figures
    ("17.02.2021", "2021-02-17"), ("17. 2. 2021", "2021-02-17"),
    ("17.02.2021 20:15", "2021-02-17T20:15:00Z"),
    ("02/17/2025", "2025-02-17"), ("17/02/2025", "2025-02-17"), ("02/03/2025", "2025-02-03"),
    ("17-02-2025", "2025-02-17"), ("7/23/17", "2017-07-23"), ("12/31/99", "1999-12-31"),
    ("17.02.21", "2021-02-17"),
  ])
  func reads(text: String, expected: String) {
    #expect(DateParser().timestamp(of: text)?.description == expected, "\(text)")
  }

  @Test(arguments: [
    "", "soon", "yesterday", "February 2025", "2025", "2025-02", "2025-02-30", "2025-13-01",
    "30 février 2021", "February 30, 2025", "17 Floréal 2021", "12345", "99999999", "1.5",
    "2025-02-17 and more", "version 2.17.2025 of it", "31/31/2025", "2025-W08-1", "1e9",
    "99999999999999999999", "Monday", "10:11", "2025-02-17T25:00:00Z trailing",
  ])
  func refuses(text: String) {
    #expect(DateParser().timestamp(of: text) == nil, "\(text)")
  }

  @Test func slashOrderDecidesWhatNothingElseDoes() {
    let european = DateParser(slashOrder: .dayFirst)
    #expect(european.timestamp(of: "02/03/2025")?.description == "2025-03-02")
    #expect(european.timestamp(of: "02/17/2025")?.description == "2025-02-17")
  }

  @Test func bareDaysHaveNoTime() {
    #expect(DateParser().timestamp(of: "2025-02-17")?.hasTimeOfDay == false)
    #expect(DateParser().timestamp(of: "2025-02-17 00:00")?.hasTimeOfDay == true)
  }

  @Test(arguments: 0..<20)
  func everyFormOfADayReadsTheSame(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let day = Timestamp(
        seconds: Int64.random(in: -20_000...60_000, using: &random) * 86_400, hasTimeOfDay: false)
      let (year, month, dayOfMonth) = day.calendarDate
      let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      let forms = [
        "\(year)-\(month)-\(dayOfMonth)", "\(year)/\(month)/\(dayOfMonth)",
        "\(dayOfMonth).\(month).\(year)", "\(month)/\(dayOfMonth)/\(year)",
        "\(year)年\(month)月\(dayOfMonth)日", "\(dayOfMonth) \(names[month - 1]) \(year)",
        "\(names[month - 1]) \(dayOfMonth), \(year)", day.description,
      ]
      for form in forms {
        #expect(DateParser().timestamp(of: form) == day, "seed \(seed): \(form)")
      }
    }
  }
}
