import NearDuplicates

/// What a profile holds, for a person.
struct ProfileView: Sendable {
  let profile: Profile

  /// One line.
  var summary: String {
    "profile \(profile.fingerprint) of \(profile.documents.counted("article")): "
      + "\(profile.knownWords.counted("word")), "
      + "\(profile.knownBoilerplate.counted("run")) of standing text"
  }

  /// Draws the figures with their meaning.
  func draw(on page: inout Page) {
    page.line(Span("Profile \(profile.fingerprint)", .heading))
    let rows = [
      ("articles", profile.documents, "it was learned from"),
      ("words", profile.knownWords, "whose frequency is known"),
      ("standing text", profile.knownBoilerplate, "runs of words that recur across stories"),
      ("widespread", profile.knownWidespread, "runs of words in three and more outlets"),
    ]
    for (name, value, meaning) in rows {
      page.line(
        Span("  \(name.fitted(to: 16))"), Span(value.grouped.fitted(to: 12), .strong),
        Span(meaning, .faint))
    }
  }
}
