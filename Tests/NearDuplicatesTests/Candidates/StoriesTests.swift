import Testing

@testable import NearDuplicates

struct StoriesTests {
  @Test func `join what is linked by like sketches, and only that`() {
    var random = SplitMix(seed: 4)
    let story = Editing.unrelated(words: 100, &random)
    let texts = [
      Editing.unrelated(words: 100, &random), story, Editing.changed(story, share: 0.03, &random),
      Editing.unrelated(words: 100, &random), Editing.changed(story, share: 0.03, &random),
    ]
    let sketches = Digests(of: texts).sketches
    let pairs = [PairKey(0, 3), PairKey(1, 2), PairKey(2, 4)]
    let stories = Stories(pairs, sketches: sketches)
    // 0 and 3 were proposed, but their sketches do not agree.
    #expect((0..<5).map { stories.story(of: $0) } == [0, 1, 1, 3, 1])
    let none = Stories([], sketches: sketches)
    #expect((0..<5).map { none.story(of: $0) } == [0, 1, 2, 3, 4])
  }
}
