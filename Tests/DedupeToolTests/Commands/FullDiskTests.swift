import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An index on a disk of 4 MB that fills up under the filter.
@Suite struct FullDiskTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Whether a small file system can be mounted here: that takes the superuser, on Linux.
  private static let canMount: Bool = {
    #if os(Linux)
      guard geteuid() == 0, let place = try? Workplace() else { return false }
      let run = try? place.shell("mkdir d && mount -t tmpfs -o size=4m none d && umount d")
      return run?.code == 0
    #else
      return false
    #endif
  }()

  /// Records whose keys and texts take some 10 MB.
  private var stream: String {
    var bits: UInt64 = 1
    return (0..<3_000).map { id in
      let words = (0..<250).map { _ in
        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return String(bits >> 34, radix: 36)
      }
      return #"{"id":\#(id),"text":"\#(words.joined(separator: " "))"}"# + "\n"
    }.joined()
  }

  @Test(
    .enabled(if: canMount, "a small disk can be mounted by the superuser of a Linux only"),
    arguments: ["record", "batch"])
  func aFullDiskIsToldAndLosesNothing(durability: String) throws {
    workplace.makeDirectory("disk")
    #expect(try workplace.shell("mount -t tmpfs -o size=4m none disk").code == 0)
    defer { _ = try? workplace.shell("umount disk") }
    let stream = Array(stream.utf8)
    let arguments = ["filter", "--index", "disk/news.idx", "--durability", durability]

    let full = try workplace.run(arguments, input: stream)
    #expect(full.code == 2)
    #expect(full.errors.contains("no space left on device; free some space and start again"))
    #expect(full.lines.count < 3_000)
    #expect(try workplace.run("index", "check", "disk/news.idx").code != 2, "it can be opened")

    // With more room the same run goes on where it stood.
    #expect(try workplace.shell("mount -o remount,size=64m disk").code == 0)
    let again = try workplace.run(arguments, input: stream)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.lines.count == 3_000)
    let known = again.lines.prefix { $0.contains("\"redelivered\":true") }.count
    #expect(!again.lines.dropFirst(known).contains { $0.contains("\"redelivered\":true") })
    // In batches, the last one may not have been synced.
    let promised = durability == "record" ? full.lines.count : full.lines.count - 1_000
    #expect(known >= promised, "\(full.lines.count) lines came out, and \(known) are known")
    let check = try workplace.run("index", "check", "disk/news.idx")
    #expect(check.code == 0, "\(check.errors)")
  }
}
