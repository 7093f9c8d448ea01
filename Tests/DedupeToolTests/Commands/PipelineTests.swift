import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The recipes of `Documentation/Pipelines.md`, taken from there and run.
@Suite struct PipelineTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    workplace.makeDirectory("bin")
    workplace.link("bin/dedupe", to: Tool.path)
  }

  private static let document =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/") + "/Documentation/Pipelines.md"

  /// The code of a recipe.
  private func recipe(_ name: String) throws -> String {
    let text = String(
      decoding: try #require(Child.contents(of: Self.document)), as: UTF8.self)
    let begin = try #require(text.firstRange(of: "<!-- recipe: \(name) -->\n```"))
    let rest = text[begin.upperBound...].drop { $0 != "\n" }.dropFirst()
    let end = try #require(rest.firstRange(of: "```\n<!-- end of recipe -->"))
    return String(rest[..<end.lowerBound])
  }

  /// Runs a script with the tool in the path.
  private func run(_ script: String, input: String? = nil) throws -> ToolRun {
    try workplace.shell("unset -f dedupe; PATH=\"$PWD/bin:$PATH\"\n" + script, input: input)
  }

  private func write(program name: String, _ text: String) throws {
    try workplace.write("bin/\(name)", "#!/bin/sh\n" + text + "\n")
    chmod("\(workplace.path)/bin/\(name)", 0o755)
  }

  private static func has(_ program: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/bin/"].contains { access($0 + program, X_OK) == 0 }
  }

  private var report: String { Articles.record(id: "1", text: Articles.report) + "\n" }
  private var reprint: String { Articles.record(id: "2", text: Articles.reprint) + "\n" }
  private var other: String { Articles.record(id: "3", text: Articles.other) + "\n" }

  // MARK: Recipes

  @Test func cronOverAFolder() throws {
    let script = try recipe("cron").replacing("/srv/news", with: workplace.path)
    for folder in ["incoming", "ingest", "done"] { workplace.makeDirectory(folder) }
    #expect(try run(script).code == 0, "there is nothing to do yet")
    try workplace.write("incoming/1.jsonl", report + "no record\n")
    try workplace.write("incoming/2.jsonl", reprint + other)
    let first = try run(script)
    #expect(first.code == 0, "\(first.errors)")
    #expect(workplace.read("ingest/1.jsonl")?.split(separator: "\n").count == 2)
    let second = try #require(workplace.read("ingest/2.jsonl"))
    #expect(second.hasPrefix("{\"id\":3,"))
    #expect(workplace.read("dropped.jsonl")?.hasPrefix("{\"id\":2,") == true)
    #expect(try workplace.shell("ls incoming done ingest -A").lines.count == 7)
  }

  @Test(.enabled(if: has("systemd-analyze"), "systemd-analyze is not here"))
  func systemdKnowsTheUnit() throws {
    try workplace.write("dedupe.service", try recipe("systemd"))
    let verified = try run("systemd-analyze verify ./dedupe.service")
    #expect(verified.code == 0, "\(verified.errors)")
    #expect(!verified.errors.contains("dedupe.service:"), "\(verified.errors)")
  }

  @Test func systemdRunsTheLine() throws {
    let unit = try recipe("systemd")
    let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    try workplace.write("feed", report + reprint + other)
    try write(program: "fetch-feeds", "cat feed")
    try write(program: "ingest", "cat > ingested")
    // The service manager would put the folders in.
    let command = String(line.dropFirst("ExecStart=".count))
      .replacing("${STATE_DIRECTORY}", with: workplace.path)
      .replacing("${RUNTIME_DIRECTORY}", with: workplace.path)
    let ran = try run(command)
    #expect(ran.code == 0, "\(ran.errors)")
    #expect(workplace.read("ingested")?.split(separator: "\n").count == 2)
    #expect(workplace.read("dedupe.prom")?.contains("dedupe_filter_lines_total 3\n") == true)
  }

  @Test(.enabled(if: has("jq"), "jq is not here"))
  func jqInFront() throws {
    let feed = [("a", Articles.report), ("b", Articles.reprint)].map { id, text in
      Articles.record(id: nil, text: text).replacing("{\"text\"", with: "{\"content\"")
        .replacing("{\"c", with: "{\"guid\":\"\(id)\",\"feed\":{\"name\":\"Wire\"},\"c")
    }
    let ran = try run(try recipe("jq"), input: feed.joined(separator: "\n") + "\n")
    #expect(ran.code == 0, "\(ran.errors)")
    #expect(ran.lines.count == 1)
    #expect(ran.output.hasPrefix("{\"id\":\"a\","))
    #expect(ran.output.contains("\"original\":{\"guid\":\"a\","))
  }

  @Test(.enabled(if: has("jq"), "jq is not here"))
  func jqBehind() throws {
    let ran = try run(try recipe("jq-behind"), input: report + reprint)
    #expect(ran.output == "2 is a reprint of 1\n", "\(ran.errors)")
  }

  @Test(.enabled(if: has("python3") && has("curl"), "python3 or curl is not here"))
  func feedsOfRSS() throws {
    try workplace.write("rss2jsonl", try recipe("rss"))
    try workplace.write("one.xml", feed([("u1", Articles.report), ("u2", Articles.other)]))
    try workplace.write("two.xml", feed([("u3", Articles.reprint)]))
    try workplace.write(
      "feeds.txt",
      "file://\(workplace.path)/one.xml\nfile://\(workplace.path)/none.xml\n"
        + "file://\(workplace.path)/two.xml\n")
    for _ in 0..<2 {
      let ran = try run(try recipe("rss-run"))
      #expect(ran.code == 0, "\(ran.errors)")
      #expect(ran.errors.contains("none.xml: failed"))
      let lines = try #require(workplace.read("fresh.jsonl")).split(separator: "\n")
      #expect(lines.count == 2, "neither the reprint nor what was fetched again")
      #expect(lines[0].contains("\"id\": \"u1\""))
      #expect(lines[0].contains("\"date\": \"Mon, 17 Feb 2025 10:00:00 GMT\""))
    }
  }

  private func feed(_ items: [(String, String)]) -> String {
    let items = items.map { guid, text in
      let paragraphs = text.replacing("\n\n", with: "&lt;/p&gt;&lt;p&gt;")
      return """
        <item><guid>\(guid)</guid><title>News</title><link>https://example.org/\(guid)</link>
        <pubDate>Mon, 17 Feb 2025 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;\(paragraphs)&lt;/p&gt;</description></item>
        """
    }
    return "<rss version=\"2.0\"><channel><title>Wire</title>\(items.joined())</channel></rss>"
  }

  @Test(.enabled(if: has("redis-server") && has("redis-cli"), "redis is not here"))
  func aStreamOfRedis() throws {
    let server = try Child(
      [
        "/usr/bin/env", "redis-server", "--port", "0", "--unixsocket", "\(workplace.path)/socket",
        "--save", "", "--dir", workplace.path,
      ], in: workplace.path)
    defer {
      server.send(SIGTERM)
      _ = server.wait()
      server.removeFiles()
    }
    let clients: [String] = ["/usr/local/bin/redis-cli", "/usr/bin/redis-cli"]
    let client = try #require(clients.first { access($0, X_OK) == 0 })
    try write(program: "redis-cli", "exec \(client) -s \(workplace.path)/socket \"$@\"")
    let ready = try run(
      "for i in $(seq 100); do [ \"$(redis-cli PING 2>&1)\" = PONG ] && exit; sleep 0.1; done; exit 1"
    )
    try #require(ready.code == 0, "\(server.output)")
    let add = "while IFS= read -r r; do printf %s \"$r\" | redis-cli -x XADD news '*' record; done"
    _ = try run(add, input: report + reprint)
    // A worker that took one record and died.
    _ = try run(
      "redis-cli XGROUP CREATE news dedupe 0; "
        + "redis-cli XREADGROUP GROUP dedupe worker COUNT 1 STREAMS news '>'")
    let script = try recipe("redis")
    let ran = try run(script)
    #expect(ran.code == 0, "\(ran.errors)")
    #expect(try fresh().count == 1)
    _ = try run(add, input: other + report)
    #expect(try run(script).code == 0)
    let passed = try fresh()
    #expect(passed.count == 3, "a record delivered again passes, and is told so")
    #expect(passed[0].hasPrefix("{\"id\":1,") && passed[1].hasPrefix("{\"id\":3,"))
    #expect(passed[2].contains("\"redelivered\":true"))
    #expect(try run("redis-cli XPENDING news dedupe").output.hasPrefix("0\n"))
  }

  private func fresh() throws -> [Substring] {
    try run("redis-cli --raw XRANGE fresh - +").lines.filter { $0.hasPrefix("{") }
  }
}
