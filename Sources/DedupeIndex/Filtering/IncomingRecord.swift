import NearDuplicates

/// A record on its way into a pipeline.
package struct IncomingRecord: Sendable {
  /// The id's JSON token, which keeps its type: `42` is not `"42"`.
  package var id: [UInt8]
  /// The document.
  package var document: Document
  /// When the record came, in seconds since 1970.
  package var arrival: Int64

  /// Creates a record.
  package init(id: [UInt8], document: Document, arrival: Int64) {
    self.id = id
    self.document = document
    self.arrival = arrival
  }

  /// How far ahead of its arrival a record may be dated, in seconds, and still be believed: a day,
  /// for a bare day is a midnight somewhere.
  private static let mostAhead: Int64 = 86_400

  /// The date, where it is known and not in the future.
  var believedDate: Timestamp? {
    guard let date = document.date, date.seconds <= arrival + Self.mostAhead else { return nil }
    return date
  }

  /// What the window goes by: the date, or the arrival where there is none to believe.
  package var moment: Int64 { believedDate?.seconds ?? arrival }
}

extension Int64 {
  /// The number of the UTC day of a moment, counted from 1970-01-01.
  var dayNumber: Int { Timestamp(seconds: self).day }
}
