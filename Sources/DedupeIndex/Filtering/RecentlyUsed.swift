/// What was lately made of documents, so that no text is read twice while its report is in the
/// news; bounded in bytes.
struct RecentlyUsed<Value> {
  /// A place in the list of values from the last used to the one not used for longest.
  private struct Place {
    var ordinal: Ordinal = 0
    var value: Value?
    var bytes = 0
    var newer = 0
    var older = 0
  }

  /// The place 0 holds nothing: it closes the list to a ring.
  private var places = [Place()]
  private var free: [Int] = []
  private var placeOf: [Ordinal: Int] = [:]
  /// The bytes that values take, as was said of them.
  private(set) var bytes = 0
  private let capacity: Int

  /// Creates an empty store with room for some bytes; one value is held however large.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The number of values.
  var count: Int { placeOf.count }

  /// What is held of a document.
  mutating func value(of ordinal: Ordinal) -> Value? {
    guard let place = placeOf[ordinal] else { return nil }
    unlink(place)
    linkAsNewest(place)
    return places[place].value
  }

  /// Holds a value, and lets go of those that were not used for longest.
  mutating func insert(_ value: Value, bytes size: Int, for ordinal: Ordinal) {
    remove(ordinal)
    let place = free.popLast() ?? places.count
    if place == places.count { places.append(Place()) }
    places[place].ordinal = ordinal
    places[place].value = value
    places[place].bytes = size
    placeOf[ordinal] = place
    linkAsNewest(place)
    bytes += size
    while bytes > capacity, count > 1 { remove(places[places[0].newer].ordinal) }
  }

  /// Lets go of everything.
  mutating func removeAll() {
    self = RecentlyUsed(capacity: capacity)
  }

  private mutating func remove(_ ordinal: Ordinal) {
    guard let place = placeOf.removeValue(forKey: ordinal) else { return }
    unlink(place)
    bytes -= places[place].bytes
    places[place].value = nil
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
