import NearDuplicates
import Testing

@testable import DedupeIndex

@Suite struct CompactSketchTests {
  private func sketch(of values: some Sequence<UInt32>) -> CompactSketch {
    Array(values).withUnsafeBufferPointer { CompactSketch($0) }
  }

  private func estimate(_ one: CompactSketch, _ other: CompactSketch) -> Double {
    other.slots.withUnsafeBytes { one.estimatedJaccard(with: $0) }
  }

  @Test(arguments: [0, 1, 5, 64, 127, 128])
  func theShareOfEqualSlotsIsTheEstimate(equal: Int) {
    let one = sketch(of: (0..<128).map { UInt32($0) })
    let other = sketch(of: (0..<128).map { $0 < equal ? UInt32($0) : UInt32($0 + 1000) })
    #expect(estimate(one, other) == Double(equal) / 128)
  }

  @Test func onlyTheLowHalvesCount() {
    let one = sketch(of: (0..<128).map { UInt32($0) })
    #expect(estimate(one, sketch(of: (0..<128).map { UInt32($0) | 0xABCD_0000 })) == 1)
  }

  @Test func noSketchIsLikeNone() {
    #expect(estimate(CompactSketch(), CompactSketch()) == 0)
  }
}
