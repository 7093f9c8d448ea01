import RealModule

/// How the slots of a sketch are divided for locality-sensitive hashing: two documents become
/// candidates where all slots of at least one band agree.
///
/// With *b* bands of *r* rows, a pair of Jaccard similarity *J* is found with probability
/// 1 − (1 − Jʳ)ᵇ: the S-curve.
///
/// Source: Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, chapter 3.4.
public struct Bands: Sendable, Equatable {
  /// The number of bands.
  public let count: Int
  /// The number of slots in each band.
  public let rows: Int

  /// Chooses the bands with the most rows, thus the fewest false candidates, that still find a
  /// pair of the given similarity with the given probability.
  ///
  /// - Parameters:
  ///   - slots: the number of slots of a sketch.
  ///   - similarity: the Jaccard similarity from which pairs are to be found, above 0 and below 1.
  ///   - recall: the least probability with which such a pair is found, above 0 and below 1.
  public init(slots: Int, similarity: Double, recall: Double) {
    var rows = 1
    while rows < slots,
      Self.recall(at: similarity, bands: slots / (rows + 1), rows: rows + 1) >= recall
    {
      rows += 1
    }
    self.rows = rows
    self.count = slots / rows
  }

  /// The probability that a pair of the given Jaccard similarity becomes a candidate.
  public func recall(at similarity: Double) -> Double {
    Self.recall(at: similarity, bands: count, rows: rows)
  }

  private static func recall(at similarity: Double, bands: Int, rows: Int) -> Double {
    1 - Double.pow(1 - Double.pow(similarity, rows), bands)
  }
}
