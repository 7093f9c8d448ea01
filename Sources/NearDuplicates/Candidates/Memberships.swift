/// For each document, where in a passage index the later ones stand that share a fingerprint with it.
///
/// Groups above the cap are left out. In most groups there are two documents, and the later one has
/// nothing to go through.
struct Memberships {
  /// The later documents of a group, as a range of ``PassageIndex/documents``.
  private struct Later {
    var begin: UInt32 = 0
    /// The end of the group in the lower 31 bits; the highest is set where it is boilerplate.
    var end: UInt32 = 0
  }

  private static let boilerplateBit: UInt32 = 1 << 31

  /// Where the entries of each document begin; one more than there are documents.
  private let starts: [Int]
  private let entries: [Later]

  /// Gathers the groups of an index.
  ///
  /// - Precondition: the index has fewer than 2^31 entries.
  init(_ index: PassageIndex, _ isBoilerplate: [Bool], documents: Int, cap: Int) {
    precondition(index.documents.count < Self.boilerplateBit, "an index of 2^31 entries")
    var counts = [Int](repeating: 0, count: documents + 1)
    let kept = (0..<index.count).filter { index.documents(of: $0).count <= cap }
    for group in kept {
      for document in index.documents(of: group).dropLast() { counts[Int(document) + 1] += 1 }
    }
    for document in 0..<documents { counts[document + 1] += counts[document] }
    starts = counts
    var entries = [Later](repeating: Later(), count: counts[documents])
    for group in kept {
      let documents = index.documents(of: group)
      let end = UInt32(documents.endIndex) | (isBoilerplate[group] ? Self.boilerplateBit : 0)
      for place in documents.indices.dropLast() {
        let document = Int(documents[place])
        entries[counts[document]] = Later(begin: UInt32(place + 1), end: end)
        counts[document] += 1
      }
    }
    self.entries = entries
  }

  /// Calls a closure with each later document that shares a group with one, for each of their
  /// groups, and whether that is boilerplate.
  @inline(__always)
  func forEachLater(
    than document: Int, in index: PassageIndex, _ body: (UInt32, _ isBoilerplate: Bool) -> Void
  ) {
    index.documents.withUnsafeBufferPointer { documents in
      entries.withUnsafeBufferPointer { entries in
        for entry in entries[starts[document]..<starts[document + 1]] {
          let isBoilerplate = entry.end & Self.boilerplateBit != 0
          for place in Int(entry.begin)..<Int(entry.end & ~Self.boilerplateBit) {
            body(documents[place], isBoilerplate)
          }
        }
      }
    }
  }
}
