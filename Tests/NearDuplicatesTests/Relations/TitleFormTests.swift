import Testing

@testable import NearDuplicates

/// Titles that are the same but for a year.
@Suite struct TitleFormTests {
  private func isOfAnotherYear(_ a: String?, _ b: String?) -> Bool {
    var reader = TextReader(profile: .empty)
    let (one, other) = (TitleForm(a, reader: &reader), TitleForm(b, reader: &reader))
    return one.isOfAnotherYear(than: other) && other.isOfAnotherYear(than: one)
  }

  @Test(arguments: [
    ("2016: The year in pictures", "2015: The Year in Pictures"),
    ("Best books of 1998", "Best Books of 2003"),
    ("Haushalt 2020/2021 der Stadt", "Haushalt 2021/2022 der Stadt"),
    ("2022年十大新闻", "2023年十大新闻"),
  ])
  func anotherYearIsAnotherFilling(a: String, b: String) {
    #expect(isOfAnotherYear(a, b))
  }

  @Test(arguments: [
    ("2016: The year in pictures", "2016: The Year in Pictures"),
    ("Storm kills 12 in Ellery", "Storm kills 19 in Ellery"),
    ("Storm kills 1200 in Ellery", "Storm kills 1350 in Ellery"),
    ("Candidates for 2016", "Hopes for 2020"),
    ("2016", "2020"), ("Pictures 2016", "Pictures 2020"),
    ("Ferry late", "Ferry late"), ("", ""),
  ])
  func otherTitlesAreNot(a: String, b: String) {
    #expect(!isOfAnotherYear(a, b))
  }

  @Test func noTitleIsNoForm() {
    #expect(!isOfAnotherYear(nil, nil) && !isOfAnotherYear("The year 2020", nil))
  }
}
