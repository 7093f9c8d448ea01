/// How a text becomes words: the rules behind every hash that is stored or compared.
///
/// **Words.** A token is a maximal run of letters, digits, marks and underscores; everything else
/// separates, apostrophes, hyphens and emoji included: `Russia’s` is `russia`, `s`. Where a script
/// puts no spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar and others), each letter is
/// a token of its own, together with the marks that follow it; Hangul has spaces and words.
///
/// **Folding.** Capitals become small letters, one for one (`ß` stays, `ẞ` becomes `ß`, final
/// sigma becomes sigma); full-width and half-width forms and Latin ligatures become the ordinary
/// letters. Diacritics of Latin, Greek and Cyrillic letters (U+0300 to U+036F), Hebrew points,
/// Arabic vowel signs and hamza above and below a letter are dropped, since one writer sets them
/// and the next does not: `Café` and `cafe` are one word, in composed and decomposed form. Marks
/// of other scripts stay, and composed letters fold to their parts, so that both normal forms of
/// Unicode give the same tokens (except Hangul spelled in single jamo).
///
/// **Ignored** inside a word, and never its start: soft hyphen, zero-width joiner and non-joiner,
/// word joiner, byte-order mark, variation selectors, marks of direction. The zero-width space
/// separates.
///
/// **Bytes that are no UTF-8** separate, like U+FFFD.
///
/// The tables come from Unicode 14 (`scripts/unicode-tables`). Any change to these rules changes
/// hashes, and therefore ``name``.
public enum Normalization {
  /// The name and version of these rules, as it stands in indexes and profiles.
  public static let name = "words-1"
}
