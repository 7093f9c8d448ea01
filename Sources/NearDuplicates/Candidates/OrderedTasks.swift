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
