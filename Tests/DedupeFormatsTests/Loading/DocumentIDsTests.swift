import NearDuplicates
import Testing

@testable import DedupeFormats

/// Doubled ids are those that a set of strings would find.
struct DocumentIDsTests {
  private func inserted(_ ids: [String]) -> [Bool] {
    var known = DocumentIDs()
    var collection = LoadedCollection()
    return ids.map { id in
      let isNew = known.insert(id, of: collection)
      if isNew { collection.documents.append(Document(id: id, text: "")) }
      return isNew
    }
  }

  private func expected(_ ids: [String]) -> [Bool] {
    var known: Set<String> = []
    return ids.map { known.insert($0).inserted }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `agrees with a set of strings`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for letters in ["ab1", "aé\u{301}e1", "K\u{212A}x;\u{37E}"] {
      let scalars = Array(letters.unicodeScalars)
      let ids = (0..<200).map { _ in
        var id = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<5, using: &random) {
          if let scalar = scalars.randomElement(using: &random) { id.append(scalar) }
        }
        return String(id)
      }
      #expect(inserted(ids) == expected(ids), "seed \(seed), letters \(letters)")
    }
  }

  @Test func `an id of ASCII is doubled by one that Unicode calls equal`() {
    #expect(inserted(["K", "\u{212A}", "x", "K"]) == [true, false, true, false])
  }
}
