/// Small collections for runs of the tool.
enum Articles {
  /// A report of five paragraphs, long enough for every measure.
  static let report = """
    The city council of Portsmouth voted on Monday evening to close the old swing bridge for two \
    years, after engineers found cracks in three of its main girders during a routine inspection.

    The bridge carries some 14,000 vehicles a day between the harbour district and the northern \
    suburbs, and traders there fear that customers will stay away until it opens again.

    “We had no choice once the report lay on the table,” said Mayor Ellen Whitcombe, who had long \
    resisted a closure. “Nobody wants to be the one who waited a week too long.”

    Repairs will cost an estimated 31 million dollars, of which the state has promised to pay \
    half; the rest is to come from a bond that voters must approve in November.

    A free ferry for pedestrians and cyclists will run every fifteen minutes from the first of \
    March, and trucks will be sent along the interstate highway instead.
    """

  /// Another story altogether.
  static let other = """
    Scientists at the marine laboratory in Bergen have counted more herring in the fjords this \
    winter than in any year since records began, a surprise after a decade of meagre catches.

    The fish seem to follow colder water that has pushed southward along the coast, the team \
    writes, and fishermen from as far as Iceland have asked for licences to share in the bounty.
    """

  /// The report as another outlet would run it.
  static var reprint: String {
    report.replacing("Monday evening", with: "Monday").replacing(
      "some 14,000", with: "about 14,000")
  }

  /// A JSON Lines record.
  static func record(id: String?, text: String, date: String? = nil) -> String {
    let fields = [
      id.map { "\"id\":\($0)" }, "\"text\":\"\(text.replacing("\n", with: "\\n"))\"",
      date.map { "\"date\":\"\($0)\"" },
    ]
    return "{" + fields.compactMap(\.self).joined(separator: ",") + "}"
  }

  /// A directory with the report, its reprint and the other story.
  static func fill(_ workplace: Workplace) throws {
    try workplace.write("articles/a.txt", report)
    try workplace.write("articles/b.txt", reprint)
    try workplace.write("articles/c.txt", other)
  }

  /// Three records: the report, its reprint and the other story.
  static var lines: String {
    [
      record(id: "\"a\"", text: report, date: "2025-02-17"),
      record(id: "17", text: reprint, date: "2025-02-18"), record(id: "\"c\"", text: other),
    ].joined(separator: "\n") + "\n"
  }
}
