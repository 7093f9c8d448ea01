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
    let unknown = [Publication](repeating: Publication(), count: 5)
    let pairs = [PairKey(0, 3), PairKey(1, 2), PairKey(2, 4)]
    let stories = Stories(pairs, sketches: sketches, publications: unknown)
    // 0 and 3 were proposed, but their sketches do not agree.
    #expect((0..<5).map { stories.story(of: $0) } == [0, 1, 1, 3, 1])
    let none = Stories([], sketches: sketches, publications: unknown)
    #expect((0..<5).map { none.story(of: $0) } == [0, 1, 2, 3, 4])
  }

  @Test func `keep apart what one house repeats days later`() {
    var random = SplitMix(seed: 5)
    let story = Editing.unrelated(words: 100, &random)
    let texts = [story, Editing.changed(story, share: 0.03, &random), story]
    let sketches = Digests(of: texts).sketches
    let pairs = [PairKey(0, 1), PairKey(1, 2)]
    let oneHouse = [1, 3, 9].map { Publication(day: $0, house: 7) }
    let stories = Stories(pairs, sketches: sketches, publications: oneHouse)
    #expect((0..<3).map { stories.story(of: $0) } == [0, 0, 2])
    let houses = [1, 3, 9].map { Publication(day: $0, house: $0) }
    let joined = Stories(pairs, sketches: sketches, publications: houses)
    #expect((0..<3).map { joined.story(of: $0) } == [0, 0, 0])
  }
}
