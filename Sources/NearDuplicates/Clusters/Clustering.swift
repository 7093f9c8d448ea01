/// Gathers matches into clusters that are tight around a core.
///
/// What matches link is taken as a whole first, component by component, and then cut: the member
/// with the strongest matches is the centre; who matches the centre joins; who matches a member of
/// the core, which are the centre and its copies whose match with it is strong, joins through that
/// member if the centre knows it too; the rest starts over. Who is no sure copy, by its words alone,
/// joins only if other members of the core bear witness.
/// So no chain of weak links can string unrelated documents together, and one story in thousands
/// of copies costs one verification a copy, not one a pair.
package struct Clustering {
  /// A verified link between two documents.
  struct Link: Equatable {
    var pair: PairKey
    var relation: Relation
    var score: Double
    /// Whether shared words are enough for the link, without shared facts and without witnesses.
    var isCopied = true
  }

  /// Documents of one cluster, each with the link through which it joined.
  struct Group: Equatable {
    /// The members in canonical order.
    var members: [UInt32]
    /// The member that stands for all.
    var representative: UInt32
    /// For each member but the representative: through whom it joined.
    var links: [UInt32: Link]
  }

  /// From this score on, a match with the centre makes a copy part of the core; sure copies of the
  /// presets that weigh evidence have 0.9 and more.
  ///
  /// Who is no sure copy never is: who matches it by facts may match facts that it added.
  package static let strongScore = 0.8

  /// When each document was published, in canonical order.
  let dates: [Timestamp?]
  /// Verifies a pair that no channel proposed; nil where it is no match that clusters.
  let verify: (PairKey) -> Link?
  /// The score of any pair.
  let score: (PairKey) -> Double

  private var links: [PairKey: Link] = [:]
  private var neighbours: [UInt32: [UInt32]] = [:]
  /// What the matches of each document with those that have no cluster yet weigh.
  private var weights: [UInt32: Double] = [:]

  init(
    dates: [Timestamp?], verify: @escaping (PairKey) -> Link?,
    score: @escaping (PairKey) -> Double
  ) {
    self.dates = dates
    self.verify = verify
    self.score = score
  }

  /// The clusters that links make, by their first members.
  ///
  /// Complexity: O(*l*) for *l* links and O(*n* · *c*) for a component of *n* documents that makes
  /// *c* clusters, with at most one verification for each document that matches a core.
  mutating func groups(_ links: [Link]) -> [Group] {
    var groups: [Group] = []
    let degrees = degrees(links)
    for link in links {
      let isAlone = degrees[Int(link.pair.a)] == 1 && degrees[Int(link.pair.b)] == 1
      if isAlone, link.score > Self.leastWeight {
        groups.append(group(ofTwo: link))
        continue
      }
      self.links[link.pair] = link
      neighbours[link.pair.a, default: []].append(link.pair.b)
      neighbours[link.pair.b, default: []].append(link.pair.a)
    }
    for component in components() { cut(component, into: &groups) }
    return groups.sorted { $0.members[0] < $1.members[0] }
  }

  /// How many links each document has.
  private func degrees(_ links: [Link]) -> [UInt32] {
    var degrees = [UInt32](repeating: 0, count: dates.count)
    for link in links {
      degrees[Int(link.pair.a)] += 1
      degrees[Int(link.pair.b)] += 1
    }
    return degrees
  }

  private func components() -> [[UInt32]] {
    var seen: Set<UInt32> = []
    var components: [[UInt32]] = []
    for start in neighbours.keys.sorted() where seen.insert(start).inserted {
      var component = [start]
      var next = 0
      while next < component.count {
        for other in neighbours[component[next]] ?? [] where seen.insert(other).inserted {
          component.append(other)
        }
        next += 1
      }
      components.append(component.sorted())
    }
    return components
  }

  // MARK: Cutting

  private mutating func cut(_ component: [UInt32], into groups: inout [Group]) {
    var rest = Set(component)
    weights = Dictionary(uniqueKeysWithValues: component.map { ($0, weight(of: $0)) })
    while let centre = centre(of: component) {
      let members = gather(around: centre, from: rest)
      if members.count > 1 { groups.append(group(of: members)) }
      rest.subtract(members)
      for member in members {
        weights[member] = nil
        for other in neighbours[member] ?? [] where weights[other] != nil {
          weights[other, default: 0] -= links[PairKey(member, other)]?.score ?? 0
        }
      }
    }
  }

  /// What rounding leaves of a weight that was subtracted is no match.
  private static let leastWeight = 1e-6

  private func weight(of document: UInt32) -> Double {
    (neighbours[document] ?? []).reduce(0) { $0 + (links[PairKey(document, $1)]?.score ?? 0) }
  }

  /// The document whose matches with the rest weigh most; nil where no two are left that match.
  private func centre(of component: [UInt32]) -> UInt32? {
    var best: (document: UInt32, weight: Double)?
    for document in component {
      guard let weight = weights[document], weight > Self.leastWeight else { continue }
      if weight > best?.weight ?? 0 { best = (document, weight) }
    }
    return best?.document
  }

  /// The documents that match the centre or a member of its core.
  ///
  /// Whoever matches a member of the core is tried on the centre, whether or not a channel
  /// proposed the two: at most one verification for each document. Outside the core, only those
  /// stay whom no document of the rest matches better, so that a weak match takes nobody away from
  /// the copies of the own report.
  private mutating func gather(around centre: UInt32, from rest: Set<UInt32>) -> [UInt32] {
    var circle = Circle(around: centre, from: rest)
    // Sure copies first: they bear witness on the others.
    for takesUnsure in [false, true] {
      var next = 0
      while next < circle.core.count {
        let member = circle.core[next]
        for other in neighbours[member] ?? [] {
          consider(other, through: member, takesUnsure: takesUnsure, &circle)
        }
        next += 1
      }
    }
    // Who was refused takes nobody along.
    let outside = rest.subtracting(circle.members).subtracting(circle.refused)
    let core = Set(circle.core)
    return circle.members.filter { member in
      core.contains(member)
        || bestScore(of: member, with: outside) <= bestScore(of: member, with: core)
    }
    .sorted()
  }

  /// Who has come together around a centre so far.
  private struct Circle {
    let centre: UInt32
    /// The documents that may join.
    let rest: Set<UInt32>
    var members: Set<UInt32>
    /// The centre and its copies whose match with it is strong, in the order in which they joined.
    var core: [UInt32]
    /// Who is no sure copy and was not witnessed by the core.
    var refused: Set<UInt32> = []

    init(around centre: UInt32, from rest: Set<UInt32>) {
      self.centre = centre
      self.rest = rest
      members = [centre]
      core = [centre]
    }
  }

  /// Lets a document that matches a member of the core join, if all that is asked of it is true.
  private mutating func consider(
    _ document: UInt32, through member: UInt32, takesUnsure: Bool, _ circle: inout Circle
  ) {
    guard circle.rest.contains(document), !circle.members.contains(document),
      isKnown(document, to: circle.centre, through: member)
    else { return }
    if links[PairKey(member, document)]?.isCopied != true {
      guard takesUnsure else { return }
      guard isWitnessed(document, by: circle.core) else {
        circle.refused.insert(document)
        return
      }
    }
    circle.members.insert(document)
    let link = link(between: circle.centre, document)
    if let link, link.isCopied, link.score >= Self.strongScore {
      circle.core.append(document)
    }
  }

  /// The least score with the centre of who joins through another member of the core.
  ///
  /// When it came in, it took away one in four pairs of a cluster that share little in the short
  /// reports of ECB+, most of them no copies, and nothing in 37,554 articles.
  package static let leastWithCentre = 0.35

  /// Whether the centre of a cluster has a part of its own in the match of a document with a member
  /// of the core.
  private func isKnown(_ document: UInt32, to centre: UInt32, through member: UInt32) -> Bool {
    member == centre || score(PairKey(centre, document)) >= Self.leastWithCentre
  }

  /// How many members of a core are asked about who is no sure copy.
  package static let mostWitnesses = 8
  /// The least mean of the two best scores with other members of the core.
  ///
  /// The rewrites written for the benchmark that are told by facts alone come to 0.28 and more;
  /// independent reports that match one copy to 0.15 at most.
  private static let witnessScore = 0.23

  /// Whether other members of a core know a document, given its scores with them, or there is none
  /// to ask.
  ///
  /// Who rewrites a report shares its facts with every copy of it. Who reports the same event in
  /// the same order may share as much with one copy by chance, and falls short of the next.
  package static func bearWitness(_ scores: [Double]) -> Bool {
    let best = scores.sorted(by: >).prefix(2)
    return best.isEmpty || best.reduce(0, +) / Double(best.count) >= witnessScore
  }

  private func isWitnessed(_ document: UInt32, by core: [UInt32]) -> Bool {
    let known = core.max { one, other in
      (links[PairKey(document, one)]?.score ?? 0, other)
        < (links[PairKey(document, other)]?.score ?? 0, one)
    }
    let others = core.lazy.filter { $0 != known }.prefix(Self.mostWitnesses)
    return Self.bearWitness(others.map { score(PairKey(document, $0)) })
  }

  /// The score of a document's best match with some others, 0 where there is none.
  private func bestScore(of document: UInt32, with others: Set<UInt32>) -> Double {
    (neighbours[document] ?? []).lazy.filter(others.contains)
      .map { links[PairKey(document, $0)]?.score ?? 0 }.max() ?? 0
  }

  private mutating func link(between one: UInt32, _ other: UInt32) -> Link? {
    let pair = PairKey(one, other)
    if let known = links[pair] { return known }
    guard let link = verify(pair) else { return nil }
    links[pair] = link
    neighbours[one, default: []].append(other)
    neighbours[other, default: []].append(one)
    weights[one]? += link.score
    weights[other]? += link.score
    return link
  }

  // MARK: Representative and links

  /// The cluster of two documents that match each other and nobody else, as most do: centre, core
  /// and witnesses need not be looked for, in a tenth of the time.
  private func group(ofTwo link: Link) -> Group {
    let (first, second) = (link.pair.a, link.pair.b)
    let isSecondEarlier = dates[Int(second)].precedes(dates[Int(first)]) ?? false
    let (representative, member) = isSecondEarlier ? (second, first) : (first, second)
    return Group(
      members: [first, second], representative: representative, links: [member: link])
  }

  private func group(of members: [UInt32]) -> Group {
    let representative = representative(of: members)
    var joined: Set<UInt32> = [representative]
    var joining: [UInt32: Link] = [:]
    // Who matches the representative joins through it, the others through who joined before.
    var waiting = members.filter { $0 != representative }
    while !waiting.isEmpty {
      let ready = waiting.compactMap { bestLink(of: $0, to: joined, via: representative) }
      if ready.isEmpty { break }
      for (document, link) in ready {
        joining[document] = link
        joined.insert(document)
      }
      waiting.removeAll { joined.contains($0) }
    }
    return Group(members: members, representative: representative, links: joining)
  }

  private func bestLink(
    of document: UInt32, to joined: Set<UInt32>, via representative: UInt32
  ) -> (UInt32, Link)? {
    if let link = links[PairKey(document, representative)] { return (document, link) }
    let candidates = (neighbours[document] ?? []).filter(joined.contains)
      .compactMap { links[PairKey(document, $0)] }
    let best = candidates.max { ($0.score, $1.pair) < ($1.score, $0.pair) }
    return best.map { (document, $0) }
  }

  /// The earliest by date, then the one that most of the others match best, then the first.
  private func representative(of members: [UInt32]) -> UInt32 {
    let first = members.compactMap { dates[Int($0)] }.min()
    let earliest = Set(members.filter { dates[Int($0)] == first })
    var votes: [UInt32: Int] = [:]
    for document in members {
      let others = (neighbours[document] ?? []).filter(earliest.contains)
      let scores = others.map { links[PairKey(document, $0)]?.score ?? 0 }
      let best = scores.max()
      for (other, score) in zip(others, scores) where score == best {
        votes[other, default: 0] += 1
      }
    }
    return earliest.max { (votes[$0] ?? 0, $1) < (votes[$1] ?? 0, $0) } ?? members[0]
  }
}
