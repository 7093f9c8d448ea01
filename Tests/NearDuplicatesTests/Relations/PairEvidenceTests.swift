import Testing

@testable import NearDuplicates

/// What invented reports show when they are laid side by side.
@Suite struct PairEvidenceTests {
  private func evidence(
    _ a: Document, _ b: Document, profile: Profile = .empty
  ) -> PairEvidence {
    var reader = TextReader(profile: profile)
    var verifier = Verifier(scoring: .evidence)
    return verifier.verdict(
      ReadDocument(a, reader: &reader), ReadDocument(b, reader: &reader)
    ).evidence
  }

  private func document(
    _ text: String, source: String? = nil, day: Int? = nil
  ) -> Document {
    Document(
      id: "", text: text, source: source,
      date: day.flatMap { Timestamp(year: 2021, month: 5, day: $0) })
  }

  private let report = """
    The harbour board of Port Ellery voted on Monday to close the old pier after 112 years. \
    Inspectors under Clara Winnow found cracks in 31 of its 84 pillars last winter. "Nobody will \
    walk there again," the harbour master said. Repairs would have cost 4.6 million crowns.
    """

  @Test func quotedInOneIsQuotedInBoth() {
    let other = """
      Nobody will walk there again, the harbour master told a radio station that night in Ostmere.
      """
    let shared = evidence(document(report), document(other))
    #expect(shared.coverageLarger > 0.4)
    #expect(shared.reportingShare < 0.3)
  }

  @Test func aReportThatIsQuotedWholeIsSharedReporting() {
    let other = "The Ellery Courier writes:\n\n" + report + "\n\nWe say it is high time, friends."
    #expect(evidence(document(report), document(other)).reportingShare > 0.5)
  }

  // MARK: Quotations that many have, and credits

  private static let statement = """
    "We never promised that the ferry would run in winter, and whoever says otherwise has not read \
    the contract that both towns signed three years ago in this very hall," the mayor said.
    """

  /// A collection in which some houses have the statement, each in a report of its own.
  private func profile(houses: Int) async -> Profile {
    var random = SplitMix(seed: 5)
    let documents = (0..<houses).map { number in
      document(
        Editing.unrelated(words: 80, &random) + "\n\n" + Self.statement,
        source: "Courier of \(["Aldmar", "Brunnow", "Cestria", "Dornheim"][number])", day: 3)
    }
    return await Deduplicator().learn(from: documents)
  }

  @Test(arguments: [(2, false), (4, true)])
  func quotationsOfThreeHousesAreNoSharedText(houses: Int, isWidespread: Bool) async {
    let profile = await profile(houses: houses)
    #expect((profile.knownWidespread > 0) == isWidespread)
    var random = SplitMix(seed: 9)
    let (a, b) = (
      document(Editing.unrelated(words: 40, &random) + "\n\n" + Self.statement),
      document(Editing.unrelated(words: 40, &random) + "\n\n" + Self.statement)
    )
    let shared = evidence(a, b, profile: profile)
    #expect(shared.coverageLarger > 0.3)
    #expect((shared.textShared < 0.15) == isWidespread)
  }

  @Test func quotationsCountWhereTheOtherIsNamed() {
    let exclusive = document(
      "The mayor of Aldmar spoke to us at length about the ferry. " + Self.statement,
      source: "Ostmere Courier")
    let credited = document(
      "The mayor has told the Ostmere Courier what he thinks of it. " + Self.statement,
      source: "Lund Gazette")
    let silent = document(
      "The mayor has told a newspaper what he thinks of all of it. " + Self.statement,
      source: "Lund Gazette")
    #expect(evidence(exclusive, credited).creditedQuotations > 0.3)
    #expect(evidence(exclusive, silent).creditedQuotations == 0)
  }

  @Test func whoIsDerivedQuotesNobodyElse() {
    let exclusive = document("The mayor of Aldmar spoke at length. " + Self.statement)
    let derived = document("Here is what Aldmar thinks. " + Self.statement)
    let reported = document(
      "Not all agree in the two towns. " + Self.statement + """
         "I have read the contract twice, and there is not a single word about the seasons in it," \
        the harbour master replied.
        """)
    #expect(evidence(exclusive, derived).ownQuotedWords == 0)
    #expect(evidence(derived, reported).ownQuotedWords == 0)
    let more = document("Short. " + Self.statement + " \"So there, my dear friends,\" she added.")
    #expect(evidence(more, reported).ownQuotedWords >= 5)
    #expect(evidence(more, reported).quotedWords >= 30)
  }

  /// The board's report in four pieces, between which and behind which a text has words of its own.
  private func edited(_ between: [String]) -> Document {
    let sentences = [
      "The harbour board of Port Ellery voted on Monday to close the old pier after 112 years.",
      "Inspectors under Clara Winnow found cracks in 31 of its 84 pillars last winter.",
    ]
    return document(zip(sentences, between).map { "\($0) \($1)" }.joined(separator: " "))
  }

  @Test func theLongestStretchOfItsOwnIsThatOfTheTextWithLess() {
    let own = ["Gulls were seen.", "Children throw bread to them for as long as it stands."]
    let other = ["Rain fell all week.", "A bakery and the ferry office will move inland."]
    #expect(evidence(edited(own), edited(other)).ownStretch == 9)
    #expect(evidence(edited(own), edited(["", ""])).ownStretch == 0)
    let quoted = ["Gulls were seen.", "Two stayed. \"Bread is all,\" he said. Five left."]
    #expect(evidence(edited(quoted), edited(other)).ownStretch == 6)
  }

  @Test func sharedRunsAreAsLongAsTheyAreFromChangeToChange() {
    let (first, second) = (17.0, 14.0)
    let apart = evidence(edited(["Gulls were seen.", ""]), edited(["Rain fell all week.", ""]))
    #expect(
      apart.sharedRunLength == (first * first + second * second) / (first + second + 10))
    let whole = evidence(edited(["", ""]), edited(["", "Rain fell."]))
    #expect(whole.sharedRunLength == 31.0 * 31 / 41)
    #expect(evidence(document(report), document("Rain fell all week.")).sharedRunLength == 0)
  }

  @Test func variantsAreCountedByTheWordsOfQuotations() {
    let (one, other) = (
      document("A. " + Self.statement),
      document("B. " + Self.statement.replacing("has not read", with: "hasn't yet read"))
    )
    #expect(evidence(one, other).quotationVariants > 0.5)
    #expect(evidence(one, document("C. " + Self.statement)).quotationVariants == 0)
  }

  @Test func aFirstSentenceIsLookedForBehindCredits() {
    let headed = "Ellery Courier\n\n" + report
    #expect(evidence(document(report), document(headed)).firstSentenceShared == 1)
    let later = "Fishermen are against it, we hear. " + report
    #expect(evidence(document(report), document(later)).firstSentenceShared == 0)
  }

  @Test func anArchiveHasAnAddressOfItsOwn() {
    var (one, other) = (document(report, source: "Ellery Fund"), document(report))
    (one.url, other.source) = ("https://www.ellery.example/1", "Ellery Fund")
    other.url = "https://archive-of-all.example/ellery/2"
    #expect(evidence(one, other).sameHouse == 1)
    other.source = "Lund Fund"
    #expect(evidence(one, other).sameHouse == 0)
  }

  @Test func rewritesKeepFactsAndOrder() {
    let rewrite = """
      After 112 years it is over: Port Ellery gives up its old pier, as was decided on Monday. \
      Of 84 pillars 31 are cracked, a team led by Clara Winnow had established in the winter. \
      Mending them was reckoned at 4.6 million crowns.
      """
    let stranger = """
      Fishermen in Ostmere landed 900 tonnes of herring in May, said Piet Anders of the guild. \
      Prices fell to 12 crowns. Ferries to Lund ran late for 3 days as fog hung over the sound.
      """
    let same = evidence(document(report), document(rewrite))
    let other = evidence(document(report), document(stranger))
    #expect(same.orderKept >= other.orderKept)
    #expect(same.factsToldAnew > other.factsToldAnew)
  }

  // MARK: What is told anew

  /// Forty words and more that name the event.
  private let lead = """
    The harbour board of Port Ellery has closed its old pier after a night of talks, and nobody knows \
    for how long the people of the town will have to live without it, for there is no money to be had \
    from the county and none from the state.
    """

  private let details = """
    A trolley with herring had broken through the planks in March, and the haulier Jon Arvid, 61, \
    swore he would never again deliver to Tilda Roos at the smokehouse.
    """
  private let retold = """
    It was in March that herring went overboard together with a trolley. Never again, vowed haulier \
    Arvid (he is 61), would the smokehouse of Roos be served by him.
    """
  private let stranger = """
    Fishermen under Piet Anders, 58, say that a bakery wants to move to Ostmere in May and takes its \
    ovens along, so that even the bread for the guild would come by ferry.
    """

  @Test func detailsToldAnewTellARewrite() {
    let report = document(lead + " " + details)
    let rewrite = evidence(report, document(lead + " " + retold))
    let other = evidence(report, document(lead + " " + stranger))
    #expect(rewrite.factsToldAnew > 0.15 && other.factsToldAnew == 0)
    #expect(rewrite.rareWordsToldAnew > 0.1 && other.rareWordsToldAnew == 0)
  }

  @Test func whatIsCopiedIsNotToldAnew() {
    let shared = evidence(document(lead + " " + details), document(details + " " + stranger))
    #expect(shared.reportingShare > 0.3)
    #expect(shared.factsToldAnew == 0 && shared.rareWordsToldAnew == 0)
  }

  @Test func whatBothLeadWithIsTheEvent() {
    let both = evidence(document(details + " " + lead), document(retold + " " + stranger))
    let further = evidence(
      document(details + " " + lead), document(stranger + " " + stranger + retold))
    #expect(both.factsToldAnew == 0 && both.rareWordsToldAnew > 0.1)
    #expect(further.factsToldAnew > 0.1)
  }

  @Test func figuresThatChangeInOneFormAreCounted() {
    func form(_ figures: [Int]) -> String {
      """
      Health officials in the district of Ellery reported \(figures[0]) new cases of the fever. \
      The number of people who died in the last day rose by \(figures[1]) since the morning. \
      In the hospitals of the whole county there are now \(figures[2]) people in intensive care units.
      """
    }
    let daily = evidence(
      document(form([310, 12, 45]), day: 3), document(form([287, 9, 51]), day: 4))
    #expect(daily.changedFigures == 3)
    #expect(daily.isTemplate)
    #expect(!evidence(document(form([310, 12, 45])), document(form([310, 12, 51]))).isTemplate)
    #expect(evidence(document(form([310, 12, 45])), document(form([287, 9, 51]))).isTemplate)
    let oneDay = evidence(
      document(form([310, 12, 45]), day: 3), document(form([287, 9, 51]), day: 3))
    #expect(!oneDay.isTemplate)
  }

  @Test func aTitleOfAnotherYearMakesATemplate() {
    func filled(_ year: Int, _ text: String, day: Int? = nil) -> Document {
      var document = document(text, day: day)
      document.title = "The harbour in \(year)"
      return document
    }
    #expect(evidence(filled(2015, report), filled(2016, report)).isTemplate)
    #expect(!evidence(filled(2015, report), filled(2015, report)).isTemplate)
    #expect(!evidence(filled(2015, report), filled(2016, "Rain fell all week.")).isTemplate)
    let corrected = evidence(filled(2015, report, day: 3), filled(2016, report, day: 3))
    #expect(!corrected.isTemplate, "a year that was mended the same day")
  }

  @Test func whatBothQuoteInPiecesIsToldByNeither() {
    let (first, second) = (
      "\"Nobody will walk on this pier again as long as I live,\" he said.",
      "\"Whoever wants to cross to Lund may swim or wait for the ferry,\" he said."
    )
    let shared = evidence(
      document("Rain fell on Monday. \(first) \(second)"),
      document("A bakery will move inland. \(first) \(second)"))
    #expect(shared.quotedWords > 20)
    #expect(shared.reportingQuoted == 0 && shared.statementQuoted == 0)
  }

  @Test func whoSpeaksIsTheSameFromEitherSide() {
    let one = document(appeal + " " + event + " \"Nobody will walk there again,\" he said.")
    let other = document("Rain fell.\n\n" + appeal + " Nobody will walk there again, he said.")
    let (forth, back) = (evidence(one, other), evidence(other, one))
    #expect(forth.reportingQuoted == back.reportingQuoted)
    #expect(forth.statementQuoted == back.statementQuoted)
    #expect(forth.statementPrinted == back.statementPrinted && forth.statementPrinted > 0)
  }

  // MARK: Who tells what is shared

  private let appeal = """
    We have built this pier with our hands. I carried planks as a boy, and my father set the last of the \
    84 pillars. Whoever closes it closes a door in our faces, and we shall not forget who did it.
    """
  private let event = "Some forty people came to the town hall on Monday with banners and a drum."

  @Test func reportingThatIsQuotedIsNoStatement() {
    let unmarked = report.replacing("\"", with: "")
    let copier = document("A newspaper has looked into it: \"" + unmarked + "\" So much for it.")
    let shared = evidence(document(unmarked), copier)
    #expect(shared.reportingQuoted > 0.5)
    #expect(shared.statementQuoted == 0 && shared.statementPrinted == 0)
  }

  @Test func anAppealThatIsQuotedIsAStatement() {
    let town = document(appeal + " " + event + " Nobody from the county came.")
    let shared = evidence(town, document("Rain fell all day. \"" + appeal + "\" they read out."))
    #expect(shared.statementQuoted > 0.1)
    #expect(shared.reportingQuoted < 0.1 && shared.statementPrinted == 0)
  }

  @Test func anAppealThatBothPrintIsAStatement() {
    let town = document(appeal + " " + event + " Nobody from the county came.")
    let shared = evidence(town, document("Rain fell all day and all night.\n\n" + appeal))
    #expect(shared.statementPrinted > 0.1)
    #expect(shared.reportingQuoted == 0 && shared.statementQuoted == 0)
    #expect(evidence(document(report), document(event + " " + report)).statementPrinted == 0)
  }

  @Test func aStatementThatIsAllOfATextIsItsReport() {
    let printed = evidence(document(appeal), document(event + "\n\n" + appeal))
    let quoted = evidence(document(appeal), document(event + " \"" + appeal + "\""))
    #expect(printed.statementPrinted == 0 && quoted.statementQuoted == 0)
  }

  @Test func whoReportsHasNamesOfTheirOwn() {
    let rewrite = """
      The old pier of Port Ellery is to be closed after 112 years, as the harbour board decided. The \
      team of Clara Winnow had found 31 of its 84 pillars cracked. Nobody, so Port Ellery was told, \
      will walk there again.
      """
    let reporter = """
      Port Ellery gives up its pier. On Harbour Street the baker Jon Arvid shook his head, and Mayor \
      Tilda Roos promised a new one by 2024. The guild of Ostmere under Piet Anders protests.
      """
    let same = evidence(document(report), document(rewrite))
    let other = evidence(document(report), document(reporter))
    #expect(same.ownNames < 0.5 * other.ownNames)
    #expect(same.ownNamesShare < other.ownNamesShare)
  }

  @Test func headlinesTellNoNames() {
    let headed = "Board Votes Down Beloved Landmark Over Safety Fears\n\n" + report
    #expect(evidence(document(report), document(headed)).ownNames == 0)
  }

  @Test func boilerplateIsNoSharedText() {
    let furniture = "Hide Caption 3 of 12 Photos You Should See. "
    let gallery = String(repeating: furniture, count: 12)
    let other = "Ferries to Lund ran late for three days as fog hung over the sound. " + gallery
    let shared = evidence(document(report + " " + gallery), document(other))
    #expect(shared.coverageLarger < 0.2)
  }

  @Test func unknownDatesAreNoGap() {
    #expect(evidence(document(report), document(report, day: 3)).dateIsUnknown == 1)
    #expect(evidence(document(report, day: 3), document(report, day: 7)).daysApart == 4)
  }
}
