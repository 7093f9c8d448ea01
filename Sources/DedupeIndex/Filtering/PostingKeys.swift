import NearDuplicates

/// Makes the keys by which an index finds documents.
///
/// All keys are well-mixed 64-bit hashes; a hash that two things share costs a look at a document.
enum PostingKeys {
  /// The key of a band of a sketch.
  static func band(_ number: Int, _ slots: UnsafeBufferPointer<UInt32>, rows: Int) -> UInt64 {
    let band = UnsafeRawBufferPointer(
      UnsafeBufferPointer(rebasing: slots[number * rows..<(number + 1) * rows]))
    return mixed(xxh3(band.baseAddress, band.count) &+ UInt64(number))
  }

  /// The days of which the rare words are kept together; seven days around a moment lie in at
  /// most two such weeks.
  private static let weekDays = 7

  /// The weeks in which the days from `reach` before to `reach` after a day lie.
  static func weeks(around day: Int, reach: Int) -> ClosedRange<Int> {
    week(of: day - reach)...week(of: day + reach)
  }

  /// The number of the week of a day.
  static func week(of day: Int) -> Int {
    day >= 0 ? day / weekDays : (day - weekDays + 1) / weekDays
  }

  /// The key of a rare word in the documents of a week.
  static func word(_ word: UInt32, week: Int) -> UInt64 {
    mixed(mixed(UInt64(bitPattern: Int64(week)) | 1 << 62) ^ UInt64(word))
  }

  /// The key of the core members of a cluster but the first.
  static func core(ofCluster cluster: Ordinal) -> UInt64 { mixed(cluster &* 2) }

  /// The key of the copies that took the place of the one to keep.
  static func keeper(ofCluster cluster: Ordinal) -> UInt64 { mixed(cluster &* 2 | 1) }

  /// The finaliser of SplitMix64.
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits &>> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits &>> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits &>> 31
  }
}
