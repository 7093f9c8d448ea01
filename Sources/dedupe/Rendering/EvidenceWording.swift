import NearDuplicates

extension Evidence {
  /// What the evidence says, as half a sentence, or nil where it only says that nothing speaks
  /// against the pair: to be of one day, or without quotations, proves nothing.
  var phrase: String? {
    guard let (raising, lowering) = Self.phrases[name] else {
      return "\(name) (\(value.decimals()))"
    }
    if name == Self.cutAlike, effect < 0, value >= 0.5 { return nil }
    if name == Self.runLength, value < Self.longRun { return nil }
    return effect > 0 ? raising : lowering
  }

  /// One half stands for texts that share no quotation: the average pair is a little above it.
  private static let cutAlike = "quotations cut alike"

  /// The average pair has runs of five words: what lowers the score a little is no block yet.
  private static let runLength = "length of shared runs"
  private static let longRun = 20.0

  private static let reporting: (raising: String?, lowering: String?) = (
    raising: "reporting itself is the same, not only what people said",
    lowering: "little or none of the reporting itself is the same"
  )

  /// For each measure what it says where it raises the score, and where it lowers it.
  private static let phrases: [String: (raising: String?, lowering: String?)] = [
    "text shared": (
      "a good part of the text is the same", "little of the text is the same"
    ),
    "reporting shared": reporting,
    "reporting shared, by its root": reporting,
    runLength: (
      nil, "what they share stands in long blocks, as a published statement does"
    ),
    "longest stretch of its own": (
      "one of them tells nothing at length that the other lacks",
      "each tells at length what the other lacks"
    ),
    "quotations with credit": (
      "one quotes what the other has, and names it", nil
    ),
    "reporting quoted": ("one quotes what the other reports in its own words", nil),
    "statements quoted": (
      nil, "one quotes what the other prints in the first person, as of a statement"
    ),
    "statements printed by both": (
      nil, "what both have is told in the first person, as a statement is"
    ),
    cutAlike: (
      "both begin and end their quotations at the same words",
      "each quotes on where the other stops"
    ),
    "quotations worded otherwise": (nil, "each has written down the same speech for itself"),
    "quotations shared": ("both quote the same people at length", "they share hardly a quotation"),
    "quotations shared by two houses": (
      nil, "what they share may be what people told them both"
    ),
    "quotations of its own": (
      "the one of which more is shared has hardly a quotation of its own",
      "the one of which more is shared also quotes what the other lacks"
    ),
    "first sentence shared": ("the first sentence is the same, or a part of it", nil),
    "lead answered": (
      "both begin with the same news", "each begins with news that the other lacks"
    ),
    "order kept beyond chance": (
      "both tell it in the same order", "what both tell stands in another order"
    ),
    "facts told anew": (
      "beyond what is copied, and beyond the lead, both give the same names and figures",
      "beyond what is copied, and beyond the lead, they share few names and figures"
    ),
    "rare words told anew": (
      "beyond what is copied, both choose the same rare words",
      "beyond what is copied, they share few rare words"
    ),
    "names of their own": (
      "one has hardly a name that the other lacks", "each has names that the other lacks"
    ),
    "names of their own, share": (
      "the two speak of the same people and places",
      "one speaks of people and places that the other lacks"
    ),
    "days apart beyond two": (nil, "they were published days apart"),
    "days apart in one house": (nil, "one house published them at different times"),
    "one house": (nil, nil),
    "title of another year": (nil, "their titles are the same but for the year"),
    "figures changed in one form": (nil, "one form is filled with other figures"),
  ]
}
