/// The words that dates are written with, in the languages that news was tested in.
enum DateWords {
  /// The number of a month by its name or abbreviation, in lower case without a dot.
  static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in monthNames.enumerated() {
      for name in names.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// Names of the days of the week, which say nothing that the date does not.
  static let weekdays = Set(weekdayNames.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that may stand inside a date: the "of", "de" and "г." of their languages.
  static let links: Set<String> = ["of", "de", "del", "the", "di", "d", "г", "года", "р", "року"]

  /// Words that may stand before a date or between it and its time.
  static let joiners: Set<String> = [
    "at", "t", "on", "um", "am", "den", "le", "el", "à", "às", "a", "alle", "ore", "las", "kl",
    "klo", "om", "o", "в", "dne", "på",
  ]

  /// The offset from UTC in minutes of the zones whose names are unambiguous in news.
  ///
  /// `ET` and its kin do not tell summer from winter; they are read as standard time.
  static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "jst": 540, "kst": 540,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420,
    "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
  ]

  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech,
  /// Russian, Ukrainian, Turkish, Hungarian, Romanian, Finnish, Greek and Arabic names.
  private static let monthNames = [
    """
    january jan januar január jänner janvier janv enero ene gennaio gen janeiro januari januára \
    stycznia styczeń ledna leden января январь янв січня ocak ianuarie tammikuuta ιανουαρίου \
    يناير
    """,
    """
    february feb februar február feber février fevrier févr fév febrero febbraio fevereiro fev \
    februari lutego luty února únor февраля февраль фев февр лютого şubat februarie helmikuuta \
    φεβρουαρίου فبراير
    """,
    """
    march mar március märz maerz mär mrz mars marzo março marco maart mrt marts marca marzec \
    března březen марта март мар березня mart martie maaliskuuta μαρτίου مارس
    """,
    """
    april apr április avril avr abril abr aprile kwietnia kwiecień dubna duben апреля апрель апр \
    квітня nisan aprilie huhtikuuta απριλίου أبريل ابريل
    """,
    """
    may mai május mayo maggio mag maio mei maj maja květen května мая май травня mayıs \
    toukokuuta μαΐου μαίου مايو
    """,
    """
    june jun június juni juin junio giugno giu junho czerwca czerwiec června červen июня июнь \
    июн червня haziran iunie kesäkuuta ιουνίου يونيو
    """,
    """
    july jul július juli juillet juil julio luglio lug julho lipca lipiec července červenec июля \
    июль июл липня temmuz iulie heinäkuuta ιουλίου يوليو
    """,
    """
    august aug augusztus août aout agosto ago augustus augusti sierpnia sierpień srpna srpen \
    августа август авг серпня ağustos elokuuta αυγούστου أغسطس
    """,
    """
    september sept sep szeptember septembre septiembre setiembre settembre set setembro września \
    wrzesień září сентября сентябрь сен сент вересня eylül septembrie syyskuuta σεπτεμβρίου \
    سبتمبر
    """,
    """
    october oct oktober október okt octobre octubre ottobre ott outubro out oktobra października \
    październik října říjen октября октябрь окт жовтня ekim octombrie lokakuuta οκτωβρίου أكتوبر
    """,
    """
    november nov novembre noviembre novembro listopada listopad listopadu ноября ноябрь ноя нояб \
    листопада kasım noiembrie marraskuuta νοεμβρίου نوفمبر
    """,
    """
    december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des \
    grudnia grudzień prosince prosinec декабря декабрь дек грудня aralık decembrie joulukuuta \
    δεκεμβρίου ديسمبر
    """,
  ]

  private static let weekdayNames = """
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    segunda terça quarta quinta sexta feira segunda-feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    pondělí úterý středa čtvrtek pátek neděle
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    """
}
