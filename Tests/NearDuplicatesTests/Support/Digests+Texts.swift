@testable import NearDuplicates

extension Digests {
  /// The digests of texts, as a run makes them.
  init(of texts: [String]) {
    self.init(pages: [texts], order: Array(0..<UInt32(texts.count)))
  }

  /// The digests of texts that tasks have read page by page, in an order.
  init(pages: [[String]], order: [UInt32]) {
    var texts = SketchedTexts()
    for page in pages {
      var sketcher = TextSketcher(for: .wire)
      for text in page { sketcher.append(text) }
      texts.append(contentsOf: sketcher.take())
    }
    self = texts.takeDigests(in: order)
  }

  /// The fingerprints of a document.
  func fingerprintSet(of document: Int) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    var base = 0
    for page in pages {
      for partition in 0..<DigestPage.partitions {
        page.withFingerprints(in: partition) { fingerprints, _ in
          for fingerprint in fingerprints where documents[base + Int(fingerprint.row)] == document {
            hashes.insert(fingerprint.hash(in: partition))
          }
        }
      }
      base += page.count
    }
    return hashes
  }
}

extension Reading {
  /// Reads a text without knowing anything of its collection.
  init(_ text: String, profile: Profile = .empty) {
    var reader = TextReader(profile: profile)
    self = reader.read(text)
  }
}
