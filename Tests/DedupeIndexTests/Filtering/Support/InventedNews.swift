import NearDuplicates

@testable import DedupeIndex

/// A stream of invented reports, some of which are copied by other outlets, whole, cut or edited.
struct InventedNews {
  /// A copy that was planted.
  struct Copy {
    var id: String
    var original: String
  }

  private(set) var documents: [Document] = []
  private(set) var copies: [Copy] = []
  private var random: SplitMix
  private let outlets = (0..<12).map { "Outlet \($0)" }
  /// What each outlet has below every article.
  private let furniture: [String]

  /// Makes `count` documents over as many days as there are twenties of them.
  init(count: Int, seed: UInt64, hasFurniture: Bool = true) {
    var random = SplitMix(seed: seed)
    furniture = (0..<12).map { _ in
      hasFurniture ? "\n\n" + Self.sentences(3, &random) : ""
    }
    self.random = random
    for number in 0..<count { add(number) }
  }

  private mutating func add(_ number: Int) {
    let day = Int64(19_000 + number / 20)
    let seconds = day * 86_400 + Int64(number % 20) * 3_600
    let outlet = Int.random(in: 0..<12, using: &random)
    var text: String
    if number > 5, Int.random(in: 0..<4, using: &random) == 0 {
      let original = documents[Int.random(in: max(0, number - 40)..<number, using: &random)]
      text = edited(body(of: original))
      copies.append(Copy(id: "d\(number)", original: original.id))
    } else {
      text = Self.sentences(Int.random(in: 8...20, using: &random), &random)
    }
    text += furniture[outlet]
    documents.append(
      Document(
        id: "d\(number)", text: text, source: outlets[outlet],
        date: Timestamp(seconds: seconds)))
  }

  private func body(of document: Document) -> String {
    let outlet = outlets.firstIndex(of: document.source ?? "") ?? 0
    return String(document.text.dropLast(furniture[outlet].count))
  }

  private mutating func edited(_ text: String) -> String {
    var sentences = text.split(separator: ". ").map(String.init)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: break
    case 1: sentences = Array(sentences.prefix(max(4, sentences.count * 2 / 3)))
    default:
      let place = Int.random(in: sentences.indices, using: &random)
      sentences[place] = Self.sentence(&random)
    }
    return sentences.joined(separator: ". ")
  }

  // MARK: Words

  private static let common = """
    the of and in to a was for on that with as at by from it were had said who would been after \
    when their they which are is has have will more than over about into between during
    """.split(separator: " ").map(String.init)

  static func sentences(_ count: Int, _ random: inout SplitMix) -> String {
    (0..<count).map { _ in sentence(&random) }.joined(separator: ". ") + ". "
  }

  /// Sentences of a report, to be made into texts.
  static func report(_ sentences: Int, _ random: inout SplitMix) -> [String] {
    (0..<sentences).map { _ in sentence(&random) + "." }
  }

  static func sentence(_ random: inout SplitMix) -> String {
    let words = (0..<Int.random(in: 12...22, using: &random)).map { _ -> String in
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1, 2: common[Int.random(in: common.indices, using: &random)]
      case 3: word(&random)
      default: word(&random).capitalizedFirst
      }
    }
    return words.joined(separator: " ").capitalizedFirst
  }

  /// The names and figures of a sentence in their order, among other words.
  static func retold(_ sentence: String, _ random: inout SplitMix) -> String {
    var words: [String] = []
    for word in sentence.dropLast().split(separator: " ").map(String.init)
    where !common.contains(word.lowercased()) {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        words.append(common[Int.random(in: common.indices, using: &random)])
      }
      words.append(word)
    }
    return words.joined(separator: " ").capitalizedFirst + "."
  }

  private static func word(_ random: inout SplitMix) -> String {
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    return (0..<Int.random(in: 2...4, using: &random)).reduce(into: "") { word, _ in
      word.append(consonants[Int.random(in: consonants.indices, using: &random)])
      word.append(vowels[Int.random(in: vowels.indices, using: &random)])
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Document {
  /// The document as a record that comes an hour after its date.
  var incoming: IncomingRecord {
    IncomingRecord(
      id: Array("\"\(id)\"".utf8), document: self,
      arrival: (date?.seconds ?? 1_700_000_000) + 3_600)
  }
}

/// A document made of sentences.
func document(
  _ id: String, _ sentences: [String], day: Int64? = 100, source: String? = nil
) -> Document {
  Document(
    id: id, text: sentences.joined(separator: " "), source: source,
    date: day.map { Timestamp(seconds: $0 * 86_400) })
}

/// A document as a record that comes on a day of its own.
func record(_ document: Document, arrivalDay: Int64 = 100) -> IncomingRecord {
  IncomingRecord(
    id: Array("\"\(document.id)\"".utf8), document: document, arrival: arrivalDay * 86_400 + 60)
}
