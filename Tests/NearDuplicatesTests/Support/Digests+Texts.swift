@testable import NearDuplicates

extension Digests {
  /// The digests of texts, as a run makes them.
  init(of texts: [String]) {
    var scratch = SketchingScratch()
    self.init(parameters: SketchParameters())
    for text in texts {
      scratch.read(text)
      scratch.fingerprint()
      append(scratch, fingerprints: scratch.fingerprints)
    }
  }

  /// The fingerprints of a document.
  func fingerprintSet(of document: Int) -> Set<UInt64> {
    var partitioned = self
    partitioned.partitionFingerprints()
    var hashes: Set<UInt64> = []
    var base = 0
    for page in partitioned.pages {
      for partition in 0..<DigestPage.partitions {
        page.forEachFingerprint(in: partition) { fingerprint in
          guard base + Int(fingerprint.document) == document else { return }
          hashes.insert(fingerprint.hash)
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
