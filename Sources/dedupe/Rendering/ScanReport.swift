import NearDuplicates

/// The report of a scan for a person: clusters, then what was left alone and how close it came.
struct ScanReport: Sendable {
  let scan: ScanResult

  /// Clusters that are shown in full: as many as a reader scrolls through.
  static let clustersInFull = 20
  /// Clusters that get a line after these.
  static let clustersInBrief = 200
  /// Lone documents that get a line.
  static let mostAlone = 25

  /// Draws the report.
  func draw(on page: inout Page) {
    page.line(Span(scan.deduplication.summary, .heading))
    page.line()
    let clusters = scan.clustersBySize
    drawLegend(on: &page)
    for (index, cluster) in clusters.prefix(Self.clustersInFull).enumerated() {
      ClusterView(cluster: cluster, scan: scan).draw(number: index + 1, on: &page)
    }
    drawInBrief(clusters.dropFirst(Self.clustersInFull), on: &page)
    if clusters.isEmpty { NothingClusters(scan: scan).draw(on: &page) }
    LoneView(scan: scan, most: Self.mostAlone).draw(on: &page)
  }

  private func drawLegend(on page: inout Page) {
    guard !scan.deduplication.clusters.isEmpty else { return }
    Legend.drawMarks(on: &page)
    Legend.drawStrips(on: &page)
    Legend.drawScores(threshold: scan.settings.threshold, on: &page)
    page.line()
  }

  private func drawInBrief(_ clusters: ArraySlice<Cluster>, on page: inout Page) {
    guard !clusters.isEmpty else { return }
    page.line(Span("More clusters", .heading))
    for cluster in clusters.prefix(Self.clustersInBrief) {
      let summary = ClusterView.summary(of: cluster, in: scan)
      let headline = scan.documents[cluster.representative].headline
      let room = page.terminal.columns - DisplayWidth.of(summary) - 4
      page.line("  \(summary)  \(headline.shortened(to: room))")
    }
    let rest = clusters.count - Self.clustersInBrief
    if rest > 0 {
      page.line(
        Span("  … and \(rest.counted("more cluster")); --format jsonl lists every one", .faint))
    }
    page.line()
  }
}

extension Deduplication {
  /// What was found, in one line: "5 articles: 2 in 1 cluster, 3 alone".
  var summary: String {
    let articles = placements.count.counted("article")
    guard !clusters.isEmpty else { return "\(articles), none of them in a cluster" }
    let clustered = clusters.reduce(0) { $0 + $1.members.count }
    return "\(articles): \(clustered.grouped) in \(clusters.count.counted("cluster")), "
      + "\((placements.count - clustered).grouped) alone"
  }
}
