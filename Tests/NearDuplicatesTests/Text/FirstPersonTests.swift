import Testing

@testable import NearDuplicates

/// What is told of others, and what is told by the one it is of.
@Suite struct FirstPersonTests {
  private func reading(_ text: String) -> Reading {
    var reader = TextReader(profile: .empty)
    return reader.read(text)
  }

  private func degree(_ text: String) -> Double { FirstPerson.degree(of: reading(text)) }

  private static let report = """
    The harbour master of Ellery walked down to the pier at noon with two of his men. They looked at \
    the pillars of the old part and counted the cracks in them, and then they closed the gate.
    """

  @Test(arguments: [
    "We hear you, and that is the truth of it. Our town is ours, and I shall give my life for it.",
    "Wir haben verstanden, und ich gebe mein Wort: Unsere Stadt ist und bleibt die unsere.",
    "Nous avons compris. Je reste dans mon pays, et mes enfants et moi sommes une famille pour vous.",
    "Hemos entendido. Nuestra ciudad es nuestra, y yo la defiendo con los míos y por mi casa.",
    "Não temos medo do que vem. A nossa cidade, o meu lar e os nossos filhos são uma só coisa.",
    "Noi abbiamo capito che il mare sale. La nostra città è per noi una madre, e io ci resto.",
    "Wij horen het en het is niet voor niets. Onze stad, mijn huis van steen, en ik blijf.",
    "Мы услышали, что это не конец. Наш город останется нашим, и я это обещаю.",
    "我们听到了。这是我的城市，我在这里，我不会离开的。",
  ])
  func appealsAreToldInTheFirstPerson(text: String) {
    #expect(degree(text) == 1)
  }

  @Test func appealsAreDilutedByReports() {
    var random = SplitMix(seed: 3)
    let appeal = "We hear you, and that is the truth of it. Our town is ours, and I shall stay."
    let long = Editing.unrelated(words: 500, &random) + " " + Self.report
    #expect(reading(long).flags.count { $0.isNarration } > 500)
    #expect(degree(long + " " + appeal) < degree(Self.report + " " + appeal))
  }

  @Test(arguments: [
    report,
    report + " \"We hear you. Our town is ours, and I shall give my life for it,\" he said.",
    report + " The U.S. and the UN told US papers about the mine in World War I and of Charles I.",
    "I giornali e i sindaci, i porti e i moli: il mare sale per tutti, che è una cosa della vita.",
    "I dag är det kallt. I morgon blir det varmt, och som i går att vi ser av det.",
    "Die Kosten von 3 Mio. Euro und der Bau, den die Firma Mia mit der Stadt und nicht allein trägt.",
    "A prefeitura disse que os navios não chegam nos portos do sul, nos dias de chuva em uma semana.",
    "Người Mỹ mới nói nội dung này ở nơi đó, và mẹ của họ có ích cho các nước.",
    "Тя каза, че я видя да се разхожда на брега от вчера, за да я заснемат.",
    "我国经济稳步增长，我军完成演习，这是我省的通知，自我革命在进行。",
    "我國的軍隊在海上，我縣的人口是兩萬，我黨的決定是對的。",
    "男性は怪我をしたが、我が国の首相は我慢を求めた。", "", "Ferry", "I", "我", "东京",
  ])
  func reportsAreToldOfOthers(text: String) {
    #expect(degree(text) == 0)
  }

  @Test func oneSlipInABriefProvesLittle() {
    let degree = degree("The ferry is late, and my train with it.")
    #expect(degree > 0 && degree < 0.5)
  }
}
