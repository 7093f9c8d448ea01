import Testing

@testable import DedupeIndex

@Suite struct RecentlyUsedTests {
  /// Room for three values of 10 bytes.
  private var store: RecentlyUsed<String> { RecentlyUsed(capacity: 30) }

  @Test func whatWasNotUsedForLongestGoes() {
    var store = store
    for ordinal in 0..<3 { store.insert("\(ordinal)", bytes: 10, for: Ordinal(ordinal)) }
    #expect(store.value(of: 0) == "0")
    store.insert("3", bytes: 10, for: 3)
    #expect(store.value(of: 1) == nil)
    #expect([0, 2, 3].allSatisfy { store.value(of: $0) == "\($0)" })
  }

  @Test func theBytesStayBelowTheBound() {
    var store = store
    for ordinal in 0..<1000 {
      store.insert("", bytes: 1 + ordinal % 12, for: Ordinal(ordinal))
      _ = store.value(of: Ordinal(ordinal / 2))
      #expect(store.bytes <= 30)
    }
    #expect(store.count >= 2)
  }

  @Test func oneValueIsHeldHoweverLarge() {
    var store = store
    store.insert("large", bytes: 1_000, for: 0)
    #expect(store.value(of: 0) == "large")
    store.insert("small", bytes: 1, for: 1)
    #expect(store.value(of: 0) == nil && store.value(of: 1) == "small")
  }

  @Test func aValueIsReplaced() {
    var store = store
    store.insert("old", bytes: 20, for: 7)
    store.insert("new", bytes: 10, for: 7)
    #expect(store.value(of: 7) == "new")
    #expect(store.bytes == 10 && store.count == 1)
  }

  @Test func nothingIsHeldAfterwards() {
    var store = store
    store.insert("one", bytes: 10, for: 1)
    store.removeAll()
    #expect(store.value(of: 1) == nil && store.bytes == 0)
  }
}
