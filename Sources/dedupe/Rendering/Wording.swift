import NearDuplicates

extension Relation {
  /// What a document is to the one it goes back to: "reprint of 1".
  var role: String {
    switch self {
    case .identical: "same text as"
    case .reprint: "reprint of"
    case .version: "version of"
    case .excerpt: "excerpt of"
    case .rewrite: "rewrite of"
    case .partial: "shares parts with"
    case .template: "same form as"
    case .quotes: "same quotations as"
    case .boilerplate: "same page furniture as"
    }
  }

  /// What the relation says about two documents, as half a sentence.
  var meaning: String {
    switch self {
    case .identical: "the same text"
    case .reprint: "the same text, lightly edited"
    case .version: "an edited state of the same text by the same house"
    case .excerpt: "one is cut or condensed from the other"
    case .rewrite: "the same report in other words"
    case .partial: "some sentences of reporting are shared, most is own work"
    case .template: "the same form filled with new facts"
    case .quotes: "only what people said or published is shared"
    case .boilerplate: "only page furniture or standing text is shared"
    }
  }
}

extension Provenance {
  /// What it says, as a sentence without its full stop.
  func sentence(naming member: (Int) -> String) -> String {
    let (name, remark): (String, String)
    switch origin {
    case .member(let index): (name, remark) = (member(index), "")
    case .agency(let agency): (name, remark) = (agency, ", which is not among them")
    case .unknown: return "nothing tells which of them the others derive from"
    }
    return "\(likelihood) \(name)\(remark) (\(confidence.percent) sure, no proof): "
      + evidence.joined(separator: "; ")
  }

  private var likelihood: String {
    switch confidence {
    case 0.75...: "probably"
    case 0.5..<0.75: "perhaps"
    default: "unclear, if any"
    }
  }
}

extension Double {
  /// A share as a percentage without decimals: `37 %`; what is there at all is never `0 %`, and
  /// what is not whole never `100 %`.
  var percent: String {
    let rounded = (self * 100).rounded()
    if self > 0, rounded < 1 { return "under 1 %" }
    if self < 1, rounded > 99 { return "over 99 %" }
    return "\(Int(rounded)) %"
  }

  /// A number with so many decimals, at most four: `0.87`.
  func decimals(_ count: Int = 2) -> String {
    let scale = [1, 10, 100, 1000, 10_000][Swift.min(Swift.max(count, 0), 4)]
    let units = Int((magnitude * Double(scale)).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    guard count > 0 else { return "\(sign)\(units)" }
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: Swift.max(0, count - fraction.count))
    return "\(sign)\(units / scale).\(zeros)\(fraction)"
  }
}

extension Int {
  /// A count with its noun: `1 article`, `37,554 articles`.
  func counted(_ singular: String, _ plural: String? = nil) -> String {
    "\(grouped) \(self == 1 ? singular : plural ?? singular + "s")"
  }

  /// The number with a comma before every three digits.
  var grouped: String {
    var result = ""
    let digits = String(magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return self < 0 ? "-" + result : result
  }
}

extension Document {
  /// The headline, or the beginning of the text where there is none.
  var headline: String {
    let line = title ?? firstLine
    if line.isEmpty { return "(no text)" }
    return line.split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
  }

  private var firstLine: String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.prefix(200).prefix { !$0.isNewline })
  }

  /// The day of publication, or `undated`.
  var day: String {
    date.map { String($0.description.prefix(10)) } ?? "undated"
  }
}
