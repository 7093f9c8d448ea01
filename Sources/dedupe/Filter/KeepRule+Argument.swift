import ArgumentParser
import DedupeIndex

extension KeepRule: ExpressibleByArgument {
  /// Reads `first`, `earliest`, `longest` or `source:a,b`.
  package init?(argument: String) {
    switch argument {
    case "first": self = .first
    case "earliest": self = .earliest
    case "longest": self = .longest
    default:
      let head = "source:"
      guard argument.hasPrefix(head) else { return nil }
      let sources = argument.dropFirst(head.count).split(separator: ",").map { name in
        String(name.drop(while: \.isWhitespace))
      }
      guard !sources.isEmpty else { return nil }
      self = .sources(sources)
    }
  }

  /// How the default is shown.
  package var defaultValueDescription: String { "first" }
}
