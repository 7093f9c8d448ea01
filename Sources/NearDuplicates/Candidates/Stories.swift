/// A first, coarse partition of a collection into stories: what is linked by like sketches.
///
/// It serves only to tell a stretch that recurs across stories, boilerplate, from one that many
/// copies of a single story share; clusters are built later and on more evidence.
struct Stories {
  private let wholes: Wholes

  /// Days within which a house publishes what is like each other as one story.
  private static let houseDays = 3
  /// The estimated Jaccard similarity from which two documents are of one story.
  private static let leastSimilarity = 0.4

  /// Joins the documents of pairs whose sketches are alike, but not those that one house published
  /// days apart: what it repeats then is a form, a pay wall say.
  init(_ pairs: [PairKey], sketches: SketchTable, publications: [Publication]) {
    let links = pairs.filter { pair in
      sketches.estimatedJaccard(Int(pair.a), Int(pair.b)) >= Self.leastSimilarity
        && !Self.areRepeated(publications[Int(pair.a)], publications[Int(pair.b)])
    }
    wholes = Wholes(of: links, documents: sketches.count)
  }

  private static func areRepeated(_ one: Publication, _ other: Publication) -> Bool {
    guard let first = one.day, let second = other.day else { return false }
    return one.house != nil && one.house == other.house && abs(first - second) > houseDays
  }

  /// The story of a document, named by its first document.
  func story(of document: UInt32) -> UInt32 { wholes[document] }
}
