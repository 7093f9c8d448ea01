import Testing

@testable import DedupeIndex

/// A run of random changes to an index, and what a list would hold after each of them.
struct Workload {
  enum Change: Equatable {
    case append(Int)
    case remove(Ordinal)
    case expire(Int64)
  }

  /// All changes that were tried, in order; the last one may have failed.
  private(set) var changes: [Change] = []
  /// How many of them the last sync covered.
  private(set) var synced = 0
  private var nextNumber = 0

  /// Changes the index until an error stops it or all changes are made.
  mutating func run(_ index: DocumentIndex, changes count: Int, _ random: inout SplitMix) throws {
    var model = self.model(after: changes.count)
    for _ in 0..<count {
      switch random.next() % 14 {
      case 0:
        guard let victim = model.live.randomElement(using: &random) else { continue }
        try make(.remove(victim), in: index, &model)
      case 1 where random.next() % 4 == 0:
        let moment = Int64(random.next() % UInt64(nextNumber + 1)) * 1800
        try make(.expire(moment), in: index, &model)
      case 2, 3:
        try index.sync()
        synced = changes.count
      case 4 where random.next() % 8 == 0:
        try index.compact()
        synced = changes.count
      case 5, 6:
        for _ in 0..<random.next() % 4 { _ = index.housekeeping?.stepQuietly() }
      default:
        nextNumber += 1
        try make(.append(nextNumber), in: index, &model)
      }
    }
  }

  private mutating func make(
    _ change: Change, in index: DocumentIndex, _ model: inout IndexModel
  ) throws {
    changes.append(change)
    model.make(change)
    switch change {
    case .append(let number): _ = try index.append(SampleEntries.entry(number))
    case .remove(let ordinal): try index.remove(ordinal)
    case .expire(let moment): _ = try index.expire(before: moment)
    }
  }

  func model(after count: Int) -> IndexModel {
    var model = IndexModel()
    for change in changes.prefix(count) { model.make(change) }
    return model
  }

  /// The longest prefix of the changes, with all that was synced, that leaves these documents.
  private func longestPrefix(_ live: [Ordinal], _ nextOrdinal: Ordinal) -> Int? {
    var model = self.model(after: synced)
    var longest: Int?
    for count in synced...changes.count {
      if count > synced { model.make(changes[count - 1]) }
      if model.entries.count == Int(nextOrdinal), model.live == live { longest = count }
    }
    return longest
  }

  /// Expects that an index holds what some prefix of the changes makes, and all that was synced.
  ///
  /// From then on, only that prefix has happened.
  mutating func expectPrefix(in index: DocumentIndex, _ comment: Comment) throws {
    var live: [Ordinal] = []
    index.forEachLive(from: 0, to: .max) { live.append($0) }
    let prefix = try #require(longestPrefix(live, index.nextOrdinal), comment)
    changes.removeLast(changes.count - prefix)
    synced = 0
    model(after: prefix).expectSame(in: index, comment)
    #expect(index.check().isEmpty, comment)
  }
}

extension IndexModel {
  mutating func make(_ change: Workload.Change) {
    switch change {
    case .append(let number): append(number)
    case .remove(let ordinal): remove(ordinal)
    case .expire(let moment): _ = expire(before: moment)
    }
  }
}
