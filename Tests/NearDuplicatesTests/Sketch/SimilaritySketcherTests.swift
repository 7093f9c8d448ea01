import Testing

@testable import NearDuplicates

struct SimilaritySketcherTests {
  private func set(_ count: Int, seed: UInt64) -> [UInt64] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in random.next() }
  }

  @Test(arguments: [32, 64, 128, 256, 512], [0, 1, 2, 3, 7, 30, 100, 1000, 5000])
  func `agrees with the definition of the paper`(slots: Int, count: Int) {
    let parameters = SketchParameters(slots: slots, seed: UInt64(count))
    let shingles = set(count, seed: UInt64(slots + count))
    let sketch = SimilaritySketcher(parameters: parameters).sketch(of: shingles)
    #expect(sketch.slots == SketchTwin.slots(of: shingles, parameters))
    #expect(sketch.isEmpty == (count == 0))
  }

  @Test(arguments: Kernels.available, [32, 128, 512])
  func `agrees with the definition on every processor`(kernels: Kernels, slots: Int) {
    let parameters = SketchParameters(slots: slots, seed: 5)
    let sketcher = SimilaritySketcher(parameters: parameters)
    for count in [1, 7, 8, 9, 15, 16, 17, 500, 2003] {
      let shingles = set(count, seed: UInt64(slots + count))
      var sketch = [UInt32](repeating: 0, count: slots)
      sketch.withUnsafeMutableBufferPointer { sketch in
        shingles.withUnsafeBufferPointer { sketcher.sketch($0, into: sketch, kernels: kernels) }
      }
      #expect(sketch == SketchTwin.slots(of: shingles, parameters), "\(count) shingles")
    }
  }

  @Test func `neither order nor repetition counts`() {
    let shingles = set(200, seed: 1)
    let sketcher = SimilaritySketcher()
    let sketch = sketcher.sketch(of: shingles)
    #expect(sketcher.sketch(of: shingles.reversed()) == sketch)
    #expect(sketcher.sketch(of: shingles + shingles.prefix(50)) == sketch)
  }

  @Test func `another seed makes another sketch`() {
    let shingles = set(200, seed: 1)
    let one = SimilaritySketcher(parameters: SketchParameters(seed: 1)).sketch(of: shingles)
    let two = SimilaritySketcher(parameters: SketchParameters(seed: 2)).sketch(of: shingles)
    #expect(zip(one.slots, two.slots).count { $0 == $1 } < 3)
  }

  @Test func `values are the same on every platform`() {
    let small = SimilaritySketcher().sketch(of: [1, 2, 3])
    let large = SimilaritySketcher().sketch(of: set(1000, seed: 3))
    #expect(Array(small.slots.prefix(4)) == Self.goldenSmall)
    #expect(Array(large.slots.prefix(4)) == Self.goldenLarge)
  }

  private static let goldenSmall: [UInt32] = [308_057_828, 1_203_291_892, 573_360_163, 17_447_276]
  private static let goldenLarge: [UInt32] = [499_732, 1_121_406, 3_971_485, 322_951]
}
