import NearDuplicates

/// What an index keeps of one record.
package struct IndexEntry: Sendable {
  /// The id's JSON token, which keeps its type: `42` is not `"42"`.
  package var id: [UInt8]
  /// The document; with an empty text where the caller keeps none.
  package var document: Document
  /// When the record came, in seconds since 1970, as the caller says.
  package var arrival: Int64
  /// The moment by which the document expires, in seconds since 1970, as the caller says.
  package var seconds: Int64
  /// A hash of the sequence of tokens, 0 without tokens.
  package var identity: UInt64
  /// The number of words.
  package var wordCount: UInt32
  /// The number of passage fingerprints.
  package var fingerprintCount: UInt32
  /// The sketch, opaque to the storage; of the length that ``IndexParameters/sketchLength`` says.
  package var sketch: [UInt8]
  /// What the document is found by: a list of keys for each ``PostingFamily``, in that order.
  package var keys: [[UInt64]]
  /// What was decided about the record.
  package var verdict: StoredVerdict
  /// The text in its stored form, where ``packText()`` has made it.
  private(set) var packedText: PackedText?

  /// Creates an entry; without `seconds` it expires by its date, or its arrival where undated.
  package init(
    id: [UInt8], document: Document, arrival: Int64, seconds: Int64? = nil, identity: UInt64 = 0,
    wordCount: UInt32 = 0, fingerprintCount: UInt32 = 0, sketch: [UInt8] = [],
    keys: [[UInt64]] = [], verdict: StoredVerdict = StoredVerdict()
  ) {
    self.id = id
    self.document = document
    self.arrival = arrival
    self.seconds = seconds ?? document.date?.seconds ?? arrival
    self.identity = identity
    self.wordCount = wordCount
    self.fingerprintCount = fingerprintCount
    self.sketch = sketch
    self.keys = keys
    self.verdict = verdict
  }

  /// Compresses the text ahead of the append, on whatever thread has time.
  ///
  /// It is two thirds of the work of an append, and the only part that need not wait its turn.
  /// The text must not be changed afterwards.
  package mutating func packText() {
    packedText = PackedText(document.text)
  }
}

/// The ways to find a document by keys.
package enum PostingFamily: Int, CaseIterable, Sendable {
  /// Bands of the sketch.
  case bands
  /// Winnowed fingerprints of passages.
  case fingerprints
  /// Rare words.
  case words
  /// Clusters, for what is to be found by the cluster it belongs to.
  case clusters
}

/// What was decided about a record when it came.
package struct StoredVerdict: Sendable, Equatable {
  /// The first member of the document's cluster; nil stands for the document itself, and is read
  /// back as its ordinal.
  package var cluster: Ordinal?
  /// The document through which it joined its cluster.
  package var of: Ordinal?
  /// The relation to that document.
  package var relation: Relation?
  /// The score with that document, 0 to 1.
  package var score: Double
  /// Whether later documents may join the cluster through this one.
  package var isCore: Bool
  /// Whether this was the copy of its cluster to keep when it came.
  package var isKeeper: Bool
  /// The generation of the profile by which it was decided.
  package var generation: UInt32

  /// Creates a verdict, by default that of a document which starts a cluster.
  package init(
    cluster: Ordinal? = nil, of: Ordinal? = nil, relation: Relation? = nil, score: Double = 0,
    isCore: Bool = true, isKeeper: Bool = true, generation: UInt32 = 0
  ) {
    self.cluster = cluster
    self.of = of
    self.relation = relation
    self.score = score
    self.isCore = isCore
    self.isKeeper = isKeeper
    self.generation = generation
  }
}

/// The numbers kept of a document: what can be read without making a single string.
package struct EntryFacts: Sendable, Equatable {
  /// The document's number in its index.
  package var ordinal: Ordinal
  /// When the document was published.
  package var date: Timestamp?
  /// When the record came, in seconds since 1970.
  package var arrival: Int64
  /// The moment by which it expires, in seconds since 1970.
  package var seconds: Int64
  /// A hash of the sequence of tokens, 0 without tokens.
  package var identity: UInt64
  /// The number of words.
  package var wordCount: UInt32
  /// The number of passage fingerprints.
  package var fingerprintCount: UInt32
  /// What was decided about the record; its cluster is never nil here.
  package var verdict: StoredVerdict
}

/// All that is kept of a document but its text, keys and sketch.
package struct EntryHeader: Sendable, Equatable {
  /// The numbers.
  package var facts: EntryFacts
  /// The id's JSON token.
  package var id: [UInt8]
  /// The id as shown.
  package var shownID: String
  /// The headline.
  package var title: String?
  /// The outlet.
  package var source: String?
  /// Where the document was published.
  package var url: String?

  /// The document around a text read by ``DocumentIndex/text(of:)``.
  package func document(text: String) -> Document {
    Document(id: shownID, title: title, text: text, source: source, date: facts.date, url: url)
  }
}
