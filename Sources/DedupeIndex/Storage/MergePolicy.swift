/// Chooses which segments to merge.
///
/// Segments that follow each other and have about the same size are merged when there are
/// `fanOut` of them; so a document is written again once for every power of `fanOut` that the
/// index outgrows, and a lookup sees fewer than `fanOut` segments of each size. A segment most of
/// whose documents are dead is written again alone, so that the disk follows what expires.
struct MergePolicy {
  /// A segment as the policy sees it.
  struct Size: Equatable {
    var documents: Int
    var dead: Int
    var postings = 0

    var live: Int { documents - dead }
  }

  var fanOut: Int
  /// Documents of a segment fresh from memory.
  var unit: Int

  /// The segments to merge next, nil where all is well.
  func next(_ sizes: [Size]) -> Range<Int>? {
    let highest = sizes.map(level).max() ?? 0
    for level in 0...highest {
      if let run = run(upTo: level, sizes) { return run }
    }
    // Two fifths: at most 1.7 times the space of what lives, for 2.5 rewrites at most of each.
    let wasteful = sizes.indices.first { sizes[$0].dead * 5 > sizes[$0].documents * 2 }
    return wasteful.map { $0..<$0 + 1 }
  }

  /// How often `fanOut` fits into the size.
  private func level(_ size: Size) -> Int {
    var level = 0
    var bound = unit * fanOut
    while size.live >= bound, level < 32 {
      bound *= fanOut
      level += 1
    }
    return level
  }

  /// The first neighbours of at most a level, `fanOut` of them of that level.
  private func run(upTo level: Int, _ sizes: [Size]) -> Range<Int>? {
    var begin = 0
    while begin < sizes.count {
      var end = begin
      var equals = 0
      // Smaller ones in between or behind come along: they are small.
      while end < sizes.count, self.level(sizes[end]) <= level, end - begin < 4 * fanOut {
        if self.level(sizes[end]) == level { equals += 1 }
        end += 1
      }
      if equals >= fanOut, fits(sizes[begin..<end]) { return begin..<end }
      begin = max(begin + 1, end)
    }
    return nil
  }

  /// Whether one segment can hold the documents of several.
  func fits(_ sizes: ArraySlice<Size>) -> Bool {
    sizes.reduce(0) { $0 + $1.live } <= SegmentFormat.maximalDocuments
      && sizes.reduce(0) { $0 + $1.postings } <= SegmentFormat.maximalPostings
  }
}
