import Testing

@testable import NearDuplicates

@Suite struct ProvenanceNamesTests {
  private func member(_ text: String) -> ClusterMember {
    var reader = TextReader(profile: .empty)
    let outlet = Outlet("", reader: &reader)
    return ClusterMember(0, Document(id: "a", text: text), outlet: outlet, reader: &reader)
  }

  private func names(_ source: String) -> SourceNames {
    var reader = TextReader(profile: .empty)
    return SourceNames(of: source, reader: &reader)
  }

  @Test(arguments: [
    ("The New York Times", "as he told the New York Times on Monday"),
    ("New York Times (News)", "according to The New York Times."),
    ("Kingsway News Agency (KNA)", "Sports Desk, with KNA and others"),
    ("Süddeutsche Zeitung", "sagte er der Süddeutschen Zeitung und der Süddeutsche Zeitung"),
    ("Известия", "сообщили газете Известия в среду"),
    ("The Hill", "as she told The Hill today"),
    ("Reuters", "der Nachrichtenagentur Reuters zufolge"),
    ("Bild", "wie er der Zeitung Bild sagte"), ("Politico", "Yesterday Politico reported it"),
  ])
  func areFound(source: String, text: String) {
    let found = member(text).credits(names(source))
    #expect(found)
  }

  @Test(arguments: [
    ("Time", "it was time to go"), ("Time", "He left. Time was short."),
    ("Post", "the post was lost"), ("", "Nothing is named here"),
    ("Harbour Gazette", "the Harbour of the Gazette"),
    ("The Hill", "they met on Capitol Hill today"), ("The Sun", "he told the Baltimore Sun so"),
  ])
  func areNotFound(source: String, text: String) {
    let found = member(text).mentions(names(source))
    #expect(!found)
  }

  @Test func onlyHeadAndFootHoldCredits() {
    let filler = String(repeating: "and so the day went on ", count: 40)
    let text = member(filler + "said the Harbour Gazette " + filler)
    let names = names("Harbour Gazette")
    let (stand, areCredited) = (text.mentions(names), text.credits(names))
    #expect(stand)
    #expect(!areCredited)
  }
}
