import DedupeIndex
import NearDuplicates

/// All that is known of a run of the filter, for `--stats` and `--metrics`.
struct FilterFigures {
  let tally: FilterTally
  let work: FilterStatistics
  let index: IndexInfo
  /// Seconds since the run began.
  let seconds: Double
  /// Processor seconds since the process began.
  let processorSeconds: Double

  // MARK: For people

  /// Lines for standard error.
  var lines: [String] {
    let relations = tally.duplicatesByRelation.map { "\($0.relation.rawValue) \($0.count.grouped)" }
    var lines = [tally.summary]
    if !relations.isEmpty { lines.append("duplicates: " + relations.joined(separator: ", ")) }
    lines.append(
      "took \(seconds.decimals()) s, \(processorSeconds.decimals()) s of processor time, "
        + "\(rate.grouped) lines a second; \(tally.syncs.counted("sync")) took "
        + "\(tally.syncSeconds.decimals()) s")
    if let half = tally.latency.bound(of: 0.5), let most = tally.latency.bound(of: 0.99) {
      lines.append(
        "from reading to writing: half of the lines within \(Self.milliseconds(half)), "
          + "99 % within \(Self.milliseconds(most))")
    }
    lines.append(
      "compared \(work.compared.grouped) of \(work.candidates.counted("candidate")), "
        + "read \(work.textsRead.counted("text")) back; profile: "
        + (work.generation.map { "generation \($0)" } ?? "given"))
    if work.likeLooseMember + work.unwitnessed > 0 {
      lines.append(
        "new all the same: \(work.likeLooseMember.grouped) like a loose member of a cluster alone, "
          + "\(work.unwitnessed.grouped) like one copy of a report and not the others")
    }
    lines.append(
      "index: \(index.documents.counted("document")), \(index.bytes.grouped) bytes in "
        + "\(index.segments.counted("segment")) and the journal")
    return lines
  }

  private var rate: Int { seconds > 0 ? Int(Double(tally.lines) / seconds) : 0 }

  private static func milliseconds(_ seconds: Double) -> String {
    "\((seconds * 1_000).decimals(seconds < 0.01 ? 1 : 0)) ms"
  }

  // MARK: For Prometheus

  /// The figures in the text format of Prometheus.
  var metrics: String {
    var page = MetricsPage()
    writeRecords(to: &page)
    writeWork(to: &page)
    writeIndex(to: &page)
    return page.text
  }

  private func writeRecords(to page: inout MetricsPage) {
    page.counter("dedupe_filter_lines_total", "Lines read.", tally.lines)
    page.counter("dedupe_filter_bytes_total", "Bytes read.", tally.bytes)
    page.counter(
      "dedupe_filter_records_total", "Records by verdict; bad is a line that is no record.",
      label: "status",
      [
        ("new", tally.new), ("duplicate", tally.duplicates), ("unchecked", tally.unchecked),
        ("bad", tally.broken),
      ])
    page.counter(
      "dedupe_filter_duplicates_total", "Duplicates by relation.", label: "relation",
      tally.duplicatesByRelation.map { ($0.relation.rawValue, $0.count) })
    page.counter(
      "dedupe_filter_redelivered_total", "Records that came again with id and text.",
      tally.redelivered)
    page.counter(
      "dedupe_filter_superseding_total", "Copies that took the place of the one to keep.",
      tally.superseding)
    page.counter(
      "dedupe_filter_doubtful_total", "New records that match what does not suffice.",
      label: "why",
      [("loose member", work.likeLooseMember), ("no witness", work.unwitnessed)])
    page.counter("dedupe_filter_passed_total", "Records passed on.", tally.passed)
    page.counter("dedupe_filter_held_back_total", "Records held back.", tally.heldBack)
    if let arrival = tally.lastArrival {
      page.gauge(
        "dedupe_filter_last_record_timestamp_seconds", "When the last record came.", Int(arrival))
    }
  }

  private func writeWork(to page: inout MetricsPage) {
    page.histogram(
      "dedupe_filter_latency_seconds", "From reading a line to writing it.", tally.latency)
    page.counter("dedupe_filter_syncs_total", "Syncs of the index.", tally.syncs)
    page.counter(
      "dedupe_filter_sync_seconds_total", "Time that syncs of the index took.", tally.syncSeconds)
    page.counter("dedupe_filter_candidates_total", "Documents looked at.", work.candidates)
    page.counter("dedupe_filter_compared_total", "Pairs of texts compared.", work.compared)
    page.counter("dedupe_filter_texts_read_total", "Texts read from the index.", work.textsRead)
    page.gauge("dedupe_filter_readings_bytes", "Memory of readings.", work.readingsMemory)
    if let generation = work.generation {
      page.gauge("dedupe_filter_profile_generation", "The profile in force.", generation)
    }
    page.counter(
      "dedupe_process_cpu_seconds_total", "Processor time of the process.", processorSeconds)
  }

  private func writeIndex(to page: inout MetricsPage) {
    page.gauge("dedupe_index_documents", "Documents that can be found.", index.documents)
    page.gauge(
      "dedupe_index_dead_documents", "Documents gone that still take space.",
      index.deadDocuments)
    page.gauge("dedupe_index_bytes", "Bytes on disk.", index.bytes)
    page.gauge("dedupe_index_segments", "Segments on disk.", index.segments)
    page.gauge(
      "dedupe_index_memory_bytes", "Memory of documents not in a segment.", index.memoryBytes)
    page.counter("dedupe_index_flushes_total", "Segments written.", index.flushes)
    page.counter("dedupe_index_merges_total", "Merges of segments.", index.merges)
  }
}
