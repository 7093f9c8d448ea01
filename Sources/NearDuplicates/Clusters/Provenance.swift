import RealModule

/// Where the members of a cluster most likely have their report from.
///
/// It is weighed from what stands in the texts and their dates, never a proof: an agency may have
/// sent the report to all, an earlier copy may lie outside the collection. The confidence is a
/// rule of thumb, not calibrated on data.
public struct Provenance: Sendable, Equatable {
  /// What the members derive from.
  public enum Origin: Sendable, Equatable {
    /// A member, by its index: the others derive from it.
    case member(Int)
    /// An agency, by its name, that members credit and that is not among them.
    case agency(String)
    /// Nothing speaks for anyone.
    case unknown
  }

  /// What the members most likely derive from.
  public var origin: Origin
  /// How sure that is, 0 to 0.95.
  public var confidence: Double
  /// What speaks for it, as phrases: "published before all others".
  public var evidence: [String]

  /// Creates a provenance.
  public init(origin: Origin, confidence: Double, evidence: [String]) {
    self.origin = origin
    self.confidence = confidence
    self.evidence = evidence
  }
}

extension Provenance {
  /// Weighs what speaks for each member of a cluster; a table serves cluster after cluster.
  ///
  /// Complexity: O(*m*²) comparisons of shingles and searches for names, for *m* members.
  init(of members: [ClusterMember], comparing table: inout DistinctTable) {
    let contained = Self.containedCounts(members, comparing: &table)
    let claims = members.indices.map {
      Claim(of: $0, among: members, containing: contained[$0])
    }
    let outsider = AgencyClaim(among: members)
    let ranked = claims.indices.sorted { (claims[$1].weight, $0) < (claims[$0].weight, $1) }
    guard let best = ranked.first, claims[best].weight > 0 || outsider != nil else {
      self.init(origin: .unknown, confidence: 0, evidence: [])
      return
    }
    let second = ranked.count > 1 ? claims[ranked[1]].weight : 0
    let outside = outsider?.weight ?? 0
    if let outsider, outside >= claims[best].weight {
      self.init(
        origin: .agency(outsider.name),
        confidence: Self.confidence(of: outside, against: [claims[best].weight]),
        evidence: [outsider.phrase(members.count)])
    } else if claims[best].weight == second {
      self.init(origin: .unknown, confidence: 0, evidence: [])
    } else {
      let doubts = outsider.map { ["but \($0.phrase(members.count)), which is not among them"] }
      self.init(
        origin: .member(members[best].index),
        confidence: Self.confidence(of: claims[best].weight, against: [second, outside]),
        evidence: claims[best].phrases + (doubts ?? []))
    }
  }

  /// For each member, of how many shorter ones it has most of the text.
  static func containedCounts(
    _ members: [ClusterMember], comparing table: inout DistinctTable
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: members.count)
    for first in members.indices.dropLast() {
      members[first].shingles.withUnsafeBufferPointer { table.hold($0) }
      for second in (first + 1)..<members.count {
        let (count, common) = members[second].shingles.withUnsafeBufferPointer {
          table.compare($0)
        }
        let ofFirst = Double(common) / Double(max(1, table.count))
        let ofSecond = Double(common) / Double(max(1, count))
        if ofSecond >= 0.5, ofSecond >= ofFirst + 0.15 { counts[first] += 1 }
        if ofFirst >= 0.5, ofFirst >= ofSecond + 0.15 { counts[second] += 1 }
      }
    }
    return counts
  }

  /// The share of one claim among all, as if weights were logits; 0.95 at most, for nothing here
  /// proves anything.
  private static func confidence(of weight: Double, against others: [Double]) -> Double {
    let own = Double.exp(weight)
    let share = own / (own + others.reduce(0) { $0 + Double.exp($1) })
    return min(0.95, (share * 100).rounded() / 100)
  }
}

/// What speaks for one member.
private struct Claim {
  var weight = 0.0
  var phrases: [String] = []

  // Weights are logits chosen by judgement: who is named in a credit is the source more surely
  // than who was first, and a longer text may as well be the later one.
  private static let first = 1.5
  private static let amongFirst = 0.75
  private static let credited = 2.0
  private static let creditedAgain = 0.5
  private static let mostCredited = 3.5
  private static let mentioned = 0.75
  private static let contains = 1.0

  init(of index: Int, among members: [ClusterMember], containing contained: Int) {
    weighDate(of: members[index], among: members)
    weighNames(of: members[index], among: members)
    weighContainment(of: contained, among: members.count - 1)
  }

  private mutating func weighDate(of member: ClusterMember, among members: [ClusterMember]) {
    let dates = members.compactMap(\.date)
    guard let date = member.date, dates.count > 1, date == dates.min(), dates.max() != date else {
      return
    }
    let same = dates.count { $0 == date } - 1
    weight += same == 0 ? Self.first : Self.amongFirst
    phrases.append(
      same == 0
        ? "published before all others" : "published among the first, with \(same) more")
  }

  private mutating func weighNames(of member: ClusterMember, among members: [ClusterMember]) {
    let strangers = members.filter { $0 !== member && !$0.isOfHouse(of: member) }
    let credits = strangers.count { $0.credits(member.outlet.names) }
    if credits > 0 {
      weight += min(Self.mostCredited, Self.credited + Self.creditedAgain * Double(credits - 1))
      phrases.append(
        "\(credits) \(credits == 1 ? "other names" : "others name") it near the head or foot")
      return
    }
    let mentions = strangers.count { $0.mentions(member.outlet.names) }
    if mentions > 0 {
      weight += Self.mentioned
      phrases.append("\(mentions) \(mentions == 1 ? "other mentions" : "others mention") it")
    }
  }

  private mutating func weighContainment(of contained: Int, among others: Int) {
    guard contained > 0 else { return }
    weight += Self.contains * Double(contained) / Double(others)
    phrases.append(
      "it has most of the text of \(contained) shorter \(contained == 1 ? "one" : "ones")")
  }
}

/// What speaks for an agency that is not among the members.
private struct AgencyClaim {
  var name: String
  /// How many members credit it.
  var credits: Int
  var weight: Double

  /// One credit of two weighs 2.5, a credit in all 3.5: more than any date.
  init?(among members: [ClusterMember]) {
    guard var own = members.first?.outlet.agencies else { return nil }
    for member in members.dropFirst() { own.formUnion(member.outlet.agencies) }
    let candidates = Agency.all.indices.filter { !own.contains($0) }
    let counts = candidates.map { agency in members.count { $0.credited.contains(agency) } }
    guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
      return nil
    }
    name = Agency.all[candidates[place]].name
    credits = most
    weight = 1.5 + 2 * Double(most) / Double(members.count)
  }

  func phrase(_ members: Int) -> String {
    "\(credits) of \(members) \(credits == 1 ? "credits" : "credit") \(name)"
  }
}
