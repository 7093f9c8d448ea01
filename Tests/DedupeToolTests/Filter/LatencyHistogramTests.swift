import Testing

@testable import dedupe

struct LatencyHistogramTests {
  @Test func tellsUnderWhichBoundAShareStayed() {
    var histogram = LatencyHistogram()
    #expect(histogram.bound(of: 0.5) == nil)
    histogram.add(0.0004, times: 98)
    histogram.add(0.03)
    histogram.add(100)
    #expect(histogram.count == 100)
    #expect(histogram.bound(of: 0.5) == 0.001)
    #expect(histogram.bound(of: 0.99) == 0.05)
    #expect(histogram.bound(of: 1) == nil, "it took longer than the last bound")
  }

  @Test func isWrittenAsPrometheusReadsIt() {
    var histogram = LatencyHistogram()
    histogram.add(0.002, times: 3)
    histogram.add(20)
    var page = MetricsPage()
    page.histogram("x_seconds", "Help.", histogram)
    #expect(page.text.hasPrefix("# HELP x_seconds Help.\n# TYPE x_seconds histogram\n"))
    #expect(
      page.text.contains("x_seconds_bucket{le=\"0.001\"} 0\nx_seconds_bucket{le=\"0.0025\"} 3\n"))
    #expect(page.text.contains("le=\"10.0\"} 3\nx_seconds_bucket{le=\"+Inf\"} 4\n"))
    #expect(page.text.hasSuffix("x_seconds_count 4\n"))
  }
}
