/// Confidence intervals by resampling: how far a measure might have been off by the luck of which
/// items were drawn.
///
///     let interval = Bootstrap().interval(items: pairs.count) { drawn in
///       Ranking(scores: drawn.map { scores[$0] }, truths: drawn.map { truths[$0] })
///         .averagePrecision
///     }
///
/// Percentile intervals: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of
/// Statistics 7 (1979), DOI 10.1214/aos/1176344552. Equal seeds give equal intervals.
///
/// Items are taken to be independent. Pairs that share a document are not: resample what is
/// (stories, clusters), and let the measure gather their pairs; else the interval is too narrow.
public struct Bootstrap: Sendable {
  /// How many times the items are drawn anew.
  ///
  /// The default is 1,000.
  public var resamples: Int
  /// The share of the resampled values that lies inside, above 0 and below 1.
  ///
  /// The default is 0.95.
  public var confidence: Double
  /// The seed of the draws.
  ///
  /// The default is 1.
  public var seed: UInt64

  /// Creates a bootstrap.
  ///
  /// - Precondition: there is at least one resample and `confidence` is above 0 and below 1.
  public init(resamples: Int = 1000, confidence: Double = 0.95, seed: UInt64 = 1) {
    precondition(resamples > 0, "a bootstrap needs a resample")
    precondition(confidence > 0 && confidence < 1, "a confidence is above 0 and below 1")
    self.resamples = resamples
    self.confidence = confidence
    self.seed = seed
  }

  /// The interval of a measure over items numbered from 0.
  ///
  /// Complexity: as many measurements as resamples.
  ///
  /// - Parameters:
  ///   - items: how many items there are; each resample draws as many, with repetition.
  ///   - measure: the measure over the drawn items; never NaN.
  /// - Returns: the interval, or nil where there are no items.
  public func interval(items: Int, of measure: ([Int]) -> Double) -> ClosedRange<Double>? {
    guard items > 0 else { return nil }
    var generator = SplitMix64(seed: seed)
    var drawn = [Int](repeating: 0, count: items)
    var values: [Double] = []
    for _ in 0..<resamples {
      for index in drawn.indices { drawn[index] = generator.next(below: items) }
      values.append(measure(drawn))
    }
    values.sort()
    let tail = (1 - confidence) / 2
    return Self.quantile(tail, of: values)...Self.quantile(1 - tail, of: values)
  }

  /// The value below which a share of the sorted values lies, interpolated between neighbours.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let step = sorted[below + 1] - sorted[below]
    // Rounding must not carry it past its neighbour: the bounds of a range would cross.
    return min(sorted[below] + step * (place - Double(below)), sorted[below + 1])
  }
}
