/// A first, coarse partition of a collection into stories: what is linked by like sketches.
///
/// It serves only to tell a stretch that recurs across stories, boilerplate, from one that many
/// copies of a single story share; clusters are built later and on more evidence.
struct Stories {
  private var parents: [UInt32]

  /// Days within which a house publishes what is like each other as one story.
  private static let houseDays = 3

  /// Joins the documents of pairs whose estimated Jaccard similarity is at least 0.4, but not those
  /// that one house published days apart: what it repeats then is a form, a pay wall say.
  init(_ pairs: [PairKey], sketches: SketchTable, publications: [Publication]) {
    parents = Array(0..<UInt32(sketches.count))
    for pair in pairs where sketches.estimatedJaccard(Int(pair.a), Int(pair.b)) >= 0.4 {
      let (one, other) = (publications[Int(pair.a)], publications[Int(pair.b)])
      if let first = one.day, let second = other.day, one.house != nil, one.house == other.house,
        abs(first - second) > Self.houseDays
      {
        continue
      }
      join(pair.a, pair.b)
    }
    for document in parents.indices { parents[document] = root(UInt32(document)) }
  }

  /// The story of a document, named by its first document.
  func story(of document: UInt32) -> UInt32 { parents[Int(document)] }

  private mutating func join(_ one: UInt32, _ other: UInt32) {
    let (first, second) = (root(one), root(other))
    parents[Int(max(first, second))] = min(first, second)
  }

  private mutating func root(_ document: UInt32) -> UInt32 {
    var node = document
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }
}
