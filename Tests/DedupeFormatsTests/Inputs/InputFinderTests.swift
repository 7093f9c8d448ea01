import Testing

@testable import DedupeFormats

struct InputFinderTests {
  private let directory = TemporaryDirectory()

  private func find(_ names: String...) -> InputFinder {
    var finder = InputFinder()
    for name in names { finder.add(name == "-" ? name : directory(name)) }
    return finder
  }

  @Test func walksInByteOrderWithoutHiddenFiles() {
    for name in [
      "b.txt", "a/z.txt", "a.txt", "a/b/c.md", "Z.text", ".hidden.txt", ".git/x.txt", "é.txt",
    ] {
      directory.write("in/" + name, "x")
    }
    #expect(
      find("in").files.map(\.name) == ["Z.text", "a.txt", "a/b/c.md", "a/z.txt", "b.txt", "é.txt"])
  }

  @Test func standardInputIsReadOnce() {
    let finder = find("-", "-")
    #expect(finder.files.count == 1)
    #expect(
      finder.log.problems.map(\.description) == [
        "standard input: it was named twice and can be read only once; "
          + "give - once, and files for the rest"
      ])
  }

  @Test func anEmptyPathIsNone() {
    var finder = InputFinder()
    finder.add("")
    #expect(finder.files.isEmpty)
    #expect(
      finder.log.problems.map(\.description) == [
        "one of the paths is empty; give a file, a directory or -"
      ])
  }

  @Test func namesAreBelowTheArgument() {
    directory.write("in/a/x.txt", "x")
    #expect(find("in").files.map(\.name) == ["a/x.txt"])
    #expect(find("in/").files.map(\.name) == ["a/x.txt"])
    #expect(find("in/a/x.txt").files.map(\.name) == ["x.txt"])
    #expect(find("-").files.map(\.name) == ["stdin"])
  }

  @Test func collidingNamesAreQualified() {
    directory.write("one/x.txt", "x")
    directory.write("two/x.txt", "x")
    directory.write("two/y.txt", "y")
    let expected = [directory("one/x.txt"), directory("two/x.txt"), "y.txt"]
    #expect(find("one", "two/").files.map(\.name) == expected)
    #expect(find("one/x.txt", "two").files.map(\.name) == expected)
  }

  @Test func followsLinksButNotInCircles() {
    directory.write("in/a/x.txt", "x")
    directory.link("in/a/up", to: "..")
    directory.link("in/a/self", to: "self")
    directory.link("in/b", to: "a")
    let finder = find("in")
    #expect(finder.files.map(\.name) == ["a/x.txt", "b/x.txt"])
    #expect(finder.log.warningCount == 2)
    #expect(finder.log.errorCount == 2)
    #expect(
      finder.log.problems.contains { $0.description.contains("in/a/up: the link leads back") })
    #expect(
      finder.log.problems.contains { $0.description.contains("too many levels of symbolic links") })
  }

  @Test func whatIsNoArticleIsSkippedWithAWarning() {
    directory.write("in/a.txt", "x")
    directory.write("in/b.png", [0x89, 0x50, 0x4E, 0x47, 0, 1])
    directory.write("in/c.css", "p {}")
    directory.write("in/README", "A text without an extension.")
    directory.write("in/d.dat", "{\"text\":\"x\"}")
    let finder = find("in")
    #expect(finder.files.map(\.name) == ["README", "a.txt", "d.dat"])
    #expect(finder.files.map(\.kind) == [.text, .text, .lines])
    #expect(finder.log.warningCount == 2)
    #expect(finder.log.errorCount == 0)
  }

  @Test func whatMayHoldArticlesIsAnError() {
    directory.write("in/a.txt", "x")
    directory.write("in/b.zst", [0x28, 0xB5, 0x2F, 0xFD, 0, 0])
    directory.write("in/c.html", "<p>")
    #expect(find("in").log.errorCount == 2)
  }

  @Test(arguments: ["empty", "pictures"])
  func directoriesWithoutArticlesAreTold(name: String) {
    directory.write("empty/.keep", "")
    directory.write("pictures/a.png", [0x89, 0])
    let problem = find(name).log.problems.last
    #expect(problem?.severity == .error)
    #expect(problem?.cause == "the directory holds no article")
  }

  @Test func missingPathsAreToldAndOthersFound() {
    directory.write("x.txt", "x")
    let finder = find("none.txt", "x.txt")
    #expect(finder.files.map(\.name) == ["x.txt"])
    #expect(
      finder.log.problems.map(\.description) == [
        directory("none.txt")
          + ": no such file or directory; give the path of a file or directory that exists"
      ])
  }

  @Test func pathsMayBeListed() {
    let (x, y) = (directory.write("x.txt", "x"), directory.write("y z.txt", "y"))
    for list in ["\(x)\r\n\n\(y)\n", "\(x)\0\(y)\0", "\(x)\n\(y)"] {
      var finder = InputFinder()
      finder.add(listedIn: directory.write("list", list))
      #expect(finder.files.map(\.name) == ["x.txt", "y z.txt"])
    }
    var finder = InputFinder()
    finder.add(listedIn: directory("none"))
    #expect(finder.log.errorCount == 1)
  }

  @Test func namesThatAreNoTextCanBeRead() async throws {
    let name: [UInt8] = Array("in/".utf8) + [0xFF, 0x61] + Array(".txt".utf8)
    directory.write("in/z.txt", "z")
    let path = Path(bytes: Array(directory("").utf8) + name)
    // Some file systems take no such names.
    guard TemporaryDirectory.create(path) else { return }
    let collection = try await CollectionLoader().load([directory("in")])
    #expect(collection.documents.map(\.id) == ["z.txt", "\u{FFFD}a.txt"])
    #expect(collection.log.errorCount == 0)
  }
}
