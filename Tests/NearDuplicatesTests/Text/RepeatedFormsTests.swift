import Testing

@testable import NearDuplicates

/// Captions that repeat one form are furniture; prose is not.
@Suite struct RepeatedFormsTests {
  private func boilerplateWords(_ text: String) -> Int {
    var reader = TextReader(profile: .empty)
    let reading = reader.read(text)
    return reading.flags.count { $0.contains(.boilerplate) }
  }

  private let captions = [
    "A ship enters the harbour.", "The mayor greets the captain.", "Rain falls on the pier.",
    "Children wave from the wall.", "The crew leaves the ship.", "Night over the town.",
  ]

  @Test func galleryIsFurnitureFromFirstToLastForm() {
    let gallery = captions.enumerated().map { number, caption in
      "Hide Caption \(number + 1) of 6 Photos: The harbour – \(caption)"
    }
    let text = "The harbour opened on Monday.\n" + gallery.joined(separator: "\n")
    let words = boilerplateWords(text)
    #expect(words > 50)
    #expect(boilerplateWords("The harbour opened on Monday.") == 0)
  }

  @Test func fewRepetitionsAreProse() {
    let text = captions.prefix(4).map { "The people of the town said that \($0)" }
    #expect(boilerplateWords(text.joined(separator: " ")) == 0)
  }

  @Test func repetitionsFarApartAreProse() {
    let filler = (0..<120).map { "word\($0)" }.joined(separator: " ")
    let text = (0..<7).map { "The people of the town said so \($0). \(filler)\($0)x" }
    let words = text.enumerated().map { index, part in
      part.replacingOccurrences("word", with: "w\(index)ord")
    }
    #expect(boilerplateWords(words.joined(separator: " ")) == 0)
  }
}

extension String {
  /// The string with every occurrence of a word part replaced.
  fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
    split(separator: " ").map { word in
      word.hasPrefix(part) ? other + word.dropFirst(part.count) : String(word)
    }.joined(separator: " ")
  }
}
