import ArgumentParser
import DedupeIndex

/// How much memory the caches of a filter may take.
///
/// It bounds what grows: documents that are not yet in a segment (twice, while they are written),
/// and the readings of texts. What is needed at any rate, some 100 MB while a profile is learned
/// and under 40 MB else, is taken off first. Mapped segments are the system's to keep or drop, and
/// are not counted.
struct MemoryBudget: Sendable, Equatable {
  /// The bound in bytes.
  var bytes: Int

  static let usual = MemoryBudget(bytes: 320 << 20)
  static let least = MemoryBudget(bytes: 96 << 20)

  /// What the rest of the process takes: program, queue, group in hand.
  private static let fixed = 64 << 20

  private var variable: Int { max(bytes - Self.fixed, 16 << 20) }

  /// Bytes of documents that are not yet in a segment; they may be there twice.
  var unwritten: Int { variable / 4 }
  /// Bytes of readings.
  var readings: Int { variable / 4 }
}

extension MemoryBudget: ExpressibleByArgument {
  /// Reads a number of bytes with a unit: `256M`, `2G`.
  init?(argument: String) {
    let units: [Character: Int] = ["k": 10, "m": 20, "g": 30]
    let text = argument.lowercased()
    let digits = text.prefix { $0.isNumber }
    var unit = text.dropFirst(digits.count)
    if unit.count > 1, unit.hasSuffix("b") { unit = unit.dropLast() }
    if unit.hasSuffix("i") { unit = unit.dropLast() }
    guard let number = Int(digits), let shift = unit.first.map({ units[$0] }) ?? 0,
      unit.count <= 1, number < 1 << 24 || shift < 20
    else { return nil }
    bytes = number << shift
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}

extension IndexOptions {
  /// The options of a run with so much memory.
  init(_ budget: MemoryBudget) {
    self.init()
    bytesInMemory = budget.unwritten
  }
}
