/// A news agency by the spellings of its credit.
struct Agency {
  /// The name for a reader.
  let name: String
  /// How it is spelt, in UTF-8.
  let spellings: [[UInt8]]

  private init(_ name: String, _ others: String...) {
    self.name = name
    spellings = ([name] + others).map { Array($0.utf8) }
  }

  /// The agencies whose credits are known.
  ///
  /// They are spelt the same in all languages that share a script. Spelling decides, capitals
  /// included: "AP" is an agency, "Ap" is none.
  static let all = [
    Agency("AP", "Associated Press", "AP News"), Agency("Reuters", "REUTERS"),
    Agency("AFP", "Agence France-Presse", "Agence France Presse"),
    Agency("dpa", "DPA", "Deutsche Presse-Agentur"), Agency("Bloomberg", "BLOOMBERG"),
    Agency("UPI", "United Press International"), Agency("TASS", "Tass"), Agency("Interfax"),
    Agency("Xinhua", "新华社"), Agency("ANSA", "Ansa"), Agency("EFE", "Efe"),
    Agency("Kyodo", "Kyodo News"), Agency("PTI", "Press Trust of India"),
    Agency("RIA Novosti", "РИА Новости"), Agency("PA Media", "Press Association"),
    Agency("SID"), Agency("epd"), Agency("KNA"), Agency("APA"),
    Agency("AAP", "Australian Associated Press"), Agency("Canadian Press"),
    Agency("ТАСС"), Agency("Интерфакс"), Agency("Рейтер"),
  ]

  /// Whether a source is the agency's own.
  func isNamed(by source: String) -> Bool {
    let source = Array(source.utf8)
    return spellings.contains { spelling in
      source.indices.contains { start in
        source[start...].starts(with: spelling)
          && !Self.isLetter(source, start - 1) && !Self.isLetter(source, start + spelling.count)
      }
    }
  }

  private static func isLetter(_ text: [UInt8], _ place: Int) -> Bool {
    guard text.indices.contains(place) else { return false }
    return text[place] >= 0x80 || (text[place] | 0x20 >= 0x61 && text[place] | 0x20 <= 0x7A)
  }

  /// Whether a spelling begins at one word and ends with another, and no picture is credited.
  static func stands(
    _ spelling: [UInt8], at word: Int, of reading: Reading, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(reading.begins[word])
    let end = start + spelling.count
    guard end <= text.count, text[start..<end].elementsEqual(spelling),
      let last = (word..<min(word + 4, reading.count)).first(where: { reading.ends[$0] == end }),
      !isPictureCredit(start..<end, in: text)
    else { return false }
    return last + 1 >= reading.count || !pictures.contains(reading.words[last + 1])
  }

  /// "(Jane Doe/Reuters)" credits a picture; "/ТАСС/" is a dateline.
  private static func isPictureCredit(
    _ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let slash = UInt8(ascii: "/")
    guard name.lowerBound > 0, text[name.lowerBound - 1] == slash else { return false }
    return name.upperBound == text.count || text[name.upperBound] != slash
  }

  private static let pictures = Set(
    ["photo", "photos", "foto", "fotos", "image", "images", "file"].map { Tokenizer.word($0) })
}
