import Testing

@testable import NearDuplicates

/// How quotations that two texts share are cut and worded.
@Suite struct SharedQuotationsTests {
  private func shared(_ a: String, _ b: String) -> SharedQuotations {
    var reader = TextReader(profile: .empty)
    var tiling = Tiling()
    let (one, other) = (reader.read(a), reader.read(b))
    return SharedQuotations(
      one, other, Alignment(one, other, tiling: &tiling).tiles)
  }

  private let report = """
    The mayor of Aldmar spoke at the harbour. "We never promised that the ferry would run in \
    winter," she said. Fishermen were not amused by what they had heard.
    """

  @Test func aQuotationTakenWholeIsCutAlike() {
    let copy = """
      In Aldmar the ferry is at rest. "We never promised that the ferry would run in winter," as \
      its mayor puts it. Nobody else would comment on any of it.
      """
    let quotations = shared(report, copy)
    #expect(quotations.cutAlike == 2)
    #expect(quotations.cutByOne + quotations.cutApart + quotations.variants == 0)
    #expect(quotations.cutAlikeShare > 0.6)
  }

  @Test func aQuotationInsideARunIsCutAlikeToo() {
    let copy = "Some new words first. " + report
    #expect(shared(report, copy).cutAlike == 2)
  }

  @Test func whoQuotesOnHeardTheSpeaker() {
    let other = """
      Aldmar's mayor had this to say: "My friends, we never promised that the ferry would run in \
      winter or in autumn." The harbour was full of people that day.
      """
    let quotations = shared(report, other)
    #expect(quotations.cutAlike == 0)
    #expect(quotations.cutByOne == 2)
    #expect(quotations.cutAlikeShare == 0.5)
  }

  @Test func bothQuoteOnInWordsOfTheirOwn() {
    let one = """
      He told them: "Once and for all, the ferry will not run in winter, so help me." They left.
      """
    let other = """
      The mayor said: "Dear people, the ferry will not run in winter, whatever comes." He went.
      """
    let quotations = shared(one, other)
    #expect(quotations.cutApart == 2)
    #expect(quotations.cutAlikeShare < 0.5)
  }

  @Test func aWordHeardOtherwiseIsAVariant() {
    let one = """
      She said: "Today I think that we should have gone the extra mile to avoid even the look of it all." \
      Nobody in the hall of the old harbour board had asked her for it.
      """
    let other = """
      Then she added: "Today I think that we should've gone the extra mile to avoid even the look of it all." \
      That was the end of a long evening on the coast.
      """
    #expect(shared(one, other).variants == 1)
    #expect(shared(one, one).variants == 0)
    let plain = { (text: String) in text.replacing("\"", with: "") }
    #expect(shared(plain(one), plain(other)).variants == 0)
  }

  @Test func movedStretchesAreNoVariants() {
    let one = "\"The old pier will be closed in May. The new one opens a year later,\" he said."
    let other = "\"The new one opens a year later. The old pier will be closed in May,\" he said."
    #expect(shared(one, other).variants == 0)
  }

  @Test func withoutQuotationsNothingIsSaid() {
    let text = "The harbour board of Port Ellery voted on Monday to close the old pier."
    #expect(shared(text, text + " It is old.") == SharedQuotations())
    #expect(SharedQuotations().cutAlikeShare == 0.5)
  }
}
