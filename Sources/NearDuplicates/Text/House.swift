/// The publishing house behind a document, so that "Fox News" and "Fox Online News" are one.
package struct House: Hashable, Sendable {
  /// The words of the name that tell houses apart, in lower case, joined by spaces.
  package let name: String

  /// Reads the house from the host of a web address, or else from the name of a source; nil where
  /// neither is known.
  ///
  /// The address is the better witness: sections and guest writers have names of their own, but
  /// the address of the house. The host of a platform is nobody's house.
  package init?(source: String?, url: String?) {
    var reader = HouseReader()
    guard let house = reader.house(source: source, url: url) else { return nil }
    self = house
  }

  /// The house of a host, nil where the host is nobody's.
  fileprivate init?(host: String) {
    guard let label = Self.distinctiveLabel(of: host), !Self.platforms.contains(label) else {
      return nil
    }
    name = label
  }

  /// The house of a source by its name.
  fileprivate init?(source: String) {
    name = Self.distinctiveWords(of: source)
    if name.isEmpty { return nil }
  }

  /// Hosts that publish for many.
  private static let platforms: Set<String> = [
    "blogspot", "wordpress", "substack", "medium", "tumblr", "facebook", "twitter", "youtube",
    "google", "yahoo", "msn", "apple", "archive",
  ]

  /// The words by which texts name a source, in the values of ``Reading/words``.
  ///
  /// A name of one word that is written with an article has it in texts too: "The Hill".
  static func words(naming source: String) -> [UInt32] {
    let words = distinctiveWords(of: source).split(separator: " ").map {
      Tokenizer.word(String($0))
    }
    let hasArticle = source.lowercased().hasPrefix("the ")
    return words.count == 1 && hasArticle ? [Tokenizer.word("the")] + words : words
  }

  /// Words that say what an outlet is rather than whose; they distinguish sections, not houses.
  private static let generic: Set<String> = [
    "news", "online", "web", "digital", "opinion", "the", "com", "www", "de", "net", "org", "tv",
    "live", "international", "edition", "editorial",
  ]

  private static func distinctiveWords(of source: String) -> String {
    let name = source.lowercased()
    let end = name.firstIndex { "(–—|".contains($0) } ?? name.endIndex
    let words = name[..<end].split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let section = sectionStart(in: name[..<end])
    let kept = words.prefix(section).filter { !generic.contains($0) }
    return (kept.isEmpty ? words : Array(kept)).joined(separator: " ")
  }

  /// How many words stand before a section's name: "New York Times - Opinion" has three.
  private static func sectionStart(in name: Substring) -> Int {
    let parts = name.split(separator: " ")
    guard let dash = parts.firstIndex(of: "-"), dash > 0 else { return parts.count * 2 }
    return parts[..<dash].reduce(0) { count, part in
      count + part.split { !($0.isLetter || $0.isNumber) }.count
    }
  }

  /// Labels that are part of a public suffix before a country's: "news.bbc.co.uk" is "bbc", while
  /// "edition.cnn.com" is "cnn".
  private static let suffixLabels: Set<String> = [
    "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "nom", "info",
  ]

  private static func distinctiveLabel(of host: String) -> String? {
    let labels = host.lowercased().split(separator: ".")
    guard labels.count >= 2 else { return nil }
    let isCompound = labels.count >= 3 && suffixLabels.contains(String(labels[labels.count - 2]))
    return String(labels[labels.count - (isCompound ? 3 : 2)])
  }
}

/// Reads houses, and each host and each source but once: to read one takes 2 µs, and a collection
/// has few.
package struct HouseReader: Sendable {
  private var hosts: [String: House?] = [:]
  private var sources: [String: House?] = [:]

  /// How many of each are remembered: every page of the web may have a host of its own.
  private static let mostKnown = 4096

  /// Creates a reader that knows no house.
  package init() {}

  /// What ``House/init(source:url:)`` reads.
  package mutating func house(source: String?, url: String?) -> House? {
    if let host = url.flatMap(Self.host),
      let house = Self.house(of: host, in: &hosts, House.init(host:))
    {
      return house
    }
    return source.flatMap { Self.house(of: $0, in: &sources, House.init(source:)) }
  }

  private static func house(
    of name: String, in known: inout [String: House?], _ read: (String) -> House?
  ) -> House? {
    if let house = known[name] { return house }
    if known.count >= mostKnown { known.removeAll(keepingCapacity: true) }
    let house = read(name)
    known[name] = .some(house)
    return house
  }

  /// "https:", nothing, the host and what follows it: by bytes, for every document has an address.
  private static func host(of url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes in
      let slash = UInt8(ascii: "/")
      guard let scheme = bytes.firstIndex(of: slash), scheme > 0,
        bytes[scheme - 1] == UInt8(ascii: ":"), scheme + 1 < bytes.count,
        bytes[scheme + 1] == slash
      else { return nil }
      let host = bytes[(scheme + 2)...].prefix {
        $0 != slash && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?")
      }
      return String(decoding: UnsafeBufferPointer(rebasing: host), as: UTF8.self)
    }
  }
}
