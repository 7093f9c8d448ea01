@testable import NearDuplicates

/// Fast Similarity Sketching as the paper states it, on real pairs of round and value.
enum SketchTwin {
  static func slots(of shingles: [UInt64], _ parameters: SketchParameters) -> [UInt32] {
    let size = parameters.slots
    var least = [(round: Int, value: UInt32)?](repeating: nil, count: size)
    for round in 0..<2 * size where !shingles.isEmpty && least.contains(where: { $0 == nil }) {
      let throwing = SketchRound(number: round, slots: size, seed: parameters.seed)
      for shingle in shingles {
        let (random, packed) = throwing.land(shingle)
        let slot = round < size ? random : round - size
        let entry = (round: round, value: packed & valueMask(size))
        if least[slot].map({ entry < $0 }) ?? true { least[slot] = entry }
      }
    }
    return least.map { entry in
      entry.map { UInt32($0.round) << (31 - size.trailingZeroBitCount) | $0.value } ?? .max
    }
  }

  private static func valueMask(_ slots: Int) -> UInt32 {
    1 << (31 - UInt32(slots.trailingZeroBitCount)) - 1
  }
}
