import NearDuplicates
import Testing

@testable import DedupeEvaluation

@Suite struct ConfusionTableTests {
  private let table = ConfusionTable([
    ("copy", .reprint), ("copy", .rewrite), ("copy", nil), ("form", .template), ("copy", .reprint),
    ("none", .rewrite), ("none", nil),
  ])

  @Test func ordersRowsByNameAndColumnsByRelation() {
    #expect(table.labels == ["copy", "form", "none"])
    #expect(table.relations == [.reprint, .rewrite, .template, nil])
  }

  @Test func countsCellsAndRows() {
    #expect(table.count(of: "copy", as: .reprint) == 2)
    #expect(table.count(of: "copy", as: nil) == 1)
    #expect(table.count(of: "copy", as: .template) == 0)
    #expect(table.count(of: "copy") == 4)
    #expect(table.count(of: "unheard of") == 0)
  }

  @Test func becomesPrecisionAndRecallOnceTruthIsNamed() {
    let counts = table.counts(true: ["copy"]) { $0.clusters }
    #expect(counts == Counts(truePositives: 3, falsePositives: 1, falseNegatives: 1))
  }
}
