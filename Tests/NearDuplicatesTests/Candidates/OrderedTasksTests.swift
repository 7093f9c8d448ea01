import NearDuplicates
import Testing

@Suite struct OrderedTasksTests {
  @Test(arguments: [0, 1, 3, 64])
  func resultsComeInTheOrderOfTheItems(tasks: Int) async {
    for count in [0, 1, 2, 50] {
      let items = Array(0..<count)
      var told: [Int] = []
      let squares = await mapInOrder(
        items, tasks: tasks,
        { item in
          // What comes first takes longest.
          (0..<(count - item) * 1_000).reduce(item * item) { $0 &+ ($1 & 0) }
        }, progress: { told.append($0) })
      #expect(squares == items.map { $0 * $0 })
      #expect(told == Array(items.map { $0 + 1 }))
    }
  }
}
