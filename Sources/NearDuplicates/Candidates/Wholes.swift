/// What hangs together by pairs, each whole named by its first document.
struct Wholes {
  private var parents: [UInt32]

  init(of pairs: [PairKey], documents: Int) {
    parents = Array(0..<UInt32(documents))
    for pair in pairs {
      let (one, other) = (root(pair.a), root(pair.b))
      parents[Int(max(one, other))] = min(one, other)
    }
    for document in parents.indices { parents[document] = parents[Int(parents[document])] }
  }

  /// The whole of a document.
  subscript(document: UInt32) -> UInt32 { parents[Int(document)] }

  /// Pairs whole by whole, and in their order within each.
  func sorted(_ pairs: [PairKey]) -> [PairKey] {
    pairs.sorted { (self[$0.a], $0) < (self[$1.a], $1) }
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
