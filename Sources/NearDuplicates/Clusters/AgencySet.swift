/// Some of the agencies whose credits are known, by their indices in ``Agency/all``.
struct AgencySet: Equatable, Sendable {
  /// A bit for each of them.
  private var bits: UInt32 = 0

  /// The agencies that have a source for their own.
  init(naming source: String) {
    for (index, agency) in Agency.all.enumerated() where agency.isNamed(by: source) {
      insert(index)
    }
  }

  /// The agencies that a text credits near its head or foot.
  ///
  /// Complexity: O(*n*) for *n* words there, of which few begin as a spelling does.
  init(creditedIn reading: Reading, of text: String) {
    var text = text
    let head = 0..<min(ClusterMember.reach, reading.count)
    let foot = max(head.upperBound, reading.count - ClusterMember.reach)..<reading.count
    text.withUTF8 { text in
      for words in [head, foot] {
        for word in words { insertCredited(at: word, of: reading, in: text) }
      }
    }
  }

  private mutating func insertCredited(
    at word: Int, of reading: Reading, in text: UnsafeBufferPointer<UInt8>
  ) {
    for spelling in Self.spellings[Int(text[Int(reading.begins[word])])]
    where !contains(spelling.agency) {
      if Agency.stands(spelling.bytes, at: word, of: reading, in: text) {
        insert(spelling.agency)
      }
    }
  }

  private mutating func insert(_ agency: Int) { bits |= 1 << UInt32(agency) }

  /// Adds the agencies of another set.
  mutating func formUnion(_ other: AgencySet) { bits |= other.bits }

  /// Whether an agency is one of them.
  func contains(_ agency: Int) -> Bool { bits >> UInt32(agency) & 1 == 1 }

  /// The spellings of all agencies by their first byte: of the words of a text few have one of these.
  private static let spellings: [[(agency: Int, bytes: [UInt8])]] = {
    precondition(Agency.all.count <= UInt32.bitWidth, "an agency has a bit")
    var spellings = [[(agency: Int, bytes: [UInt8])]](repeating: [], count: 256)
    for (index, agency) in Agency.all.enumerated() {
      for bytes in agency.spellings { spellings[Int(bytes[0])].append((index, bytes)) }
    }
    return spellings
  }()
}
