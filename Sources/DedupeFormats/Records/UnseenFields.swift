import NearDuplicates

/// The fields that a user named and that no record has had so far: such a name is misspelt more
/// often than not, and nothing else would tell of it.
///
/// A record without a text is an error anyway; the other fields may be missing.
package struct UnseenFields: Sendable {
  private var fields: [Field]
  private var records = 0

  private struct Field: Sendable {
    var option: String
    var name: String
    var isFilled: @Sendable (Document) -> Bool
  }

  /// Those of all names that are not the usual ones.
  package init(_ names: FieldNames) {
    let usual = FieldNames()
    fields = [
      (usual.id, Field(option: "--id-field", name: names.id) { !$0.id.isEmpty }),
      (usual.title, Field(option: "--title-field", name: names.title) { $0.title != nil }),
      (usual.date, Field(option: "--date-field", name: names.date) { $0.date != nil }),
      (usual.source, Field(option: "--source-field", name: names.source) { $0.source != nil }),
      (usual.url, Field(option: "--url-field", name: names.url) { $0.url != nil }),
    ].filter { $0 != $1.name }.map(\.1)
  }

  /// Looks at what was read of a record; without an id of its own it has an empty one.
  package mutating func look(at document: Document) {
    guard !fields.isEmpty else { return }
    records += 1
    fields.removeAll { $0.isFilled(document) }
  }

  /// A warning for each field that so many records lack, told once.
  package mutating func takeProblems(after least: Int = 1) -> [Problem] {
    guard records >= least, !fields.isEmpty else { return [] }
    defer { fields = [] }
    return fields.map { field in
      Problem(
        .warning, cause: "no record has a usable value in the field '\(field.name)'",
        remedy: "see whether \(field.option) names the right field")
    }
  }
}
