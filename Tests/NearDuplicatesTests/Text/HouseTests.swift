import Testing

@testable import NearDuplicates

/// Which outlets are one house.
@Suite struct HouseTests {
  private func house(_ source: String?, _ url: String? = nil) -> House? {
    House(source: source, url: url)
  }

  @Test func sectionsAreOfTheirHouse() {
    #expect(house("Harbour News") == house("Harbour Online News"))
    #expect(house("Harbour Times - Opinion") == house("Harbour Times"))
    #expect(house("HBC (Web News)") == house("HBC"))
    #expect(house("Harbour News") != house("Island News"))
  }

  @Test func theAddressIsTheBetterWitness() {
    let first = house("Guest Writer", "https://www.harbour.example/a")
    #expect(first == house("Harbour News", "http://news.harbour.example/b"))
    #expect(house(nil, "https://news.harbour.co.uk/a")?.name == "harbour")
  }

  @Test(arguments: [
    ("https://edition.cnn.example.com/a", "example"), ("http://edition.hbc.com/a", "hbc"),
    ("http://www.hbc.com/b", "hbc"), ("https://news.hbc.co.uk/c", "hbc"),
    ("https://www.hbc.com.au/d", "hbc"), ("https://blogs.hbc.de/e", "hbc"),
  ])
  func shortNamesAreNoSuffix(url: String, name: String) {
    #expect(house(nil, url)?.name == name)
  }

  @Test func platformsAreNobodysHouse() {
    let one = house("Harbour News", "https://harbour.substack.com/p/a")
    #expect(one == house("Harbour News"))
    #expect(one != house("Island News", "https://island.substack.com/p/b"))
  }

  @Test func nothingKnownIsNoHouse() {
    #expect(house(nil) == nil)
    #expect(house("") == nil)
    #expect(house(nil, "harbour") == nil)
  }

  @Test func namesOfOneWordKeepTheirArticle() {
    #expect(House.words(naming: "The Hill") == [Tokenizer.word("the"), Tokenizer.word("hill")])
    #expect(House.words(naming: "Hill News") == [Tokenizer.word("hill")])
    #expect(House.words(naming: "The Harbour Times").count == 2)
  }

  @Test func aReaderThatRemembersReadsTheSame() {
    let urls = [
      nil, "https://www.hbc.com/a", "http://WWW.hbc.com:80/b", "https://hbc.com?c", "hbc.com/d",
      "https:/hbc.com", "://hbc.com", "/", "https://", "https://localhost/a",
      "https://harbour.substack.com/p/a", "https://news.h\u{E4}fen.de/x",
    ]
    let sources = [nil, "", "Harbour News", "Harbour Times - Opinion", "("]
    var reader = HouseReader()
    for _ in 0..<2 {
      for url in urls {
        for source in sources {
          #expect(reader.house(source: source, url: url) == house(source, url))
        }
      }
    }
    #expect(reader.house(source: nil, url: "http://WWW.hbc.com:80/b")?.name == "hbc")
    #expect(reader.house(source: nil, url: "hbc.com/d") == nil)
    #expect(reader.house(source: nil, url: "://hbc.com")?.name == "hbc")
    #expect(reader.house(source: nil, url: "https://localhost/a") == nil)
  }
}
