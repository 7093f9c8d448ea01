import NearDuplicates

/// The readings of documents that were lately compared, so that no text is read twice while its
/// report is in the news; bounded in bytes.
struct ReadingCache {
  /// A document as the verification sees it, and what else tells it from others.
  struct Reading {
    /// The document without its text.
    var document: Document
    var id: [UInt8]
    var read: ReadDocument

    /// Bytes it takes, roughly: 22 for each word, half as much for what is gathered of them, and
    /// the text.
    fileprivate var bytes: Int { read.text.utf8.count + 34 * read.reading.count + 1024 }
  }

  /// A place in the list of readings from the last used to the one not used for longest.
  private struct Place {
    var ordinal: Ordinal = 0
    var reading: Reading?
    var newer = 0
    var older = 0
  }

  /// The place 0 holds nothing: it closes the list to a ring.
  private var places = [Place()]
  private var free: [Int] = []
  private var placeOf: [Ordinal: Int] = [:]
  /// The bytes that readings take, roughly.
  private(set) var bytes = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The number of readings.
  var count: Int { placeOf.count }

  /// The reading of a document, where it is held.
  mutating func reading(of ordinal: Ordinal) -> Reading? {
    guard let place = placeOf[ordinal] else { return nil }
    unlink(place)
    linkAsNewest(place)
    return places[place].reading
  }

  /// Holds a reading, and lets go of those that were not used for longest.
  mutating func insert(_ reading: Reading, for ordinal: Ordinal) {
    remove(ordinal)
    let place = free.popLast() ?? places.count
    if place == places.count { places.append(Place()) }
    places[place].ordinal = ordinal
    places[place].reading = reading
    placeOf[ordinal] = place
    linkAsNewest(place)
    bytes += reading.bytes
    while bytes > capacity, count > 1 { remove(places[places[0].newer].ordinal) }
  }

  /// Lets go of everything: readings are of no use under another profile.
  mutating func removeAll() {
    self = ReadingCache(capacity: capacity)
  }

  private mutating func remove(_ ordinal: Ordinal) {
    guard let place = placeOf.removeValue(forKey: ordinal) else { return }
    unlink(place)
    bytes -= places[place].reading?.bytes ?? 0
    places[place].reading = nil
    free.append(place)
  }

  private mutating func unlink(_ place: Int) {
    let (newer, older) = (places[place].newer, places[place].older)
    places[newer].older = older
    places[older].newer = newer
  }

  /// The newest lies behind place 0 on the older side, the oldest on the newer side.
  private mutating func linkAsNewest(_ place: Int) {
    let newest = places[0].older
    places[place].newer = 0
    places[place].older = newest
    places[newest].newer = place
    places[0].older = place
  }
}
