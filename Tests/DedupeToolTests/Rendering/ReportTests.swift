import NearDuplicates
import Testing

@testable import dedupe

@Suite struct ReportTests {
  private func scanReport(columns: Int, color: Bool = false, of scan: ScanResult = Samples.scan)
    -> String
  {
    var page = Page(for: Terminal(columns: columns, usesColor: color))
    ScanReport(scan: scan).draw(on: &page)
    return page.text
  }

  @Test func x() {
    print(scanReport(columns: 100))
    print(scanReport(columns: 80))
  }
  @Test func comp() {
    var page = Page(for: Terminal(columns: 100, usesColor: false))
    PairReport(pair: Samples.pair, threshold: 0.5).draw(on: &page)
    print(page.text)
  }
}
