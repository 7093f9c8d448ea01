import NearDuplicates
import Testing

@testable import dedupe

@Suite struct WordingTests {
  @Test(arguments: [
    (0.0, "0 %"), (0.001, "under 1 %"), (0.37, "37 %"), (0.999, "over 99 %"), (1.0, "100 %"),
  ])
  func percentages(share: Double, text: String) {
    #expect(share.percent == text)
  }

  @Test(arguments: [
    (0.8712, 2, "0.87"), (1.0, 2, "1.00"), (-0.5, 2, "-0.50"), (0.05, 1, "0.1"),
    (12.3456, 4, "12.3456"), (-0.001, 2, "0.00"), (2.5, 0, "3"),
  ])
  func decimals(number: Double, count: Int, text: String) {
    #expect(number.decimals(count) == text)
  }

  @Test func counts() {
    #expect(1.counted("article") == "1 article")
    #expect(37_554.counted("article") == "37,554 articles")
    #expect(0.counted("pair") == "0 pairs")
    #expect(1_000_000.grouped == "1,000,000")
    #expect((-1_234).grouped == "-1,234")
  }

  @Test func namesADocumentWithoutATitleByItsFirstLine() {
    #expect(Document(id: "x", text: "\n  First  line \nSecond").headline == "First line")
    #expect(Document(id: "x", title: "Its \n title", text: "t").headline == "Its title")
  }

  @Test(arguments: Relation.allCases)
  func everyRelationHasWords(relation: Relation) {
    #expect(!relation.role.isEmpty)
    #expect(!relation.meaning.isEmpty)
  }
}
