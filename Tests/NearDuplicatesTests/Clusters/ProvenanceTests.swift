import Testing

@testable import NearDuplicates

@Suite struct ProvenanceTests {
  /// Long enough that head and foot do not meet.
  private static let body = (1...60).map {
    "Witness \($0) told of flood number \($0) in the valley and of bridge \($0)."
  }.joined(separator: " ")

  private func document(
    _ id: String, _ text: String, source: String? = nil, day: Int? = nil
  ) -> Document {
    Document(
      id: id, text: text, source: source,
      date: day.flatMap { Timestamp(year: 2025, month: 3, day: $0) })
  }

  private func provenance(_ documents: Document...) -> Provenance {
    let cluster = Cluster(id: "", members: Array(documents.indices), representative: 0)
    return Deduplicator().provenance(of: cluster, in: documents)
  }

  @Test func whoWasFirstMayBeTheSource() {
    let result = provenance(
      document("a", Self.body, day: 2), document("b", Self.body, day: 3),
      document("c", Self.body))
    #expect(result.origin == .member(0))
    #expect(result.evidence == ["published before all others"])
    #expect((0.5...0.75).contains(result.confidence))
  }

  @Test func aCreditBeatsTheDate() {
    let result = provenance(
      document("a", "By Staff (Kingsway News Agency)\n\n" + Self.body, source: "Post", day: 2),
      document("b", Self.body, source: "Kingsway News Agency (KNX)", day: 3),
      document("c", Self.body + "\n\nWith material from KNX.", source: "Mail", day: 4))
    #expect(result.origin == .member(1))
    #expect(result.evidence == ["2 others name it near the head or foot"])
  }

  @Test func aNameInTheMiddleCountsLess() {
    let middle = Self.body + " They told the Harbour Gazette so. " + Self.body
    let credited = provenance(
      document("a", Self.body, source: "Harbour Gazette"),
      document("b", "From the Harbour Gazette: " + Self.body, source: "Mail"))
    let mentioned = provenance(
      document("a", Self.body, source: "Harbour Gazette"),
      document("b", middle, source: "Mail"))
    #expect(credited.origin == .member(0))
    #expect(mentioned.origin == .member(0))
    #expect(mentioned.evidence.contains("1 other mentions it"))
    #expect(credited.confidence > mentioned.confidence)
  }

  @Test func aHouseThatNamesItselfIsNoCredit() {
    let text = "By the desk of the Harbour Gazette\n\n" + Self.body
    let result = provenance(
      document("a", text, source: "Harbour Gazette"),
      document("b", text, source: "Harbour Gazette"))
    #expect(result.origin == .unknown)
  }

  @Test func anAgencyThatIsNotAmongThemIsNamed() {
    let result = provenance(
      document("a", "PORTSMOUTH (AP) — " + Self.body, source: "Post", day: 2),
      document("b", Self.body + " The Associated Press contributed.", source: "Mail", day: 3))
    #expect(result.origin == .agency("AP"))
    #expect(result.evidence == ["2 of 2 credit AP"])
  }

  @Test func anAgencyThatIsAmongThemIsTheSource() {
    let result = provenance(
      document("a", "PORTSMOUTH (AP) — " + Self.body, source: "Associated Press"),
      document("b", Self.body + " The Associated Press contributed.", source: "Mail"))
    #expect(result.origin == .member(0))
  }

  @Test func thatAPictureIsCreditedSaysNothingOfTheText() {
    let result = provenance(
      document("a", "A flood. (AP Photo) " + Self.body), document("b", Self.body))
    #expect(result.origin == .unknown)
  }

  @Test func theLongerTextMayBeTheWholeOfWhichOthersAreCut() {
    let result = provenance(
      document("a", String(Self.body.prefix(2_000))), document("b", Self.body))
    #expect(result.origin == .member(1))
    #expect(result.evidence == ["it has most of the text of 1 shorter one"])
  }

  @Test func whatIsContainedIsCountedAsPairByPair() {
    let cuts = [2_000, 900, 2_000, 0, 1_100, 3_000]
    var reader = TextReader(profile: .empty)
    let outlet = Outlet("", reader: &reader)
    let members = (cuts.map { String(Self.body.prefix($0)) } + [NewsTexts.bridge]).enumerated()
      .map {
        ClusterMember($0, document("\($0)", $1), outlet: outlet, reader: &reader)
      }
    let expected = members.map { member in
      members.count { other in
        let overlap = ShingleOverlap(member.shingles, other.shingles)
        return overlap.containmentB >= 0.5
          && overlap.containmentB >= overlap.containmentA + 0.15
      }
    }
    var table = DistinctTable()
    #expect(expected == [2, 0, 2, 0, 1, 4, 0])
    #expect(Provenance.containedCounts(members, comparing: &table) == expected)
  }

  @Test func aReaderTellsOfEachClusterWhatAFreshOneDoes() {
    let sources = ["Post", "Associated Press", "Harbour Gazette", nil]
    let documents = (0..<40).map { number in
      let credit = number % 3 == 0 ? "PORTSMOUTH (AP) — " : "From the Harbour Gazette: "
      return document(
        "\(number)", credit + Self.body.prefix(1_000 + number * 40),
        source: sources[number % 4], day: 1 + number % 5)
    }
    let clusters = stride(from: 0, to: 40, by: 4).map {
      Cluster(id: "", members: Array($0..<$0 + 2 + $0 % 3), representative: $0)
    }
    var reader = ProvenanceReader(profile: .empty)
    for cluster in clusters {
      let fresh = Deduplicator(profile: .empty).provenance(of: cluster, in: documents)
      #expect(reader.provenance(of: cluster) { documents[$0] } == fresh)
    }
  }

  @Test func nothingIsSaidWhereNothingSpeaksForAnyone() {
    let result = provenance(
      document("a", Self.body, day: 2), document("b", Self.body, day: 2))
    #expect(result == Provenance(origin: .unknown, confidence: 0, evidence: []))
  }

  @Test func isNeverCertain() {
    let credit = "From the Harbour Gazette: "
    let result = provenance(
      document("a", Self.body + Self.body, source: "Harbour Gazette", day: 1),
      document("b", credit + Self.body, source: "Mail", day: 2),
      document("c", credit + Self.body, source: "Post", day: 3),
      document("d", credit + Self.body, source: "Echo", day: 4))
    #expect(result.confidence == 0.95)
  }
}
