import DedupeIndex
import Testing

@Test func ordinalsCoverMoreDocumentsThanAnyIndexHolds() {
  #expect(Ordinal.bitWidth == 64)
}
