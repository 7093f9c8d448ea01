/// A division of items, numbered from 0, into groups that do not overlap.
///
///     Partition(["a", "b", "a", nil])    // {0, 2}, {1}, {3}
public struct Partition: Sendable, Equatable {
  /// The group of each item; groups are numbered from 0 in the order of their first items.
  public let groups: [Int]
  /// The number of groups.
  public let groupCount: Int

  /// Groups the items of equal labels; an item without a label is alone.
  public init<Label: Hashable>(_ labels: [Label?]) {
    var numbers: [Label: Int] = [:]
    var groups: [Int] = []
    var next = 0
    groups.reserveCapacity(labels.count)
    for label in labels {
      let group = label.flatMap { numbers[$0] } ?? next
      if group == next {
        next += 1
        if let label { numbers[label] = group }
      }
      groups.append(group)
    }
    self.groups = groups
    groupCount = next
  }

  /// The number of items.
  public var count: Int { groups.count }
}
