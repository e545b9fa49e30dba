// What the rules of a state say about a field on a day.

/// What the rules of a state say about a field on a day.
struct LawAnswer: Equatable {
  /// The answer that the rules give, or why they give none.
  enum Outcome: Equatable {
    case settled(Answer)
    case unsettled(reason: String)
  }

  let outcome: Outcome
  /// The rules in words, each with its date.
  var detail = ""
  /// Where a start or an end is not known to the day: what the rules may say on the day.
  var possible: Set<Answer> = []
  /// The rules that speak, or that leave it open; empty where there is none.
  let rules: [StateRule]

  /// The best evidence among the rules: a fact is as sure as the surest rule that states it.
  var confidence: String { rules.contains { $0.confidence == "high" } ? "high" : "medium" }
}

/// Reads the rules of a state as of a day.
struct StateLaw {
  let rules: [StateRule]

  /// What the rules in force on a day say about a field.
  func answer(_ field: String, in state: String, on day: Day) -> LawAnswer {
    var answer = outcome(field, in: state, on: day)
    answer.detail = answer.rules.map { Self.words($0, on: day) }.joined(separator: "; ")
    return answer
  }

  /// The field of the rules that speak to an answer field.
  static func ruleField(_ field: String) -> String {
    field == "inquiry_required" ? "inquiry" : field
  }

  /// A rule in words, with where it stands on a day.
  static func words(_ rule: StateRule, on day: Day) -> String {
    let citation = rule.cells["citation"]
    let start = rule.cells["effective_from"]
    if let pause = Suspension.of(rule).first(where: { $0.from <= day && day <= $0.to }) {
      return "\(citation), suspended by a court from \(pause.from) to \(pause.to)"
    }
    switch Standing(from: rule.from, to: rule.to, on: day) {
    case .notYet: return "\(citation), in force only from \(start)"
    case .startUncertain: return "\(citation), starts in \(start), the day is not known"
    case .inForce: return "\(citation), in force since \(start)"
    case .endUncertain: return "\(citation), ends in \(rule.cells["effective_to"])"
    case .over: return "\(citation), ended \(rule.cells["effective_to"])"
    }
  }

  private func outcome(_ field: String, in state: String, on day: Day) -> LawAnswer {
    let mine = rules.filter { $0.state == state && $0.field == Self.ruleField(field) }
    let suspended = mine.filter { Suspension.holds($0, on: day) }
    let series = Dictionary(grouping: mine, by: \.instrument)
      .sorted { $0.key < $1.key }.map { Self.newest($0.value, field, on: day) }
    if let open = Self.unclear(series, field) { return open }
    let speaking = series.filter { $0.unclear == nil }.flatMap(\.rules)
    let settling = speaking.filter { Self.value($0, field) != nil }
    let values = Set(settling.compactMap { Self.value($0, field) })
    if values.count > 1 {
      return LawAnswer(
        outcome: .unsettled(reason: "conflicting"), rules: Self.ordered(settling))
    }
    if let value = values.first {
      return LawAnswer(outcome: .settled(value), rules: Self.ordered(settling))
    }
    guard speaking.isEmpty else {
      let reason = Coverage.openReason(Self.ordered(speaking))
      return LawAnswer(outcome: .unsettled(reason: reason), rules: Self.ordered(speaking))
    }
    guard suspended.isEmpty else {
      return LawAnswer(
        outcome: .unsettled(reason: "suspended by a court"), rules: Self.ordered(suspended))
    }
    let coming = Self.coming(mine, on: day)
    let reason =
      coming.isEmpty ? Coverage.reason(Self.ruleField(field), in: state) : "rule not yet in force"
    return LawAnswer(outcome: .unsettled(reason: reason), rules: Self.ordered(coming))
  }

  /// The rules that start after a day. Where none is in force they are why nothing is said: a rule
  /// was found.
  static func coming(_ rules: [StateRule], on day: Day) -> [StateRule] {
    rules.filter { Standing(from: $0.from, to: $0.to, on: day) == .notYet }
  }

  /// What a rule says for every county of its state. It is the column `county_value`; for
  /// `inquiry`, which asks whether officers may ask about status, a bar on local bans says yes. It
  /// says nothing of `inquiry_required`, whether they must: a duty to ask makes both yes, and a ban
  /// on asking makes both no.
  static func value(_ rule: StateRule, _ field: String) -> Answer? {
    if let value = rule.countyValue { return value }
    guard field == "inquiry" else { return nil }
    return Coverage.barsOnLocalBans.contains(rule.id) ? .yes : nil
  }

  /// What one series says on a day.
  struct Voice {
    /// The rules in force; the one whose start or end is not known to the day, where that matters.
    var rules: [StateRule]
    /// Why the series is unclear; nil where it is not.
    var unclear: String?
    /// The values that an unclear series may have.
    var possible: Set<Answer> = []
  }

  /// The newest rules of a series in force on a day: a later one replaces those before it, and
  /// rules of one day stand side by side. `unclear` says that a rule whose start or end is not
  /// known to the day would change the value.
  static func newest(_ series: [StateRule], _ field: String, on day: Day) -> Voice {
    let standing = series.filter { !Suspension.holds($0, on: day) }.map {
      ($0, Standing(from: $0.from, to: $0.to, on: day))
    }
    let inForce = standing.filter { $0.1 == .inForce }.map(\.0)
    let start = inForce.map(\.from.last).max()
    let newest = inForce.filter { $0.from.last == start }
    let values = Set(newest.map { value($0, field) })
    let doubtful = standing.filter { $0.1 == .startUncertain || $0.1 == .endUncertain }.map(\.0)
    let possible = Set((newest + doubtful).compactMap { value($0, field) })
    for (rule, place) in standing where !values.contains(value(rule, field)) {
      if place == .startUncertain {
        return Voice(rules: [rule], unclear: "start not known to the day", possible: possible)
      }
      if place == .endUncertain, start.map({ rule.from.last > $0 }) ?? true {
        return Voice(rules: [rule], unclear: "end not known to the day", possible: possible)
      }
    }
    return Voice(rules: newest)
  }

  /// The unknown that unclear series leave; nil where none is, or where a series that is clear
  /// says all that they can say.
  private static func unclear(_ series: [Voice], _ field: String) -> LawAnswer? {
    let open = series.filter { $0.unclear != nil }
    guard let first = open.first, let reason = first.unclear else { return nil }
    let clear = series.filter { $0.unclear == nil }.flatMap(\.rules)
    let certain = Set(clear.compactMap { value($0, field) })
    let possible = open.reduce(into: Set<Answer>()) { $0.formUnion($1.possible) }
    if certain.count == 1, possible.isSubset(of: certain) { return nil }
    return LawAnswer(
      outcome: .unsettled(reason: reason), possible: possible.union(certain),
      rules: ordered(first.rules))
  }

  private static func ordered(_ rules: [StateRule]) -> [StateRule] {
    rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
