// `detention_contract`: the record of contracts, and the state's bans on them.

/// `detention_contract`: the record of contracts, and the state's bans on them.
extension CountyAnswers {
  /// Bans under which the contracts in place ended, by the rule's own words and note. Of every
  /// other ban the file of rules says that it bars making or renewing a contract, or that the day
  /// on which the last one ended was not read.
  static let endingContracts: Set<String> = ["DE-detention_contract-1", "MD-detention_contract-1"]

  /// No duty fills it with yes. A ban says no, except where the record says yes, and where a
  /// contract may run on.
  func contract(_ county: County, _ answer: LawAnswer, on day: Day) -> Ground {
    let record = contracts.ground(county, on: day)
    switch answer.outcome {
    case .settled(.no): return banned(county, answer, record, on: day)
    case .unsettled(let reason) where Self.unclear.contains(reason):
      return record.value == "no" ? record : byLaw(answer)
    case .settled(.yes), .unsettled:
      return record.value == unknown ? named(answer, record) : record
    }
  }

  /// The record's own reason, with the rules that leave it open, or are still to come, beside it:
  /// a contract is a fact of record, so that the record is silent says why nothing is known.
  private func named(_ answer: LawAnswer, _ record: Ground) -> Ground {
    guard case .unsettled = answer.outcome, !answer.rules.isEmpty else { return record }
    return .unsettled(
      record.reason, rules: answer.rules, sources: record.sources,
      detail: Self.joined(answer.detail, record.detail))
  }

  private func banned(
    _ county: County, _ answer: LawAnswer, _ record: Ground, on day: Day
  ) -> Ground {
    let detail = Self.joined(answer.detail, record.detail)
    if record.value == "yes" {
      return .unsettled(
        "law and agreement differ", rules: answer.rules, sources: record.sources, detail: detail)
    }
    if record.value == "no" {
      return .settled(
        .no, basis: "law+listed", confidence: "high", rules: answer.rules,
        sources: record.sources, detail: detail)
    }
    let ends = answer.rules.contains { Self.endingContracts.contains($0.id) }
    if !ends, contracts.mayHaveContract(county, on: day) {
      return .unsettled(
        "end of contract not known", rules: answer.rules, sources: record.sources, detail: detail)
    }
    return byLaw(answer)
  }
}
