// Made by scripts/common-words; do not edit by hand.

/// The words that are common in news of several languages, by the percentage of documents
/// in which they stand.
enum CommonWords {
  static let byPercent: [(percent: Int, words: String)] = [
    (
      90,
      """
      a and as at auch auf be but by das den der die ein es for from fur has have im in is it
      mit nicht not of on s sich that the this to und von with zu в на
      """
    ),
    (
      70,
      """
      about all als also am an are aus been bei dass dem des eine einem einer hat he his if ist
      more nach one or out president said sie t their they um up vor was we werden which who wie
      will would и по с
      """
    ),
    (
      50,
      """
      aber after any because bis can could do durch einen er even first haben had hatte how into
      its just konnen last like many mehr most new no noch now nur oder only other our over
      people sei sein sind so some than them there those time two uber unter were what when
      while wir wird wurde year you zum zur не что
      """
    ),
    (
      35,
      """
      according against alle another back before being between both called campaign country
      damit dann day did diese diesem don down during former gegen get going government habe
      hatten here hier him ihre including jetzt kann keine long made make man may much national
      news nun own part political public re right sagte say schon see seit she should since soll
      state states still such support take then these think through told under us very war way
      week well wenn where whether white wieder wurden years за из к как о от также этом
      """
    ),
    (
      25,
      """
      000 1 ab administration already among around asked beim bereits bill case clear come d da
      dabei dafur days dazu department didn dieser doch does doesn dpa eines election end etwa
      every far federal geht gibt go good group help her high ich ihr immer issue know konnte
      later law least left less likely m making media members might month muss mussen must my
      need neue never next off office officials party past point policy presidential press put
      recent report same saying says security sehr seien seine seiner story though three times
      today too top use ve vergangenen viele vom vote want waren wegen weil weiter werde why
      without wollen worden work world yet your zwei zwischen а года для до его мая об он ранее
      """
    ),
    (
      18,
      """
      10 19 2 20 2016 2020 3 5 able across act action actually added again ago allem allerdings
      andere anderen away based become believe best better big business call came candidate care
      center change chief close comes committee congressional conservative continue control
      court darauf davon de deal debate decision denen denn despite deutlich deutschen dies
      different director doing done dort drei each earlier early enough erst ersten ever face
      fact faz few find five foreign found four full general getting give given got great gut
      hard having health himself history home however https ihnen ihren ihrer important ins
      instead issues jedoch job justice keep kein konnten lassen laut leader leaders led let
      life little ll look lot machen major majority matter me million money months move nation
      nearly net neuen night nothing number ob official ohne old once open order others percent
      person place plan politics possible post power process question real really reported run
      rund second secretary seen selbst set several show sign social sollen sollte something
      sondern sowie statement steht system taking term thing things took trying uns unsere until
      used viel vielen voters wahrend weeks weitere won working wrote www zudem zwar будет было
      во время все еще которые но области после при сообщает то у уже человек это
      """
    ),
    (
      12,
      """
      100 11 12 15 17 2012 2019 2021 30 4 50 6 7 8 9 address agency agree ahead allen alles
      allow almost along always anderem announced anti anyone anything attack attacks attorney
      außerdem bad began behind beiden bekannt besonders bisher bislang bleiben bring calling
      calls candidates cannot cases chairman children city coming community concerns conference
      continued countries course crisis current cut daily daruber defense demnach derzeit
      deshalb deutsche diesen dieses ebenfalls economic economy effort efforts eigenen einige
      einmal either elections erklarte erste erwerben especially etwas everyone everything
      evidence example executive expected failed family fast feel fight focus follow following
      force forward free front funf further future gab ganz gave geben gehen gemacht gerade
      gewesen gilt gingen groups große großen half head heißt held heute hold hope hours human
      idea ihm ihn ihrem immigration include information insgesamt interest international
      interview investigation isn jeder jobs keinen key kind klar known kommen kommt konne lange
      large late latest lawmakers lead leadership leading leben legal legislation level liegt
      line lives local longer looking lost low macht makes mal mean means meanwhile meeting
      mehrere member message middle military millions moglich moment morning musse mussten name
      needed needs nichts nominee often outside particularly pass passed pay per perhaps
      personal plans points police policies position potential primary private pro probably
      problem program protect provide questions race rather read reason recently record reform
      released reporters reports response result rights role running sagt schnell school seems
      sehen seinem seinen senator senior sense serious service short shows side sieht similar
      simply six small sogar sollten someone soon spater speaker special speech spending staff
      start stehen stop strong supporters sure taken talk talking tax team teilte tell
      themselves third thought threat together toward tried trotz true try turn using vice vier
      view votes wall wanted wants ware wasn watch ways weg weniger went wer whose win within wo
      women words worked wrong young zahlen zehn zufolge zuletzt zunachst zuruck zuvor более
      будут был были всего году данным ее если или их коронавируса которая которыи лет могут
      может можно мы ноября они под пресс сеичас словам со так того только том чтобы этого
      """
    ),
    (
      8,
      """
      13 14 16 18 2008 2010 2013 2014 2015 2017 2018 24 25 40 60 ability access account accused
      actions adding additional adviser age agenda agreed agreement air aktuellen allein aller
      allies allowed alone although amid analysis anders angesichts answer appear appeared
      appears approach area aren argued ask asking associated attempt attention aufgetreten
      avoid bald base battle became begin beginning bekommen below berichtet besser betonte
      beyond biggest billion bipartisan black bleibt board border break bringen brought budget
      build building caption cause central certain certainly challenge chance changed changes
      charge charges choice citizens civil claim claimed claims class clearly co college com
      comment comments common companies company concern concerned confirmed conservatives
      consider considered continues contributed cost counsel coverage create created criminal
      critical criticism critics currently dagegen daher damals daran darf darunter data death
      decades decided declined deep delivered denied deren described dessen details difficult
      directly district dollars due durfen durfte education effect eigentlich eight einfach
      einigen elected else email empfehlen energy enforcement entire entstehen erfolgreich
      erhalt erhalten erklart europaischen event events exactly expect experience experts
      expressed facing fall fallen families favor fear fellow fest fighting figure final finally
      financial finden fire focused folgen followed forced forces fordert form fragen freedom
      friends fuhren funding gar gebe gegeben gegenuber geimpft gemeinsam genau gerat gets
      geworden ging giving global goes gone governor ground growing gun halt halten hand hands
      happen happened hasn hear heard hearing helped herunterladen hieß higher hin hinter hit
      hoch hohe holding huge hundreds illegal image images immediately immigrants impact
      included includes income increase increasingly indeed independent individual individuals
      inside intelligence involved inzwischen issued itself ja jahrige je jeden judge kam kaum
      killed knapp kommenden kurz lack largely lasst laws leave leaving lesen letter letzten
      liberal list live lower manche mark market mass maybe measure measures medical meet
      meisten men met mich mindestens minority movement moving multiple musste mutmaßlichen
      nachdem nachsten near neben necessary newsletters nie nomination non noted ntv numbers
      nutzen offenbar offer offered oft online opinion opportunity opposition organization paid
      particular parties period permission phone photo play politicians poll polls popular
      powerful presidency pressure pretty prevent previous previously problems professor
      programs proposal provided publicly published push pushed quickly raise raised rate reach
      reality reasons received recht related release remain remains remarks repeatedly research
      respond rest results return review rise risk room rule rules sagen saw schwer sechs
      seeking seem seemed self senators sent series served services seven share shot showed
      sicher sides sieben signed significant single situation solche sometimes sought source
      speak speaking spent spoke spokesman sprach stand stark started statt status stay stellen
      step stories strategy street suggested takes tatsachlich taxes telling terms thousands
      total tough trade treffen tun turned tweeted uberprufen ultimately understand union
      versandt versenden victory video views violence voted voting warned warum weekend weit
      weiteren weiterhin welche wenig whole whom wichtig willing winning wirklich wissen wohl
      wollte woman workers worse wouldn yes zehntausende zeigen zeigt zumindest zunehmend
      zusammen zweiten без больше была быть всех где глава говорится два день есть же заявил
      инфекции информации источник когда коронавируснои коронавирусом кроме людеи между млн них
      однако около она пандемии пока работу работы свою сегодня служба случаев сообщении сообщил
      сообщили сутки тем человека чем числе этот является
      """
    ),
    (
      6,
      """
      2009 2011 21 22 23 26 28 500 70 80 above acknowledged acting activists addition affairs
      agencies aid aides aktuell aktuelle al allegations alleged allowing amendment amount
      angekundigt announcement approval approved arbeiten areas argue argument article assault
      association aufgrund authorities authority available average backed ban becoming behavior
      beide believed believes benefit benefits bin bit blame block book brauchen broad
      businesses buy campaigns capital caused challenges charged check climate closed colleagues
      committed communities compared complete completely conduct conducted consequences
      constitutional controversial conversation coronavirus costs couldn council county cover
      crime criticized crowd cuts damage danach dangerous darin darum dead debt decade decide
      decisions declared deeply defend demand democracy dennoch deputy designed development died
      difference direct direkt discuss documents domestic door doubt dozen e easy effective eher
      eigene emergency employees ended ensure entschieden era erneut erreichen erreicht erstmals
      erwartet establishment europaische evening eventually exchange explain faced faces facts
      failure fair false felt field fired firm floor fordern forderte foundation fully fund game
      ganze gebracht gehe gehort gekommen gelten generally geplant gesagt gestellt gewaltige
      gives gleichzeitig goal greater growth groß großer grune gute happening happens haven
      heart heftigen helfen helping highest highly hingegen hohen hopes host hour hurt ideas
      ihres impeachment impfen increased industry influence innerhalb insbesondere insurance
      interests jede join joined kamen keeping kept knew knows kosten kritisiert kunftig labor
      lag lang langer language larger largest lawyer learned lediglich legislative levels liegen
      ließ light limit limited lines living looks lose losing love machte main manage massive
      matters mayor meant mehreren mind minister minutes mir mittlerweile mostly moved nahe
      nations naturlich negotiations nehmen neither network neu none nor note nuclear obwohl
      offen officer officers ones ongoing opponents opposed organizations overall p page parents
      partisan parts path piece places planned pointed politically politische politischen
      polling poor population positions positive possibility potentially prepared present prime
      privacy progress progressive project promise promised proposed protection pushing putting
      quite raising rally ran rates reached ready receive records red reduce refused relations
      relationship remember reportedly reporting representatives reprint request require
      required resources respect responded responsibility responsible richtig ru safe safety
      scheduled schließlich schrieb secret seeing seek seines send separate serve setzen setzt
      shift showing signing signs site society sogenannte sogenannten solle son sorgen sort
      sources southern sozialen specific specifically spend spread sprechen spricht stage
      standard standing starting statements stellt steps students study subject success suggest
      summer supported supporting supposed talks target television test thinking threats
      throughout town trotzdem trust truth tweet uberhaupt unless unlikely unserer upon urged
      various verhindern version verwandeln via videos vielleicht visit wahre warning wartet
      watched weapons website wenige whatever wife wing wolle word works worst worth written
      zugleich zweite zwolf апреля власти вопрос выздоровели города даже днем должны дома других
      заражения известно им количество компании коронавирус которого которои которых кто менее
      начала несколько нет новости новых один одного организации отметил очень пациентов период
      пишет помощи почти поэтому президент президента против раз раионе рамках режим решение
      рублеи свои себя сказал согласно сообщалось среди ссылкои стране такои территории тысяч
      фото ходе частности через число этои
      """
    ),
    (
      4,
      """
      0 200 2022 27 29 300 31 35 45 90 abortion absolutely abuse accept accounts acht activities
      activity actual ad add admitted advance advantage advisers advocates affected affordable
      afternoon agents aggressive ahnlich aide aimed allows ally alte alten alter alternative
      ambassador amerikanischen analysts anderer andern anger angry annual apparently appeal
      appearance apply appropriate arguing arguments armed arms army arrested aside assistance
      attacked attempts audience author aware background backing baden balance ballot bank basic
      basis beat becomes bedeutet behalf beispielsweise beraten bereit berichten berichtete
      beschlossen bestatigt besteht besten betont betroffen betroffenen bevor bid bigger bills
      blue body boost born bottom braucht breaking brief briefing bringing britische britischen
      broader broke broken built bundesweit bureau capacity car career carried carry cast caucus
      caught centers century chair chamber changing checks child choose circumstances cited
      cities citing claiming closely closer coalition commission commitment communications
      compromise concluded condition conditions confidence confident confirmation conflict
      considering contact content context continuing contrast controlled controversy convention
      conversations core corporate count counter couple courts creating credit crimes cross
      crucial culture cutting cycle dadurch date daughter dealing deaths debates defeat defended
      defending deficit degree delay deliver demands deswegen determine determined differences
      diplomatic direction discussed discussion disease dismissed divided donors double dozens
      drew dritte dritten drive driven droht drop dropped drug durften easier easily eben ebenso
      ed editor effectively eingesetzt einzige elect electoral emails emerged ending endlich
      engaged enter entirely entscheiden environment equal ernst erwarten essentially
      established estimated everybody except existing expand expert explained extent extreme
      extremely eye failing faith fallt familiar father fell fewer figures file filed finance
      findet finding fine fiscal fix folks food founder fourth frei friend fruher fruhere
      fruheren fuhrt funds gain ganzen gas gefordert gefuhrt gefunden gehoren gemeinsamen
      gemeldet generation genommen genug geplanten geschlossen gesehen gezeigt gleich gotten
      governments gq5 green grow großte großten grundsatzlich guns guten guy handeln handelt
      handling happy harder hate hearings heavily heavy herself hervor highlights hinaus
      hinterherjagen hinzu historic hoher holds homeland hoping horen hospital husband
      identified ill imagine immediate impossible improve inbox incident increases increasing
      indicated infrastructure initial initially inquiry insisted instance intended interested
      internal internationale internationalen internet interviews introduced investigate
      investigating investigations investigators investment involving jahrigen jedem jedes
      jeweils joint journalists junge jungen kids kill killing kleine kleinen knowledge
      kritisierte kundigte land langst lauft launch launched lawyers leads leaning learn leicht
      leider letzte liberals limits linke linken listen longtime looked loss mainstream maintain
      management manager markets meaning meetings meine mention messages mid midterm minute
      mission mistake mitteilte mochte model moderate modern mogliche moglichen moglicherweise
      moglichst monitor moral morgen mother moves nachste named names nannte narrative
      nationwide natural nature necessarily negative neuer neues neun niemand nimmt nine nobody
      nordrhein normal notes notig noting obvious obviously occurred offentlich offentlichen
      offering offers offnen ohnehin oil opened opening operation operations opponent oppose
      option options ordered orders original otherwise outcome oversight paar package pandemic
      panel paper passing paying peace percentage performance permanent personally photos pick
      picture planning platform played playing please plus politisch possibly posted powers
      practice pre presence presidents price prior priorities priority prison probe profile
      prominent promises proposals protected protecting protest protesters protests prove
      provides providing pull purpose quarter questioned quick racial racist radical radio range
      reaching reaction reading rechnen referring regarding regardless regime region regulations
      reisen rejected relatively relief religious remained remove removed repeal repeated
      replace reporter represent representative represents requires residents resolution
      restrictions returned revealed revenue rhetoric rich rising rival road rose roughly round
      ruled ruling runs sanctions save scale scandal schaffen scheint schneller schools
      schreiben schreibt schutzen schwere schweren science seat seats secure sees sending
      seriously serving session sessions setting sex sexual shared shooting shortly shouldn
      shown shut shutdown simple sit sitting slow smaller sofort solchen solution sonst sowohl
      soziale speaks spielen spokeswoman standards stands star starke starken starker stated
      stattdessen steigen stelle stellte stimmen stood stopped strategist strike stronger
      strongly struck student studies style successful suggesting suggests super supports
      surprise survey swing systems table talked targeted targeting task tea technology teilen
      teilweise tells temporary terror terrorism terrorist testen testimony thanks thinks
      threatened threatening thus ties toggle track traditional tragen trail training travel
      treated treatment trial trillion trip troops trouble truly turning tweets twice type
      typically unable unclear understanding unemployment unklar unlike unprecedented unser
      unseren unterstutzt usually value values vast verantwortlich verhalten verlassen verletzt
      verloren veroffentlicht verstehen versucht veteran veterans victims violent virus voice
      vollig vollstandig vorerst voter vowed vulnerable wahlen wahrscheinlich wait waiting wake
      walk wann warnt warnte watching water wave wealthy weder weiß weltweit wenigen weren
      western wichtige wichtigsten wide widely wins wollten worried worry write writes writing
      zahlreiche zeigte zero ziehen zieht zusatzliche администрации безопасности бы возможность
      воскресенье времени всем второи главы го год городе граждан данные двух дело днеи дня
      должен другие жизни жители заболевания задержали затем здравоохранения идет именно
      интервью информацию информация июля июня канале комитета компания которое котором летнего
      летнии ли лишь м меньше меры месте место министр мире мнению много момент мужчина назад
      например нас населения находится него необходимо ни нового новыи нужно образом отмечается
      отношении очередь перед планируется помощь помощью понедельник последние правительства
      проведения проекта раиона раньше распространения рассказал региона регионах регионе
      результате речь саите своего своеи своем связи ситуации ситуация службе службы случае
      сообщал сообщила составляет сотрудники специалисты средств средства стал стало станет
      страны таких там теперь тех течение три уголовное условиях утром части часть четыре я
      """
    ),
    (
      3,
      """
      2000 2004 2006 2007 32 33 34 36 37 38 400 41 42 43 44 46 47 48 49 51 52 53 55 65
      abgeschlossen abroad accepted accountable accusations accusing achieve active activist
      acts addressed addressing adds ads adults advice advocacy advocate affect afford agent
      allegedly alongside alt amerikanische analyst anderes answers anybody anyway apart
      apparent appeals appointed approve argues arrived articles assistant attacking attempted
      attend attended aufgenommen ausgesetzt ausgesprochen ausreichend außer außerhalb außerte
      backlash basically beginnen begins begonnen begun behandelt bekommt belief besondere
      bessere bestatigte beteiligt bewegen bezeichnet bezeichnete bias billionaire billions
      binnen bisherigen blamed blieb blocked blow borders branch brand bringt cabinet camp
      candidacy carrying cash causes challenged challenging chances chaos character chose church
      citizen citizenship classified clean closing code cold collusion color combat combined
      commander commerce committees competitive complained complex complicated comprehensive
      conclusion confirm congressman connection consensus consistent consistently conspiracy
      consumers contest convince convinced cooperation correct corruption covered credibility
      cultural danger daraufhin daraus davor deadline deadly deals decline demanding deny
      derweil describe deserve desire destroy detailed deutscher develop developed device
      digital digitale digitalen directed disagree disaster discrimination discussions
      diskutiert dispute districts divide division doctors document dollar dramatic draw drawn
      dringend driving durchaus durfe duty eager earned eastern effects ehemalige ehemaligen
      einzelne einzelnen electorate elf eligible elsewhere embrace employment encourage endorsed
      ends enemy engage entered entering entfernt entsprechend entsprechende entwickelt
      environmental erhohen erkennen erklaren erlaubt ermoglichen error erster essential estate
      estimates exercise exist expanded expanding expansion expensive exposed extend extended
      extraordinary extrem eyes facilities factor fahrt fail fairly fake falsch favorite fears
      feeling feels female festgenommen fill filled findings firing fit forcing formal fought
      fraud freien frequently fresh fuhrte fundamental funded fundraising gains gap gathered
      gathering gay geimpfte gemeinsame genannt genutzt geplante geraten gerne gesamte gesamten
      gesetzt gesprochen gestiegen gestorben getestet getotet getroffen gewinnen gezogen glaube
      glauben gleichen goals governors gpg grand grant granted greatest grew grown guard guilty
      hall halte handful handle hardly harm haufig headed heading heads healthcare helps heraus
      hide hohere hoheren homes honest honor hoped hot housing identify identity ideological
      ignored illegally immerhin immigrant importance impose imposed incumbent informed insm
      institution institutions integrity intense interesting interference involvement island
      jemand judges judgment judicial jungsten keiner kinds klare komplett konkret kurzlich lady
      laid langen laufe laufen lawsuit leaves legacy legally legitimate leisten lengthy liberty
      lie liefern lies linked literally lived los lots lying magazine managed mandate margin
      marked marriage material mehrfach mein meist memo mentioned merely miles minds minimum
      moments momentum motivated murder nahm namlich narrow nennt newly newsletter newspaper
      northern notice notion notwendig numerous oben obtained odds offensive offentliche offices
      officially offiziell oh older onto openly opinions opportunities opposing opposite
      organized originally outbreak outlets overwhelming owners partner partners passage
      passiert patients payments perfect personnel picked placed planen pledged plenty pointing
      politician positiv poverty practices praised predicted preparing presented pressed prices
      primaries principles privaten produce produced product production products professional
      promote prompted proof property prosecutor prosecutors prospect protections proud proved
      provision provisions prufen pulled pursue puts quality questioning races racism raises
      ranking rare rating reasonable receiving recession rechnet recognize recovery reden
      reduced reducing reelection reference referred reflect reforms regelmaßig registered
      regular remaining represented republic requests requirements requiring resistance
      responding retired returns risks rivals roll russischen sales scene schlecht schließen
      scrutiny search season section sector sehe sell selling sick signature significantly
      similarly sitzen size skeptical slightly smart solutions somebody somehow somewhat sorgt
      sound space spatestens speeches spielt split spoken spot spring stance stehe steigt stieg
      stock straight strategic streets strength struggle struggling stuff substantial succeed
      suddenly suffered summit supporter surge surprised surrounding surveillance suspect
      sweeping tactics tagesspiegel targets tat tech teils tend tens tensions terrible territory
      terrorists testify testing text thank theory therefore tied tone totally toten touch
      transition treat turns uberall uberzeugt un undermine unfortunately unique unserem
      unterstutzen unusual updated urging uses usual v verhindert verlangert vermeiden
      vermutlich veroffentlichten verschiedenen versuchen verurteilt verwies viewed violated
      violation virtually vision voices vorbei vorgesehen vorgeworfen vorliegt wage wars warten
      weak weapon wearing weist weiterer weißen welcome wichtigen wichtiger widespread wiederum
      wies wirft wish witness witnesses womoglich worker yesterday younger zahlt zuerst
      zugelassen zusatzlich автомобиля больницы версии ветер вирус включая вместе внимание
      водитель возбуждено возможно возраста вопросам выплаты выявлено государства
      государственнои данныи данных две двое деиствия декабря деньги добавил долларов достигло
      ему женщина жителеи заболевших зафиксировано заявила заявили здоровья издание имеют
      использовать исследования каждыи канал качестве команды конце летняя лиц люди марта мер
      мероприятии месяц месяца месяцев метров миллиона миллионов млрд многие наиболее накануне
      настоящее находятся начале нашли недели некоторых несмотря новои ночью обнаружили общее
      ограничения остается отметила официальныи пандемиеи пенсии первого первои первом первыи
      передает петербург погибли поддержки поддержку подчеркнул полиции получении получил
      получили получит потому почему правительство правоохранители представители премьер
      приводит программы продолжает произошло просто пяти пять работе размере раионах рассказали
      регионального регионов республики россииских россииского россиискои самоизоляции сети
      системы скончались случаи сообщается составит сотрудников социальнои сразу ст стала стали
      стоит стороны субботу суд сумму счет считает считают такие таким такое температура тогда
      тоже трех тыс тысячи удалось улице умерли университета управления ученые факту целом чего
      числа читаите шесть экс эксперты эта этим этому якобы января
      """
    ),
  ]
}
