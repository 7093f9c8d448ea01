import NearDuplicates
import Testing

@testable import DedupeIndex

@Suite struct ReadingCacheTests {
  private func reading(_ name: String) -> ReadingCache.Reading {
    var reader = TextReader(profile: .empty)
    let document = Document(id: name, text: "a text about \(name)")
    return ReadingCache.Reading(
      document: document, id: Array(name.utf8),
      read: ReadDocument(document, reader: &reader))
  }

  /// A cache with room for about three readings.
  private var cache: ReadingCache { ReadingCache(capacity: 4_000) }

  @Test func whatWasNotUsedForLongestGoes() {
    var cache = cache
    for ordinal in 0..<3 { cache.insert(reading("one"), for: Ordinal(ordinal)) }
    #expect(cache.reading(of: 0) != nil)
    cache.insert(reading("one"), for: 3)
    #expect(cache.reading(of: 1) == nil)
    #expect([0, 2, 3].allSatisfy { cache.reading(of: $0) != nil })
  }

  @Test func theBytesStayBelowTheBound() {
    var cache = cache
    for ordinal in 0..<1000 {
      cache.insert(reading("text \(ordinal)"), for: Ordinal(ordinal))
      _ = cache.reading(of: Ordinal(ordinal / 2))
      #expect(cache.bytes <= 4_000)
    }
    #expect(cache.count == 3)
  }

  @Test func oneReadingIsHeldHoweverLong() {
    var cache = ReadingCache(capacity: 1)
    cache.insert(reading("long"), for: 0)
    #expect(cache.reading(of: 0)?.id == Array("long".utf8))
  }

  @Test func aReadingIsReplaced() {
    var cache = cache
    cache.insert(reading("old"), for: 7)
    let bytes = cache.bytes
    cache.insert(reading("new"), for: 7)
    #expect(cache.reading(of: 7)?.id == Array("new".utf8))
    #expect(cache.bytes == bytes && cache.count == 1)
  }

  @Test func nothingIsHeldAfterwards() {
    var cache = cache
    cache.insert(reading("one"), for: 1)
    cache.removeAll()
    #expect(cache.reading(of: 1) == nil && cache.bytes == 0)
  }
}
