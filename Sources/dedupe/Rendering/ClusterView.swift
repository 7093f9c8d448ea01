import NearDuplicates

/// One cluster in full: its members in time order with a strip each, then the paragraphs that
/// answer each other, then why they are together.
struct ClusterView: Sendable {
  let cluster: Cluster
  let scan: ScanResult

  /// Comparing pairs takes milliseconds each, and nobody reads fifty strips.
  static let mostMembers = 12
  /// Members whose paragraphs are shown against the one they go back to.
  static let mostPairs = 2
  /// Rows of paragraphs for each of these.
  static let mostRows = 4
  /// Words that are kept at each edge of a long stretch without a change.
  static let edge = 24

  /// Draws the cluster.
  func draw(number: Int, on page: inout Page) {
    let members = Array(cluster.members.prefix(Self.mostMembers))
    var pairs: [Int: MarkedPair] = [:]
    for member in members where member != cluster.representative {
      pairs[member] = scan.pair(cluster.representative, member, in: cluster)
    }
    drawHeader(number: number, on: &page)
    for member in members { draw(member, against: pairs[member], on: &page) }
    drawRest(cluster.members.count - members.count, of: "more article", on: &page)
    drawSource(on: &page)
    page.line()
    let shown = members.filter { $0 != cluster.representative }
    for member in shown.prefix(Self.mostPairs) { drawPair(of: member, known: pairs, on: &page) }
    if shown.count > Self.mostPairs {
      page.line(
        Span("  Paragraphs of the other members: dedupe compare PATH… --ids ID ID", .faint))
      page.line()
    }
  }

  // MARK: - Header and members

  private func drawHeader(number: Int, on page: inout Page) {
    page.line(
      Span("Cluster \(number)", .heading), Span(" · \(Self.summary(of: cluster, in: scan))"),
      Span("  \(cluster.id)", .faint))
  }

  /// Size, scores and span of days: "2 articles · score 0.87 · 2025-02-17".
  static func summary(of cluster: Cluster, in scan: ScanResult) -> String {
    let scores = scan.links(of: cluster).map(\.score)
    let days = cluster.members.compactMap {
      scan.documents[$0].date == nil ? nil : scan.documents[$0].day
    }
    return [
      cluster.members.count.counted("article"),
      span(scores.min()?.decimals(), scores.max()?.decimals()).map { "score \($0)" },
      span(days.min(), days.max()) ?? "undated",
    ].compactMap(\.self).joined(separator: " · ")
  }

  private static func span(_ first: String?, _ last: String?) -> String? {
    guard let first, let last else { return nil }
    return first == last ? first : "\(first) to \(last)"
  }

  private func draw(_ member: Int, against pair: MarkedPair?, on page: inout Page) {
    let document = scan.documents[member]
    let margin = "     "
    let role = role(of: member)
    let room = page.terminal.columns - margin.count - DisplayWidth.of(role) - 14
    page.line(
      Span("\(number(of: member))".leftPadded(to: 4) + " ", .strong),
      Span("\(document.day.fitted(to: 10))  "), Span(role, .strong),
      Span("  \(document.label.shortened(to: room))"))
    page.line(
      Span(margin), Span(document.headline.shortened(to: page.terminal.columns - margin.count)))
    guard let pair else { return }
    let side: MarkedPair.Side = pair.later.id == document.id ? .later : .earlier
    let strip = Strip(of: side, in: pair)
    page.line(
      Span(margin), Span(strip.text(columns: page.terminal.columns - 50), .narrative),
      Span("  \(strip.share.percent) of its words stand in \(number(of: cluster.representative))"))
  }

  private func role(of member: Int) -> String {
    guard let link = scan.deduplication.placements[member].link else {
      return scan.documents[member].date == nil ? "stands for all" : "earliest"
    }
    return "\(link.relation.role) \(number(of: link.of)) (\(link.score.decimals()))"
  }

  private func number(of member: Int) -> Int {
    (cluster.members.firstIndex(of: member) ?? 0) + 1
  }

  private func drawRest(_ count: Int, of noun: String, on page: inout Page) {
    guard count > 0 else { return }
    page.line(
      Span("     … and \(count.counted(noun)); --format jsonl lists every one", .faint))
  }

  /// One line on where the report comes from.
  private func drawSource(on page: inout Page) {
    let sentence = scan.provenance(cluster).sentence { member in
      let outlet = scan.documents[member].source.map { ", \($0.printable)" } ?? ""
      return "\(number(of: member))\(outlet)"
    }
    page.prose(Span("  Source: ", .strong), sentence + ".")
  }

  // MARK: - Pairs

  private func drawPair(of member: Int, known: [Int: MarkedPair], on page: inout Page) {
    let of = scan.deduplication.placements[member].link?.of ?? cluster.representative
    let direct = of == cluster.representative ? known[member] : nil
    let pair = direct ?? scan.pair(of, member, in: cluster)
    let numbers = [number(of: of), number(of: member)].sorted()
    let names = (
      earlier: "\(numbers[0]) · \(pair.earlier.label)", later: "\(numbers[1]) · \(pair.later.label)"
    )
    let view = AnswersView(pair: pair, names: names, mostRows: Self.mostRows, edge: Self.edge)
    view.draw(on: &page)
    page.prose(Span("  Why: ", .strong), Reason(pair: pair).sentences)
    page.line()
  }
}

extension Document {
  /// The outlet and the id, or the id alone.
  var label: String {
    (source.map { "\($0) · \(id)" } ?? id).printable
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
