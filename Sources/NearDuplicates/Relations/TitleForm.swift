/// A title as a form that is filled with a year: "2015: The year in pictures".
struct TitleForm {
  /// The words beside years, in order, each year as 0.
  private var words: [UInt32] = []
  /// The years, in order.
  private var years: [UInt32] = []

  /// Words beside the year that make a form.
  private static let leastWords = 2

  /// Reads a title; one without a digit, as most are, has no year and is no form.
  init(_ title: String?, reader: inout TextReader) {
    guard let title, title.utf8.contains(where: Self.isDigit) else { return }
    let reading = reader.read(title)
    let bytes = Array(title.utf8)
    for word in 0..<reading.count {
      let isYear = Self.isYear(bytes[reading.textRange(of: word..<word + 1)])
      words.append(isYear ? 0 : reading.words[word])
      if isYear { years.append(reading.words[word]) }
    }
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 4 && ["19", "20"].contains { word.starts(with: $0.utf8) }
      && word.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether the other title is the same but for the year.
  func isOfAnotherYear(than other: TitleForm) -> Bool {
    words == other.words && years != other.years && words.count - years.count >= Self.leastWords
  }
}
