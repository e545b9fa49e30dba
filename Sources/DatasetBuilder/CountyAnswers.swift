// Resolves the answer fields of a county on any day.

/// Resolves the answer fields of a county on any day.
struct CountyAnswers {
  let law: StateLaw
  let series: AgreementSeries
  let jails: JailAgreements
  let contracts: ContractRecord
  let announcements: [Announcement]
  /// Rules that are known to reach signed agreements.
  var reaching = Set(ReachesAgreements.all.keys)
  /// The key of a source.
  let source: (Source) -> String

  /// The answer fields, in the order of the table's columns.
  static let fields = [
    "agreement_287g", "detention_contract", "detainers", "notify", "access_limited", "inquiry",
    "inquiry_required", "resources",
  ]

  /// Fields that ask about a county's jail.
  static let jailFields: Set<String> = ["detainers", "notify", "access_limited"]

  /// Answers by the law, the lists of agreements, the facilities and the announcements.
  init(
    law: StateLaw, series: AgreementSeries, contracts: ContractRecord = ContractRecord(),
    announcements: [Announcement] = [], source: @escaping (Source) -> String = { _ in unknown }
  ) {
    self.law = law
    self.series = series
    jails = JailAgreements(series: series, source: source)
    self.contracts = contracts
    self.announcements = announcements
    self.source = source
  }

  /// The ground of every field of a county on a day.
  func grounds(_ county: County, on day: Day) -> [Ground] {
    Self.fields.map { ground($0, county, on: day) }
  }

  /// The ground of one field of a county on a day.
  func ground(_ field: String, _ county: County, on day: Day) -> Ground {
    if field == "agreement_287g" {
      return Constables.ruled(
        series.own(county, on: day), county.fips, source(Constables.source))
    }
    if Self.jailFields.contains(field), let who = StateList.jailSystems[county.state] {
      let runner = who == "state" ? "the state" : "a regional authority"
      return .unsettled(
        "no county jail", sources: [StateList.jailSources[who].map(source) ?? unknown],
        detail: "\(runner) runs the jails")
    }
    let answer = law.answer(field, in: county.state, on: day)
    if field == "detention_contract" { return contract(county, answer, on: day) }
    let ground = field == "detainers" ? jail(county, answer, on: day) : byLaw(answer)
    return announced(field, county, ground, answer, on: day)
  }

  /// Reasons of the law that no agreement settles: rules in force differ, or a day is unclear.
  static let unclear: Set<String> = [
    "conflicting", "start not known to the day", "end not known to the day",
  ]

  func byLaw(_ answer: LawAnswer) -> Ground {
    switch answer.outcome {
    case .settled(let value):
      return .settled(
        value, basis: "law", confidence: answer.confidence, rules: answer.rules,
        detail: answer.detail)
    case .unsettled(let reason):
      let sources = answer.rules.flatMap(Suspension.of).flatMap(\.sources).map(source)
      return .unsettled(
        reason, rules: answer.rules,
        sources: reason == "suspended by a court" ? sources : [], detail: answer.detail)
    }
  }

  /// `detainers`: the law, and what the agreements for the county's jail say.
  private func jail(_ county: County, _ answer: LawAnswer, on day: Day) -> Ground {
    let evidence = jails.evidence(county, on: day)
    if case .none = evidence { return byLaw(answer) }
    if case .yes(let detail, let sources) = evidence {
      return byLawAndAgreement(answer, detail, sources)
    }
    guard case .unsettled(let reason) = answer.outcome, !Self.unclear.contains(reason) else {
      return byLaw(answer)
    }
    switch evidence {
    case .doubted(let detail, let sources):
      return .unsettled(
        "who runs the jail is not settled", rules: answer.rules, sources: sources,
        detail: Self.joined(answer.detail, detail))
    case .open(let reason, let detail, let sources):
      return .unsettled(
        reason, rules: answer.rules, sources: sources, detail: Self.joined(answer.detail, detail))
    case .yes, .none: return byLaw(answer)
    }
  }

  /// A law and a signed agreement that differ leave it unknown, unless the rule is known to reach
  /// such agreements; where the law is silent, the agreement speaks alone, and so it does where a
  /// rule that can only agree may have started.
  private func byLawAndAgreement(
    _ answer: LawAnswer, _ detail: String, _ sources: [String]
  ) -> Ground {
    let both = Self.joined(answer.detail, detail)
    switch answer.outcome {
    case .settled(.yes):
      return .settled(
        .yes, basis: "law+agreement", confidence: "high", rules: answer.rules, sources: sources,
        detail: both)
    case .settled(.no):
      if answer.rules.contains(where: { reaching.contains($0.id) }) { return byLaw(answer) }
      return .unsettled(
        "law and agreement differ", rules: answer.rules, sources: sources, detail: both)
    case .unsettled(let reason)
    where Self.unclear.contains(reason) && answer.possible != [.yes]:
      return byLaw(answer)
    case .unsettled:
      return .settled(
        .yes, basis: "agreement", confidence: "high", sources: sources, detail: detail)
    }
  }

  static func joined(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
