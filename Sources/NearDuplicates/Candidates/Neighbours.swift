/// Pairs the documents of a group, all with all where the group is small, each with a few
/// representatives where it is large.
///
/// A story that ran in 500 outlets makes groups of 500. Each of its documents is paired with the
/// first of the group and with the next two in the order of the sketches, where near copies lie
/// side by side: 3 n pairs in place of n² / 2, and still one connected whole.
struct Neighbours: Sendable {
  /// The largest group whose documents are paired all with all.
  let cap: Int
  /// The place of each document when all are ordered by their sketches.
  private let rank: [UInt32]

  /// Orders the documents of a collection by their sketches.
  ///
  /// Complexity: O(*n* log *n*) for *n* documents.
  init(_ sketches: SketchTable, cap: Int) {
    self.cap = cap
    let order = (0..<UInt32(sketches.count)).sorted { left, right in
      sketches.precedes(Int(left), Int(right)) ?? (left < right)
    }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, document) in order.enumerated() { rank[Int(document)] = UInt32(place) }
    self.rank = rank
  }

  /// Calls a closure with each pair of a group whose documents are in canonical order.
  func forEachPair(in group: [UInt32], _ body: (PairKey) -> Void) {
    if group.count <= cap {
      Self.forEachPairOfAll(group, body)
    } else {
      let ordered = group.sorted { rank[Int($0)] < rank[Int($1)] }
      Self.forEachRepresentative(in: group, ordered: ordered, body)
    }
  }

  /// Calls a closure with each two documents of a group.
  static func forEachPairOfAll(_ group: [UInt32], _ body: (PairKey) -> Void) {
    for (index, one) in group.enumerated() {
      for other in group[(index + 1)...] { body(PairKey(one, other)) }
    }
  }

  /// Calls a closure with each document of a group and its first, and with those that lie close in
  /// the order of the sketches.
  static func forEachRepresentative(
    in group: [UInt32], ordered: [UInt32], _ body: (PairKey) -> Void
  ) {
    for other in group.dropFirst() { body(PairKey(group[0], other)) }
    for step in 1...2 {
      for (one, other) in zip(ordered, ordered.dropFirst(step)) { body(PairKey(one, other)) }
    }
  }
}
