/// Invented reports in several languages.
enum NewsTexts {
  /// Reports on unlike subjects, each of some 90 words or 150 characters.
  static let all = [strike, bridge, library, streik, ernte, most, muzey, yuan, tianqi]

  static let strike = """
    Dock workers in the harbour of Lindmar went back to work on Tuesday after nine days on strike, \
    when the owners of the three largest terminals promised a wage rise of 6.5 percent from the \
    first of May. Some 1,400 men and women had stopped unloading ships on the 12th of the month, \
    and by the weekend forty-one vessels lay at anchor outside the breakwater.

    "We did not get all that we asked for, but nobody will have to work the double shift any more," \
    said Ilse Varga, who speaks for the union. The port authority expects that the queue of ships \
    will be gone within eleven days. Fruit importers put their losses at nineteen million crowns.
    """

  static let bridge = """
    The mayor of Brunnow opened a bridge for cyclists near the old paper mill on Sunday, two years \
    later than planned and at twice the price. The span of larch and steel, 212 metres long, \
    carries the northern bicycle route over the river and two railway lines.

    Engineers had to replace eleven bearings last autumn after cracks were discovered during a load \
    test. According to the town's treasurer the work cost 8.2 million crowns, of which the \
    province pays half. Residents of the mill quarter had gone to court against the ramp, which \
    passes nine metres from their balconies, and lost in the second instance.
    """

  static let library = """
    A manuscript that was thought to have burned in 1913 has turned up in the cellar of the library \
    of Cestria. The 64 leaves of parchment hold the only known copy of the sea songs of Maud of \
    Harle, a poet of the thirteenth century whose name survives in two letters.

    Restorers found the bundle behind a shelf while they were drying the room after a burst pipe. \
    The binding is lost and the first three pages are stained, the curator Henning Oake said, yet \
    every line can be read under ultraviolet light. The songs are to be printed next spring, and \
    a choir in the capital has asked for the melodies.
    """

  static let streik = """
    Nach neun Tagen Streik haben die Busfahrer in Oberlinden am Mittwoch die Arbeit wieder \
    aufgenommen. Verkehrsbetriebe und Gewerkschaft einigten sich in der Nacht auf einen Vertrag, \
    der den rund 640 Beschäftigten 240 Euro mehr im Monat und zwei zusätzliche freie Tage bringt.

    „Ohne die Geduld der Fahrgäste wäre das nicht gelungen“, sagte Verhandlungsführerin Grete Amrum. \
    Bis zum Wochenende sollen alle 58 Linien nach Plan fahren. Die Stadt beziffert die Ausfälle auf \
    1,3 Millionen Euro; ein Teil der Abonnenten erhält den halben Monatsbeitrag zurück.
    """

  static let ernte = """
    Die Apfelbauern am Westufer des Kellersees rechnen mit der schwächsten Ernte seit 1991. \
    Spätfrost im April habe auf manchen Höfen vier von fünf Blüten zerstört, teilte der \
    Obstbauverband mit. Erwartet werden höchstens 21.000 Tonnen, ein Drittel der Menge des \
    Vorjahres.

    Besonders betroffen sind frühe Sorten in den Senken. Der Verband fordert vom Land Hilfe für \
    Beregnungsanlagen, die die Knospen unter einer Eisschicht schützen. Im Handel dürfte das Kilo \
    nach Einschätzung der Genossenschaft um vierzig Cent teurer werden.
    """

  static let most = """
    Движение по старому мосту через реку Велью в Заозёрске закроют с понедельника на полтора года. \
    Как сообщили в городской администрации, специалисты обнаружили трещины в четырёх из девяти \
    опор, построенных ещё в 1958 году. Ремонт обойдётся бюджету в 730 миллионов рублей.

    «Объезд составит двенадцать километров, автобусы пойдут через плотину», — рассказала начальница \
    дорожного управления Вера Лаптева. Пешеходов обещают перевозить бесплатным катером каждые \
    двадцать минут. Жители правого берега уже собрали три тысячи подписей за временную переправу.
    """

  static let muzey = """
    В краеведческом музее Нижнереченска открылась выставка деревянных игрушек, которые мастера \
    вырезали для детей сплавщиков более ста лет назад. Коллекцию из 318 фигурок передала музею \
    внучка учителя, хранившая её на чердаке дома в посёлке Сосновый Яр.

    Самая редкая вещь — пароход с вращающимися колёсами и экипажем из семи медведей. Сотрудники \
    потратили восемь месяцев на очистку красок. Экспозиция продлится до конца октября, вход для \
    школьников свободный, а по субботам резчики будут показывать своё ремесло.
    """

  static let yuan = """
    临江市中心医院星期三宣布，新建的儿童门诊大楼将于下月初正式投入使用。大楼共有十一层，设有二百六十张病床，\
    总投资四亿三千万元。院长沈若兰介绍说，新楼启用以后，孩子看病的平均等候时间预计从九十分钟缩短到半小时以内。

    医院还开通了夜间急诊绿色通道，家长可以通过手机预约专家号。附近居民反映停车位不足，市交通局表示将在年底前\
    新增三百个车位，并延长两条公交线路。
    """

  static let tianqi = """
    受强冷空气影响，青岭地区本周末将出现今年入冬以来最大的一场降雪。气象台预报，山区积雪深度可达三十五厘米，\
    最低气温降至零下十八度。交通部门已经准备了六千吨融雪剂，并安排一百二十辆铲雪车昼夜值班。

    铁路公司提醒旅客，部分列车可能晚点或者停运，请提前查询。农业专家建议菜农加固大棚，及时清除棚顶积雪，防止\
    幼苗冻伤。中小学是否停课将由各县自行决定。
    """
}
