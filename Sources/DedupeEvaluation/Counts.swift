/// How many answers were right: found and true, found but wrong, true but not found.
///
/// Every ratio lies from 0 to 1. Where a denominator is 0 nothing was done wrong, and the ratio is
/// 1: who finds nothing is precise, and where nothing is to be found, nothing is missed.
public struct Counts: Sendable, Hashable {
  /// Found and true (TP).
  public var truePositives: Int
  /// Found but wrong (FP).
  public var falsePositives: Int
  /// True but not found (FN).
  public var falseNegatives: Int

  /// Creates counts.
  public init(truePositives: Int, falsePositives: Int, falseNegatives: Int) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// The share of what was found that is true: TP / (TP + FP).
  public var precision: Double {
    Self.ratio(truePositives, of: truePositives + falsePositives)
  }

  /// The share of what is true that was found: TP / (TP + FN).
  public var recall: Double {
    Self.ratio(truePositives, of: truePositives + falseNegatives)
  }

  /// The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN).
  public var f1: Double {
    Self.ratio(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }

  private static func ratio(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}
