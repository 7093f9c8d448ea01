import NearDuplicates

extension Evidence {
  /// What the evidence says, as half a sentence, or nil where it only says that nothing speaks
  /// against the pair: to be of one day proves nothing.
  var phrase: String? {
    guard let (raising, lowering) = Self.phrases[name] else {
      return "\(name) (\(value.decimals()))"
    }
    return effect > 0 ? raising : lowering
  }

  /// For each measure what it says where it raises the score, and where it lowers it.
  private static let phrases: [String: (raising: String?, lowering: String?)] = [
    "text shared": (
      "a good part of the text is the same", "little of the text is the same"
    ),
    "reporting shared": (
      "reporting itself is the same, not only what people said",
      "little or none of the reporting itself is the same"
    ),
    "long runs of reporting": (
      "whole stretches of reporting are the same", "no long stretch of reporting is the same"
    ),
    "text shared with a house that is named": ("one names the outlet of the other", nil),
    "order kept beyond chance": (
      "both tell it in the same order", "what both tell stands in another order"
    ),
    "facts shared, of the fewer": (
      "most names and figures of one stand in the other",
      "few names and figures of one stand in the other"
    ),
    "facts shared, of all": (
      "the two state much the same names and figures",
      "each states names and figures that the other lacks"
    ),
    "days apart": (nil, "they were published days apart"),
    "days apart in one house": (nil, "one house published them at different times"),
  ]
}
