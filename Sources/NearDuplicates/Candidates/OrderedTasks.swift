/// Applies a pure function to all items with a bounded number of tasks at a time.
///
/// The results come in the order of the items, so that they are the same for any number of tasks.
package func mapInOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], tasks: Int, _ transform: @escaping @Sendable (Item) -> Result,
  progress: ((Int) -> Void)? = nil
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: items.count)
    var next = 0
    func startNext() {
      guard next < items.count else { return }
      let index = next
      let item = items[index]
      next += 1
      group.addTask { (index, transform(item)) }
    }
    for _ in 0..<max(1, tasks) { startNext() }
    var done = 0
    for await (index, result) in group {
      results[index] = result
      done += 1
      progress?(done)
      startNext()
    }
    return results.compactMap { $0 }
  }
}

/// Applies a pure function to all items as ``mapInOrder(_:tasks:_:progress:)`` does, and calls another
/// beside: what one thread does alone is done while others have work.
///
/// The other begins first, for it may take as long as all items; with one task it is done before them.
func mapInOrder<Item: Sendable, Result: Sendable, Other: Sendable>(
  _ items: [Item], tasks: Int, beside other: @escaping @Sendable () -> Other,
  _ transform: @escaping @Sendable (Item) -> Result
) async -> ([Result], Other) {
  let all = [nil] + items.map { Optional($0) }
  let results = await mapInOrder(all, tasks: tasks) { item in
    item.map { BesideResult<Result, Other>.item(transform($0)) } ?? .other(other())
  }
  var mapped: [Result] = []
  mapped.reserveCapacity(items.count)
  for result in results { if case .item(let result) = result { mapped.append(result) } }
  guard case .other(let other) = results[0] else { preconditionFailure("it was called first") }
  return (mapped, other)
}

private enum BesideResult<Result: Sendable, Other: Sendable>: Sendable {
  case item(Result)
  case other(Other)
}
