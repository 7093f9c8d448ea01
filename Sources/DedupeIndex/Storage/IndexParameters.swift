/// What all documents of an index have in common, by name: normalisation, slots, bands and so on.
///
/// The storage knows no names; whoever makes the keys says what a later run has to agree with.
/// They are kept in the order of their names.
///
///     let parameters = IndexParameters(["shingle-size": "5", "slots": "128"])
package struct IndexParameters: Sendable, Equatable {
  /// A parameter whose value differs between an index and a run.
  package struct Difference: Sendable, Equatable {
    /// The name of the parameter.
    package var name: String
    /// Its value in the index, nil where the index has none.
    package var stored: String?
    /// Its value in the run, nil where the run has none.
    package var wanted: String?
  }

  /// Names and values in the order of the names.
  package let pairs: [(name: String, value: String)]

  private static let sketchLengthName = "sketch-bytes"

  /// Creates parameters from names and values; of a doubled name, the last value counts.
  package init(_ values: KeyValuePairs<String, String> = [:], sketchLength: Int = 0) {
    let named = values.map { (name: $0.key, value: $0.value) }
    self.init(pairs: named + [(name: Self.sketchLengthName, value: String(sketchLength))])
  }

  /// The bytes of every sketch, at most 65,536.
  package var sketchLength: Int {
    min(max(0, self[Self.sketchLengthName].flatMap { Int($0) } ?? 0), 65_536)
  }

  init(pairs: [(name: String, value: String)]) {
    var values: [String: String] = [:]
    for (name, value) in pairs { values[name] = value }
    self.pairs = values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// The value of a parameter.
  package subscript(name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// Where the wanted parameters are others than these, in the order of names.
  package func differences(from wanted: IndexParameters) -> [Difference] {
    let names = Set(pairs.map(\.name)).union(wanted.pairs.map(\.name)).sorted()
    return names.compactMap { name in
      guard self[name] != wanted[name] else { return nil }
      return Difference(name: name, stored: self[name], wanted: wanted[name])
    }
  }

  /// Whether no parameter differs.
  package static func == (left: IndexParameters, right: IndexParameters) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0 == $1 }
  }
}
