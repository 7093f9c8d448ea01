/// What two texts share word for word: runs, each word of them classed, and the passages they
/// make.
package struct Alignment {
  /// The shared runs in the order of the earlier document.
  package let tiles: [Tile]
  /// What kind each word of the earlier document is where it is shared, nil where it is not.
  package private(set) var kindsOfA: [Passage.Kind?]
  /// What kind each word of the later document is where it is shared, nil where it is not.
  package private(set) var kindsOfB: [Passage.Kind?]

  /// Aligns two readings.
  package init(_ a: Reading, _ b: Reading, tiling: inout Tiling) {
    tiles =
      a.words == b.words
      ? Self.wholeText(a)
      : tiling.tiles(a.words, b.words).filter { Self.isLongEnough($0, in: a) }
    kindsOfA = [Passage.Kind?](repeating: nil, count: a.count)
    kindsOfB = [Passage.Kind?](repeating: nil, count: b.count)
    for tile in tiles { classify(tile, a, b) }
  }

  /// Equal texts are one run, however short.
  private static func wholeText(_ reading: Reading) -> [Tile] {
    reading.count == 0 ? [] : [Tile(a: 0, b: 0, count: reading.count)]
  }

  /// The least characters of a run in a script without spaces: names of offices and meetings run
  /// to 20, a sentence has 30 and more.
  private static let shortestUnspacedRun = 20

  private static func isLongEnough(_ tile: Tile, in reading: Reading) -> Bool {
    guard tile.count < shortestUnspacedRun else { return true }
    let characters = tile.rangeInA.count { reading.flags[$0].contains(.unspaced) }
    return characters * 2 <= tile.count
  }

  /// Classes the words of a run: what is quoted in one document is quoted in both, and so is
  /// boilerplate.
  ///
  /// A stretch of fewer than three words of another kind, "emphasis" in marks say, goes with the
  /// words before it.
  private mutating func classify(_ tile: Tile, _ a: Reading, _ b: Reading) {
    let isLiftedByA = Self.quotesReport(a.flags[tile.rangeInA], b.flags[tile.rangeInB])
    let isLiftedByB = Self.quotesReport(b.flags[tile.rangeInB], a.flags[tile.rangeInA])
    let kinds = (0..<tile.count).map { offset in
      let ofA = a.flags[tile.a + offset].subtracting(isLiftedByA ? .quoted : [])
      let ofB = b.flags[tile.b + offset].subtracting(isLiftedByB ? .quoted : [])
      return Self.kind(ofA.union(ofB))
    }
    var last: Passage.Kind?
    var start = 0
    while start < tile.count {
      var end = start + 1
      while end < tile.count, kinds[end] == kinds[start] { end += 1 }
      let settled = end - start < 3 ? last ?? kinds[start] : kinds[start]
      for offset in start..<end {
        kindsOfA[tile.a + offset] = settled
        kindsOfB[tile.b + offset] = settled
      }
      last = settled
      start = end
    }
  }

  /// Whether one document quotes a stretch in which the other both tells and quotes: then it
  /// quotes not a speaker but the report, and what the other tells is shared reporting.
  private static func quotesReport(
    _ one: ArraySlice<Reading.Flags>, _ other: ArraySlice<Reading.Flags>
  ) -> Bool {
    guard one.allSatisfy({ $0.contains(.quoted) }) else { return false }
    let quoted = other.count { $0.contains(.quoted) }
    return quoted >= leastLift && other.count - quoted >= leastLift
  }

  /// The words of each kind from which a stretch is a report and not a speech: "he said".
  private static let leastLift = 3

  private static func kind(_ flags: Reading.Flags) -> Passage.Kind {
    if flags.contains(.boilerplate) { return .boilerplate }
    return flags.contains(.quoted) ? .quotation : .narrative
  }

  // MARK: Passages

  /// How many words may differ inside a passage, one after the other.
  private static let widestGap = 3

  /// The passages: stretches of one kind, joined where no more than three words differ on either
  /// side.
  package func passages(_ a: Reading, _ b: Reading) -> [Passage] {
    var stretches: [Stretch] = []
    for tile in tiles {
      for stretch in split(tile) {
        if let last = stretches.last, last.continues(in: stretch, gap: Self.widestGap) {
          stretches[stretches.count - 1].extend(to: stretch)
        } else {
          stretches.append(stretch)
        }
      }
    }
    return stretches.map {
      Passage(a: a.textRange(of: $0.a), b: b.textRange(of: $0.b), words: $0.words, kind: $0.kind)
    }
  }

  /// A stretch of shared words of one kind.
  private struct Stretch {
    var a: Range<Int>
    var b: Range<Int>
    var words: Int
    var kind: Passage.Kind

    func continues(in next: Stretch, gap: Int) -> Bool {
      kind == next.kind && (0...gap).contains(next.a.lowerBound - a.upperBound)
        && (0...gap).contains(next.b.lowerBound - b.upperBound)
    }

    mutating func extend(to next: Stretch) {
      a = a.lowerBound..<next.a.upperBound
      b = b.lowerBound..<next.b.upperBound
      words += next.words
    }
  }

  private func split(_ tile: Tile) -> [Stretch] {
    var stretches: [Stretch] = []
    forEachStretch(of: tile) { offsets, kind in
      stretches.append(
        Stretch(
          a: tile.a + offsets.lowerBound..<tile.a + offsets.upperBound,
          b: tile.b + offsets.lowerBound..<tile.b + offsets.upperBound,
          words: offsets.count, kind: kind ?? .narrative))
    }
    return stretches
  }

  /// Calls a closure with the stretches of one kind that a tile is made of, as offsets in it.
  func forEachStretch(of tile: Tile, _ body: (Range<Int>, Passage.Kind?) -> Void) {
    var start = 0
    while start < tile.count {
      let kind = kindsOfA[tile.a + start]
      var end = start + 1
      while end < tile.count, kindsOfA[tile.a + end] == kind { end += 1 }
      body(start..<end, kind)
      start = end
    }
  }
}
