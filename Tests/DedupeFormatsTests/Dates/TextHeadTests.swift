import NearDuplicates
import Testing

@testable import DedupeFormats

struct TextHeadTests {
  private func head(_ text: String) -> TextHead { TextHead(of: text, dates: DateParser()) }

  @Test(arguments: [
    (" date 2024-05-03 Farmers in Kenya have begun to plant.\n\nMore.", "2024-05-03"),
    ("Storm hits coast\n\nPublished on March 4, 2023\n\nProse.", "2023-03-04"),
    ("Published: 4 March 2023 | Updated: 5 March 2023\n\nProse.", "2023-03-04"),
    ("Updated: 5 March 2023\nPublished: 4 March 2023\n\nProse.", "2023-03-04"),
    ("Updated March 5, 2023 10:15 AM EST\n\nProse.", "2023-03-05T15:15:00Z"),
    ("Document Date: Thu, Jan 01 2026\nPosted on 4 March 2023\n", "2023-03-04"),
    ("Retrieved 2024-01-01\nLast updated: 2023-12-24\n", "2023-12-24"),
    ("Retrieved 2024-01-01\n\nProse.", "2024-01-01"),
    ("Filing date: 2020-02-02\n\nProse.", "2020-02-02"),
    ("---\ntitle: A\ndate: 2022-09-24T10:00:00Z\n---\n\nProse.", "2022-09-24T10:00:00Z"),
    ("**Date:** 24 September 2022\n\nProse.", "2022-09-24"),
    ("March 4, 2023\n\nProse.", "2023-03-04"),
    ("By Jane Doe | March 4, 2023 | 3 min read\n\nProse.", "2023-03-04"),
    ("Jane Doe · 4 Mar 2023\n\nProse.", "2023-03-04"),
    ("LONDON, March 4, 2023 (Reuters) - The bank raised rates.\n", "2023-03-04"),
    ("NEW YORK, March 4, 2023 /PRNewswire/ -- A firm said.\n", "2023-03-04"),
    ("Veröffentlicht am 4. März 2023 um 10:15 Uhr\n\nText.", "2023-03-04T10:15:00Z"),
    ("Publié le 4 mars 2023 à 10h15\n\nTexte.", "2023-03-04T10:15:00Z"),
    ("Publicado el 4 de marzo de 2023\n\nTexto.", "2023-03-04"),
    ("Дата публикации: 4 марта 2023\n\nТекст.", "2023-03-04"),
    ("发布时间：2023年3月4日 10:15\n\n正文。", "2023-03-04T10:15:00Z"),
    ("Stand: 04.03.2023\r\n\r\nText.\r\n", "2023-03-04"),
  ])
  func readsDates(text: String, expected: String) {
    #expect(head(text).date?.description == expected, "\(text)")
  }

  @Test(arguments: [
    "The talks of March 4, 2023 failed, officials said.\n\nMore.",
    "Published on March 4, 2023, the report says that rates rise.\n\nMore.",
    "Updated guidance of 4 March 2023 was ignored.\n\nMore.",
    "Dateline 2023 was a bad year.\n", "On March 4, 2023, the bank raised rates.\n",
    "The year 2023\n\nProse.", "20230304\n\nProse.", "Prose.\n\nDate: soon\n",
    "PARIS – European leaders convened on Monday.\n",
    String(repeating: "line\n", count: 41) + "Published on March 4, 2023\n",
    String(repeating: "word ", count: 500) + "\nPublished on March 4, 2023\n",
  ])
  func doesNotGuessDates(text: String) {
    #expect(head(text).date == nil, "\(text)")
  }

  @Test(arguments: [
    ("# Storm hits the coast\n\nProse.", "Storm hits the coast"),
    ("### Desk\n\n## Storm hits the coast\n\nProse.", "Storm hits the coast"),
    ("Title: Storm hits the coast\n\n# Other\n", "Storm hits the coast"),
    ("---\ntitle: \"Storm: it hits\"\n---\nProse.", "Storm: it hits"),
    ("Storm hits the coast\n\nProse goes on.", "Storm hits the coast"),
    ("Storm hits the coast\nStorm hits the coast\nA caption\n", "Storm hits the coast"),
    ("World\n\nStorm hits the coast\n\nProse.", "Storm hits the coast"),
    ("March 4, 2023\n\nStorm hits the coast\n\nProse.", "Storm hits the coast"),
    ("By Jane Doe\n\nStorm hits the coast\n\nProse.", "Storm hits the coast"),
    ("By the numbers: a storm\n\nProse.", "By the numbers: a storm"),
    ("Will the storm hit?\n\nProse.", "Will the storm hit?"),
    ("Obituaries\n\nShe died on Monday at home.", "Obituaries"),
    ("台风登陆广东沿海地区\n\n正文在这里。", "台风登陆广东沿海地区"),
  ])
  func readsTitles(text: String, expected: String) {
    #expect(head(text).title == expected, "\(text)")
  }

  @Test(arguments: [
    "", "\n\n", "One line", "The storm hit the coast on Monday.\n\nMore.",
    "A text that is wrapped after some sixty letters of every line\nhas no headline at all.\n",
    String(repeating: "long ", count: 50) + "\n\nProse.",
    "A first paragraph. It goes on.\n\nNot a headline\n\nMore.",
  ])
  func doesNotGuessTitles(text: String) {
    #expect(head(text).title == nil, "\(text)")
  }

  @Test func readsSourceAndAddress() {
    let found = head("Source: The Daily\nURL: https://daily.example/a\n\nProse.")
    #expect(found.source == "The Daily")
    #expect(found.url == "https://daily.example/a")
    #expect(head("Source: https://daily.example/a\n\nProse.").source == nil)
    #expect(head("Quelle: dpa\n\nText.").source == "dpa")
  }

  @Test func noTextIsTooOddForIt() {
    for text in [
      "\u{FEFF}", "\0\0", ":", "date", "date:", "Published on", "#", "---\n---", "：", "/",
    ] {
      #expect(head(text).date == nil)
    }
  }
}
