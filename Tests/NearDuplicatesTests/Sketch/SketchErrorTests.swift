import NearDuplicates
import Testing

/// The error of the estimate, measured against the standard error of MinHash, √(J(1 − J) ÷ slots).
struct SketchErrorTests {
  /// Two sets of `count` elements each with a Jaccard similarity near `jaccard`.
  private func pair(
    _ count: Int, _ jaccard: Double, _ random: inout SplitMix
  ) -> (left: [UInt64], right: [UInt64], jaccard: Double) {
    let shared = Int((2 * Double(count) * jaccard / (1 + jaccard)).rounded())
    let common = (0..<shared).map { _ in random.next() }
    let left = (shared..<count).map { _ in random.next() }
    let right = (shared..<count).map { _ in random.next() }
    return (common + left, common + right, Double(shared) / Double(2 * count - shared))
  }

  /// Error and bias of many estimates, in units of what MinHash has to expect.
  private func measure(
    _ count: Int, _ jaccard: Double, slots: Int, trials: Int
  ) throws -> (error: Double, bias: Double) {
    var random = SplitMix(seed: UInt64(count + slots))
    var squares = 0.0
    var sum = 0.0
    var expected = 0.0
    for trial in 0..<trials {
      let sets = pair(count, jaccard, &random)
      let parameters = SketchParameters(slots: slots, seed: UInt64(trial))
      let sketcher = SimilaritySketcher(parameters: parameters)
      let left = sketcher.sketch(of: sets.left)
      let estimate = try left.estimatedJaccard(with: sketcher.sketch(of: sets.right))
      let error = estimate - sets.jaccard
      sum += error
      squares += error * error
      expected += sets.jaccard * (1 - sets.jaccard) / Double(slots)
    }
    return ((squares / expected).squareRoot(), abs(sum) / expected.squareRoot())
  }

  @Test(arguments: [10, 30, 100, 300, 1000, 5000], [0.1, 0.3, 0.5, 0.8])
  func `is no greater than that of MinHash`(count: Int, jaccard: Double) throws {
    let trials = count < 1000 ? 400 : 150
    for slots in [128, 256] {
      let (error, bias) = try measure(count, jaccard, slots: slots, trials: trials)
      #expect(error <= 1.1, "\(count) elements, \(slots) slots, J \(jaccard)")
      #expect(bias < 4, "\(count) elements, \(slots) slots, J \(jaccard)")
    }
  }

  @Test func `different sets agree in next to no slot`() {
    var random = SplitMix(seed: 4)
    let sketcher = SimilaritySketcher()
    var table = SketchTable(sketcher: sketcher)
    for _ in 0..<200 {
      let count = Int.random(in: 1..<3000, using: &random)
      table.append((0..<count).map { _ in random.next() }, by: sketcher)
    }
    let equal = (1..<200).reduce(0) { $0 + table.equalSlots($1 - 1, $1) }
    #expect(equal == 0)
  }
}
