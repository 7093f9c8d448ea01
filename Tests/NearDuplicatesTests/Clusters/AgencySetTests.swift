import Testing

@testable import NearDuplicates

@Suite struct AgencySetTests {
  private func names(_ agencies: AgencySet) -> [String] {
    Agency.all.indices.filter { agencies.contains($0) }.map { Agency.all[$0].name }
  }

  private func credited(in text: String) -> [String] {
    var reader = TextReader(profile: .empty)
    return names(AgencySet(creditedIn: reader.read(text), of: text))
  }

  @Test(arguments: [
    ("BERLIN (dpa) - Der Rat", "dpa"), ("PARIS, 3 mars (AFP) - Le maire", "AFP"),
    ("МОСКВА, 3 марта. /ТАСС/. Совет", "ТАСС"), ("新华社北京3月3日电 市议会", "Xinhua"),
    ("Agence France-Presse said", "AFP"), ("- Reuters", "Reuters"),
  ])
  func areFoundInAllScripts(text: String, name: String) {
    #expect(credited(in: text) == [name])
  }

  @Test func spellingDecides() {
    let text = "Ap and Sid, an APPLE, (AP Photo/Jane Doe), (Ann Poe/Reuters)"
    #expect(credited(in: text).isEmpty)
  }

  @Test(arguments: Agency.all.indices)
  func everySpellingIsFoundAtEitherEnd(agency: Int) {
    let filler = String(repeating: "and so the day went on ", count: 40)
    let name = Agency.all[agency].name
    for spelling in Agency.all[agency].spellings {
      let credit = String(decoding: spelling, as: UTF8.self)
      #expect(credited(in: "(\(credit)) " + filler).contains(name))
      #expect(credited(in: filler + "(\(credit))").contains(name))
      #expect(!credited(in: filler + "(\(credit)) " + filler).contains(name))
    }
  }

  @Test(arguments: [
    ("Associated Press", "AP"), ("The AP", "AP"), ("Reuters.com", "Reuters"), ("ТАСС", "ТАСС"),
  ])
  func sourcesAreTheirOwn(source: String, name: String) {
    #expect(names(AgencySet(naming: source)) == [name])
  }

  @Test(arguments: ["", "Apple Post", "APPLE", "The Daily reuters", "SIDE"])
  func otherSourcesAreNobodys(source: String) {
    #expect(names(AgencySet(naming: source)).isEmpty)
  }

  @Test func setsAreJoined() {
    var agencies = AgencySet(naming: "Reuters")
    agencies.formUnion(AgencySet(naming: "AFP"))
    #expect(names(agencies) == ["Reuters", "AFP"])
  }
}
