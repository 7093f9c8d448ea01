import Testing

@testable import DedupeIndex

private typealias Size = MergePolicy.Size

private let policy = MergePolicy(fanOut: 4, unit: 100)

@Test("Four neighbours of a size are merged, three are not, and a large one is left alone")
func policyMergesEquals() {
  let small = Size(documents: 100, dead: 0)
  let large = Size(documents: 5_000, dead: 0)
  #expect(policy.next([]) == nil)
  #expect(policy.next([small, small, small]) == nil)
  #expect(policy.next([small, small, small, small]) == 0..<4)
  #expect(policy.next([large, small, small, small]) == nil)
  #expect(policy.next([large, small, small, small, small]) == 1..<5)
  #expect(policy.next([large, large, large, small, large, small]) == 0..<6)
}

@Test("A segment that is mostly dead is written again")
func policyMendsWaste() {
  let fresh = Size(documents: 100, dead: 0)
  #expect(policy.next([Size(documents: 5_000, dead: 1_900), fresh]) == nil)
  #expect(policy.next([fresh, Size(documents: 5_000, dead: 2_100), fresh]) == 1..<2)
}

@Test("What one segment cannot hold is not merged")
func policyKnowsTheLimits() {
  let huge = Size(documents: SegmentFormat.maximalDocuments / 2, dead: 0)
  #expect(policy.next([huge, huge, huge, huge]) == nil)
  let dense = Size(documents: 100, dead: 0, postings: SegmentFormat.maximalPostings / 2)
  #expect(policy.next([dense, dense, dense, dense]) == nil)
}

@Test("A growing index keeps few segments and writes each document a few times")
func policyBoundsTheWork() {
  var sizes: [Size] = []
  var written = 0
  var most = 0
  for _ in 0..<2_000 {
    sizes.append(Size(documents: 100, dead: 0))
    while let merge = policy.next(sizes) {
      let sum = sizes[merge].reduce(0) { $0 + $1.documents }
      written += sum
      sizes.replaceSubrange(merge, with: [Size(documents: sum, dead: 0)])
    }
    most = max(most, sizes.count)
  }
  // Six sizes from 100 to 200,000, fewer than four of each.
  #expect(most <= 18)
  #expect(written <= 6 * 200_000)
}
