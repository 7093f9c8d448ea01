import Testing

@testable import NearDuplicates

/// What is quoted in invented sentences of many languages.
@Suite struct QuotationsTests {
  /// The quoted stretches of a text and the posts among them, each as it stands there.
  private func find(_ text: String) -> (quoted: [String], posts: [String]) {
    var text = text
    return text.withUTF8 { bytes in
      let found = Quotations.find(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
      let written = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
      return (found.quoted.map(written), found.posts.map(written))
    }
  }

  private func quoted(_ text: String) -> [String] { find(text).quoted }

  @Test(arguments: [
    ("The mayor said: “We are ready.” He left.", "“We are ready.”"),
    ("The mayor said \"We are ready\" and left.", "\"We are ready\""),
    ("Der Bürgermeister sagte: „Wir sind bereit.“ Er ging.", "„Wir sind bereit.“"),
    ("»Wir sind bereit«, sagte er.", "»Wir sind bereit«"),
    ("Le maire a dit : « Nous sommes prêts. » Il est parti.", "« Nous sommes prêts. »"),
    ("«Estamos listos», dijo el alcalde.", "«Estamos listos»"),
    ("Мэр сказал: «Мы готовы». Он ушёл.", "«Мы готовы»"),
    ("市长说：“我们准备好了。”他离开了。", "“我们准备好了。”"),
    ("市長は「準備はできた」と述べた。", "「準備はできた」"),
    ("Borgmästaren sade: ”Vi är redo.” Han gick.", "”Vi är redo.”"),
    ("The minister said: ‘We don’t know.’ He left.", "‘We don’t know.’"),
    ("'We are ready,' the voters' friend said.", "'We are ready,'"),
    ("He called it ``a mistake'' and left.", "``a mistake''"),
  ])
  func marksOfManyLanguages(text: String, quotation: String) {
    #expect(quoted(text) == [quotation])
  }

  @Test func apostrophesAndInchesQuoteNothing() {
    #expect(quoted("The mayor's dog and the voters' wishes weren't heard.").isEmpty)
    #expect(quoted("The board is 12\" wide and costs five dollars.").isEmpty)
  }

  @Test func quotationsNestInTheSameMarks() {
    let inner = "“A search for “harbour news” finds nothing,” the mayor wrote. Nobody knew why."
    #expect(quoted(inner) == ["“A search for “harbour news” finds nothing,”"])
  }

  @Test func lostOpeningMarkIsFoundFromTheClosingOne() {
    let text = "We will rebuild the pier,\" the mayor said. \"And soon.\" Nobody laughed."
    #expect(quoted(text) == ["We will rebuild the pier,\"", "\"And soon.\""])
  }

  @Test func paragraphsLeftOpenAreQuotedToTheirEnd() {
    let text = "“The pier will stand.\n\n“It will stand for years,” she said.\n\nThe rain fell."
    #expect(quoted(text) == ["“The pier will stand.", "“It will stand for years,”"])
  }

  @Test func statementsPostsAndTranscriptsNeedNoMarks() {
    #expect(
      quoted("The harbour board released a statement:\n\nThe pier is closed.\n\nRain fell.")
        == ["The pier is closed."])
    #expect(
      quoted("The pier is closed. — Ann Ash (@annash) May 3, 2021\n\nRain fell.")
        == ["The pier is closed. — Ann Ash (@annash) May 3, 2021"])
    #expect(
      quoted("The pier is closed.\n\n— Ann Ash (@annash) May 3, 2021\n\nRain fell.").count == 2)
    #expect(quoted("ASH: The pier is closed.\n\nRain fell.") == ["ASH: The pier is closed."])
    #expect(quoted("> The pier is closed.\n\nRain fell.") == ["> The pier is closed."])
  }

  @Test func postsAreToldFromOtherQuotations() {
    let post = "The pier is closed. — Ann Ash (@annash) May 3, 2021"
    #expect(find("He said: \"No.\"\n\n" + post + "\n\nRain fell.").posts == [post])
    let apart = find("The pier is closed.\n\n— Ann Ash (@annash) May 3, 2021\n\nRain fell.")
    #expect(apart.posts == ["The pier is closed.", "— Ann Ash (@annash) May 3, 2021"])
    let article = String(repeating: "Rain fell on the pier again. ", count: 40) + post
    #expect(find(article).quoted == [article] && find(article).posts.isEmpty)
  }

  @Test func timesAndLeadsAreNoTranscripts() {
    #expect(quoted("At 10:30 the pier closed.").isEmpty)
    #expect(quoted("Breaking: the pier closed.").isEmpty)
  }
}
