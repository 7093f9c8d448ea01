/// Items, numbered from 0, that are joined step by step into components.
///
///     var components = Components(count: 4)
///     components.join(0, 2)
///     components.groups                        // [[0, 2], [1], [3]]
///
/// A disjoint-set forest with path halving; the component is named by its smallest item, so that
/// nothing depends on the order of joining.
public struct Components: Sendable {
  private var parents: [Int]

  /// Creates components of one item each.
  public init(count: Int) {
    parents = Array(0..<count)
  }

  /// Makes two items members of one component.
  public mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    parents[max(first, second)] = min(first, second)
  }

  private mutating func root(of item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  /// The components in the order of their first items, the items of each in order.
  public var groups: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for item in parents.indices { members[copy.root(of: item), default: []].append(item) }
    return members.keys.sorted().compactMap { members[$0] }
  }
}

extension Components {
  /// Pairs by their indices, gathered so that pairs of different groups share no document.
  ///
  /// These are what to resample for a ``Bootstrap``: pairs that share a document are not
  /// independent of each other.
  public static func independentGroups(of pairs: [DocumentPair]) -> [[Int]] {
    var components = Components(count: pairs.count)
    var seen: [Int: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      for document in [pair.a, pair.b] {
        if let other = seen[document] { components.join(index, other) }
        seen[document] = index
      }
    }
    return components.groups
  }
}
