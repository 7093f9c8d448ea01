import Benchmark
import DedupeFormats
import NearDuplicates
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures the steps of the hot path one by one, and the library on a whole file.
///
///     swift run --package-path Benchmarks -c release kernels
///     DEDUPE_BENCHMARK_FILE=articles.jsonl swift run --package-path Benchmarks -c release \
///       kernels --filter file
@main
enum Kernels {
  static func main() async throws {
    var english: [String] = []
    for language in SampleTexts.Language.allCases {
      let sample = try await SampleTexts(language)
      if language == .english { english = sample.texts }
      addTextToSketch(sample, language)
    }
    addSteps(english)
    addPairs(english)
    if let file = getenv("DEDUPE_BENCHMARK_FILE") { try await addFile(String(cString: file)) }
    Benchmark.main()
  }

  private static func addTextToSketch(_ sample: SampleTexts, _ language: SampleTexts.Language) {
    var scratch = SketchingScratch()
    var table = SketchTable()
    benchmark("text to sketch, \(language), \(sample.byteCount) bytes") {
      table.removeAll()
      for text in sample.texts {
        scratch.read(text)
        scratch.appendSketch(to: &table)
      }
    }
  }

  /// The steps from text to sketch, on the same texts.
  private static func addSteps(_ texts: [String]) {
    var tokenizer = Tokenizer()
    var tokens = TokenList()
    benchmark("tokenise, \(texts.count) documents") {
      for text in texts { tokenizer.tokenize(text, into: &tokens) }
    }
    let lists = texts.map { text in
      tokenizer.tokenize(text, into: &tokens)
      return tokens
    }
    let hasher = ShingleHasher()
    var shingles: [UInt64] = []
    benchmark("shingle, \(texts.count) documents") {
      for list in lists { hasher.hashes(of: list, into: &shingles) }
    }
    let rows = lists.map { list in
      hasher.hashes(of: list, into: &shingles)
      return shingles
    }
    let sketcher = SimilaritySketcher()
    var table = SketchTable()
    benchmark("sketch, \(texts.count) documents") {
      table.removeAll()
      for row in rows { table.append(row, by: sketcher) }
    }
    var winnower = Winnower()
    var fingerprints: [Fingerprint] = []
    benchmark("fingerprint, \(texts.count) documents") {
      for list in lists { winnower.fingerprints(of: list, into: &fingerprints) }
    }
    var reader = TextReader(profile: .empty)
    var words = 0
    benchmark("read for verification, \(texts.count) documents") {
      for text in texts { words &+= reader.read(text).words.count }
    }
  }

  /// What a pair of documents costs: two sketches, two readings of an article and its version.
  private static func addPairs(_ texts: [String]) {
    var scratch = SketchingScratch()
    var table = SketchTable()
    for text in texts {
      scratch.read(text)
      scratch.appendSketch(to: &table)
    }
    var equal = 0
    let pairs = texts.count * texts.count
    benchmark("compare sketches, \(pairs) pairs") {
      for one in 0..<table.count {
        for other in 0..<table.count { equal &+= table.equalSlots(one, other) }
      }
    }
    var reader = TextReader(profile: .empty)
    var tiling = Tiling()
    var tiles = 0
    let reading = reader.read(texts[0])
    let version = reader.read(edited(texts[0]))
    benchmark("align, an article and its version") {
      tiles &+= Alignment(reading, version, tiling: &tiling).tiles.count
    }
    let other = reader.read(texts[1])
    benchmark("align, two articles") {
      tiles &+= Alignment(reading, other, tiling: &tiling).tiles.count
    }
  }

  /// Leaves out one word in fifty.
  private static func edited(_ text: String) -> String {
    text.split(separator: " ").enumerated().filter { $0.offset % 50 != 49 }.map(\.element)
      .joined(separator: " ")
  }

  private static func addFile(_ path: String) async throws {
    let documents = try await CollectionLoader().load([path]).documents
    benchmark("file: read") { wait { _ = try? await CollectionLoader().load([path]) } }
    for preset in Preset.allCases {
      let deduplicator = Deduplicator(settings: Settings(preset: preset))
      benchmark("file: deduplicate, \(preset)") {
        wait { _ = await deduplicator.deduplicate(documents) }
      }
    }
  }

  /// The harness knows no asynchronous work, so its thread sleeps until the work is done.
  private static func wait(_ work: @escaping @Sendable () async -> Void) {
    let done = Latch()
    Task.detached {
      await work()
      done.open()
    }
    done.wait()
  }
}
