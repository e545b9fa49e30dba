// Resolves the answer fields of a county on the day of a list of agreements.

/// Resolves the answer fields of a county on the day of a list of agreements.
struct CountyAnswers {
  let law: StateLaw
  let day: Day
  /// The source of the list of agreements.
  let listSource: String
  private let listed: Set<String>
  private let jailed: Set<String>
  /// Counties of which it is not settled whether the agency that signed for a jail runs theirs,
  /// with the sources of that.
  private let doubted: [String: [String]]
  private let unmatched: Set<String>
  private let candidates: Set<String>

  /// The answer fields, in the order of the table's columns.
  static let fields = [
    "agreement_287g", "detainers", "notify", "access_limited", "inquiry", "resources",
  ]

  /// Fields that ask about a county's jail.
  static let jailFields: Set<String> = ["detainers", "notify", "access_limited"]

  /// Answers by a law and a list. `source` gives the key of a source.
  init(
    law: StateLaw, agreements: [Agreement], day: Day, listSource: String,
    source: (Source) -> String = { _ in unknown }
  ) {
    self.law = law
    self.day = day
    self.listSource = listSource
    let own = agreements.filter { $0.agency.kind == .county && !$0.agency.isUnmatched }
    listed = Set(own.map(\.agency.county))
    jailed = Set(own.filter { Self.jail($0) == .own }.map(\.agency.county))
    var doubted: [String: [String]] = [:]
    for agreement in own {
      guard case .notSettled(let why) = Self.jail(agreement) else { continue }
      doubted[agreement.agency.county] = [listSource, source(why)]
    }
    self.doubted = doubted
    unmatched = Set(agreements.filter { $0.agency.isUnmatched }.map(\.agency.state))
    candidates = Set(agreements.map(\.agency.countyCandidates)).subtracting([""])
  }

  /// The ground of every field of a county.
  func grounds(_ county: County) -> [Ground] {
    Self.fields.map { ground($0, county) }
  }

  /// The ground of one field of a county.
  func ground(_ field: String, _ county: County) -> Ground {
    if field == "agreement_287g" { return agreement(county) }
    if Self.jailFields.contains(field), !StateList.hasCountyJails(county.state) {
      return .unsettled("no county jail")
    }
    let answer = law.answer(field, in: county.state, on: day)
    guard field == "detainers" else { return byLaw(answer) }
    if jailed.contains(county.fips) { return byLawAndAgreement(answer) }
    if let sources = doubted[county.fips] { return byLawOrDoubt(answer, sources) }
    return byLaw(answer)
  }

  /// The list is complete for its day: a county whose own agency is on it has an agreement, any
  /// other has none, unless a county's agency in the state could not be matched, or a listed agency
  /// may be the county's own. No law fills this.
  func agreement(_ county: County) -> Ground {
    if listed.contains(county.fips) {
      return .settled(.yes, basis: "agreement", confidence: "high", sources: [listSource])
    }
    if candidates.contains(county.fips) {
      return .unsettled("whose agency it is is not settled", sources: [listSource])
    }
    if unmatched.contains(county.state) {
      return .unsettled("unmatched agency", sources: [listSource])
    }
    return .settled(.no, basis: "listed", confidence: "high", sources: [listSource])
  }

  /// Whose jail an agreement is for. It says that the agency serves ICE's warrants in the county's
  /// jail where it is of a model for jails, its document is not pending, and the agency runs the
  /// jail.
  static func jail(_ agreement: Agreement) -> JailRunner.Jail {
    guard agreement.model.isInJail, !agreement.isPending else { return .none }
    return JailRunner.jail(of: agreement.agency)
  }

  /// Reasons of the law that no agreement settles: rules in force differ, or a day is unclear.
  private static let unclear: Set<String> = [
    "conflicting", "start not known to the day", "end not known to the day",
  ]

  private func byLaw(_ answer: LawAnswer) -> Ground {
    switch answer.outcome {
    case .settled(let value):
      .settled(value, basis: "law", confidence: answer.confidence, rules: answer.rules)
    case .unsettled(let reason):
      .unsettled(reason, rules: answer.rules)
    }
  }

  /// A law and a signed agreement that differ leave it unknown; where the law is silent, the
  /// agreement speaks alone.
  private func byLawAndAgreement(_ answer: LawAnswer) -> Ground {
    let sources = [listSource]
    switch answer.outcome {
    case .settled(.yes):
      return .settled(
        .yes, basis: "law+agreement", confidence: "high", rules: answer.rules, sources: sources)
    case .settled(.no):
      return .unsettled("law and agreement differ", rules: answer.rules, sources: sources)
    case .unsettled(let reason) where Self.unclear.contains(reason):
      return byLaw(answer)
    case .unsettled:
      return .settled(.yes, basis: "agreement", confidence: "high", sources: sources)
    }
  }

  /// The law where it settles the field. Else an agreement stands whose agency may not run the
  /// jail, and that is why nothing is said.
  private func byLawOrDoubt(_ answer: LawAnswer, _ sources: [String]) -> Ground {
    guard case .unsettled(let reason) = answer.outcome, !Self.unclear.contains(reason) else {
      return byLaw(answer)
    }
    return .unsettled("who runs the jail is not settled", rules: answer.rules, sources: sources)
  }
}
