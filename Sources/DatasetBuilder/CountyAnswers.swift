/// Resolves the answer fields of a county on the day of a list of agreements.
struct CountyAnswers {
  let law: StateLaw
  let day: Day
  /// The source of the list of agreements.
  let listSource: String
  private let listed: Set<String>
  private let jailed: Set<String>
  private let unmatched: Set<String>

  /// The answer fields, in the order of the table's columns.
  static let fields = [
    "agreement_287g", "detainers", "notify", "access_limited", "inquiry", "resources",
  ]

  /// Fields that ask about a county's jail.
  static let jailFields: Set<String> = ["detainers", "notify", "access_limited"]

  init(law: StateLaw, agreements: [Agreement], day: Day, listSource: String) {
    self.law = law
    self.day = day
    self.listSource = listSource
    let own = agreements.filter { $0.agency.kind == .county && !$0.agency.isUnmatched }
    listed = Set(own.map(\.agency.county))
    jailed = Set(own.filter(Self.servesInJail).map(\.agency.county))
    unmatched = Set(agreements.filter { $0.agency.isUnmatched }.map(\.agency.state))
  }

  /// The ground of every field of a county.
  func grounds(_ county: County) -> [Ground] {
    Self.fields.map { ground($0, county) }
  }

  /// The ground of one field of a county.
  func ground(_ field: String, _ county: County) -> Ground {
    if field == "agreement_287g" { return agreement(county) }
    if Self.jailFields.contains(field), StateList.jailSystems[county.state] == "state" {
      return .unsettled("no county jail")
    }
    let answer = law.answer(field, in: county.state, on: day)
    guard field == "detainers", jailed.contains(county.fips) else { return byLaw(answer) }
    return byLawAndAgreement(answer)
  }

  /// The list is complete for its day: a county whose own agency is on it has an agreement, any
  /// other has none, unless a county's agency in the state could not be matched. No law fills this.
  func agreement(_ county: County) -> Ground {
    if listed.contains(county.fips) {
      return .settled(.yes, basis: "agreement", confidence: "high", sources: [listSource])
    }
    if unmatched.contains(county.state) {
      return .unsettled("unmatched agency", sources: [listSource])
    }
    return .settled(.no, basis: "agreement", confidence: "high", sources: [listSource])
  }

  /// Whether an agreement says that the agency serves ICE's warrants in its jail: a model for
  /// jails, an agency that runs one, and a document that is not pending.
  static func servesInJail(_ agreement: Agreement) -> Bool {
    agreement.model.isInJail && !agreement.isPending && AgencyName.runsJail(agreement.agency.name)
  }

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
    case .unsettled("conflicting"), .unsettled("start not known to the day"),
      .unsettled("end not known to the day"):
      return byLaw(answer)
    case .unsettled:
      return .settled(.yes, basis: "agreement", confidence: "high", sources: sources)
    }
  }
}
