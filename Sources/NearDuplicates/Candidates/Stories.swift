/// A first, coarse partition of a collection into stories: what is linked by like sketches.
///
/// It serves only to tell a stretch that recurs across stories, boilerplate, from one that many
/// copies of a single story share; clusters are built later and on more evidence.
struct Stories {
  private var parents: [UInt32]

  /// Joins the documents of pairs whose estimated Jaccard similarity is at least 0.4.
  init(_ pairs: [PairKey], sketches: SketchTable) {
    parents = Array(0..<UInt32(sketches.count))
    for pair in pairs where sketches.estimatedJaccard(Int(pair.a), Int(pair.b)) >= 0.4 {
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
