/// What a label says about the date that follows it.
enum DateLabel {
  /// How much a date is worth as the date of publication; the least wins.
  enum Rank: Int, Comparable {
    /// "Published on".
    case published
    /// "Date".
    case dated
    /// A date that stands for itself.
    case bare
    /// "Updated".
    case updated
    /// "Document date", "Retrieved", and any other "… date".
    case retrieved
    /// No date at all.
    case none

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The rank of the label that a lower-case line begins with and the label's length in bytes;
  /// of several labels the longest counts.
  static func find(at line: [UInt8]) -> (rank: Rank, length: Int)? {
    labels.first { line.starts(with: $0.label) && !continues(line, after: $0.label.count) }
      .map { ($0.rank, $0.label.count) }
  }

  /// Whether the letters go on: "dateline" is not the label "date".
  private static func continues(_ line: [UInt8], after length: Int) -> Bool {
    guard length < line.count else { return false }
    return line[length] &- UInt8(ascii: "a") < 26 || line[length] == UInt8(ascii: "_")
  }

  /// Longest first, then in byte order.
  private static let labels: [(label: [UInt8], rank: Rank)] = {
    var labels: [(label: [UInt8], rank: Rank)] = []
    for (rank, words) in words {
      for label in words.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
        labels.append((Array(label.utf8), rank))
      }
    }
    return labels.sorted {
      $0.label.count == $1.label.count
        ? $0.label.lexicographicallyPrecedes($1.label) : $0.label.count > $1.label.count
    }
  }()

  private static let words: [(Rank, String)] = [
    (
      .published,
      """
      published|published on|published at|published date|published time|first published
      first published on|originally published|originally published on|date published
      publication date|date of publication|publish date|publishdate|publish_date|published_at
      published_date|pubdate|pub date|datepublished|posted|posted on|date posted|post date|issued
      issue date|release date|released|created|created on|created_at
      veröffentlicht|veröffentlicht am|erschienen|erschienen am|publiziert am|erstellt am|stand
      publié|publié le|paru le|mis en ligne le|publicado|publicado el|publicado em
      fecha de publicación|data de publicação|pubblicato|pubblicato il|data di pubblicazione
      gepubliceerd|gepubliceerd op|publicerad|publicerat|publisert|publiceret|opublikowano
      data publikacji|publikováno|опубликовано|дата публикации|опубліковано
      发布时间|发表时间|发布日期|發布時間|发布于|公開日|公開日時
      """
    ),
    (.dated, "date|dated|datum|fecha|data|dato|дата|日期|时间|時間"),
    (
      .updated,
      """
      updated|updated on|updated at|last updated|last updated on|last update|update|date updated
      updated_at|modified|modified on|last modified|date modified|datemodified|lastmod
      aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am
      mis à jour|mis à jour le|modifié le|actualizado|actualizado el|atualizado em|aggiornato
      aggiornato il|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено
      更新时间|更新于|更新日
      """
    ),
    (
      .retrieved,
      """
      document date|retrieved|retrieved on|date retrieved|retrieval date|accessed|accessed on
      access date|date accessed|crawled|crawled on|crawl date|fetched|fetched on|fetch date
      downloaded|downloaded on|scraped|scraped on|scraped_at|archived|archived on|archive date
      captured|saved|saved on|printed|load date|load-date|import date|indexed|collected
      abgerufen|abgerufen am|consulté le|consultado el|acesso em|consultato il|geraadpleegd op
      дата обращения|抓取时间|采集时间
      """
    ),
  ]
}
