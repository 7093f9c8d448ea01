import Synchronization
import Testing

@testable import NearDuplicates

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

  @Test(arguments: [0, 1, 2, 7], [0, 1, 2, 100])
  func anotherIsCalledBeside(tasks: Int, count: Int) async {
    let items = Array(0..<count)
    let calls = Mutex(0)
    let (squares, other) = await mapInOrder(
      items, tasks: tasks,
      beside: {
        calls.withLock { $0 += 1 }
        return "other"
      },
      { $0 * $0 })
    #expect(squares == items.map { $0 * $0 })
    #expect(other == "other")
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func withOneTaskTheOtherIsDoneFirst() async {
    let done = Mutex<[Int]>([])
    _ = await mapInOrder(
      [1, 2, 3], tasks: 1, beside: { done.withLock { $0.append(0) } },
      { item in done.withLock { $0.append(item) } })
    #expect(done.withLock { $0 } == [0, 1, 2, 3])
  }
}
