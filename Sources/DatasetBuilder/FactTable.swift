// The table of facts: the evidence behind the answers, before it is weighed.

/// The table of facts: the evidence behind the answers, before it is weighed. A fact that loses
/// against another stays in it.
struct FactTable {
  let answers: CountyAnswers
  let counties: [County]

  static let columns = [
    "field", "value", "reason", "basis", "confidence", "conditions", "since", "until", "citation",
    "source", "counties",
  ]

  /// One fact.
  struct Fact {
    var field: String
    var value: String
    var reason = ""
    var basis: String
    var confidence = "high"
    var conditions = ""
    var since: String
    var until: String
    var citation: String
    var source: String
    var counties: [String]

    var cells: [String] {
      [
        field, value, reason, basis, confidence, conditions, since, until, citation, source,
        counties.joined(separator: " "),
      ]
    }
  }

  /// The table, by field and the rest of the cells.
  func table() throws -> Table {
    let facts = ruleFacts + listFacts + contractFacts + announcementFacts
    return try Table(
      "facts.csv", columns: Self.columns, key: Self.columns.count, rows: facts.map(\.cells))
  }

  /// The rules, each for the fields that it speaks to: those on inquiry for two. A rule on jails
  /// says nothing of a county where the counties have none.
  private var ruleFacts: [Fact] {
    answers.law.rules.flatMap { rule in
      (rule.field == "inquiry" ? ["inquiry", "inquiry_required"] : [rule.field]).map { field in
        let hasJails =
          StateList.hasCountyJails(rule.state) || !CountyAnswers.jailFields.contains(field)
        let said = StateLaw.value(rule, field)
        let fills = hasJails && Self.fills(field, said)
        let value = fills ? said : nil
        let pauses = Suspension.of(rule).map { "Suspended from \($0.from) to \($0.to)." }
        let limits = rule.cells["note"].isEmpty ? rule.cells["summary"] : rule.cells["note"]
        let sources = Suspension.of(rule).flatMap(\.sources).map(answers.source)
        return Fact(
          field: field, value: value?.rawValue ?? unknown,
          reason: value == nil ? Self.silence(rule, hasJails: hasJails, said) : "", basis: "law",
          confidence: rule.confidence,
          conditions: ([limits] + pauses).joined(separator: ". ").replacing("..", with: "."),
          since: rule.cells["effective_from"], until: rule.cells["effective_to"],
          citation: rule.cells["citation"],
          source: ([rule.source] + sources).joined(separator: " "), counties: [rule.state])
      }
    }
  }

  /// Whether a rule's value can be an answer. That an agreement or a contract exists is a fact of
  /// record: no rule makes one, and only a ban on contracts says that there is none.
  private static func fills(_ field: String, _ value: Answer?) -> Bool {
    switch field {
    case "agreement_287g": false
    case "detention_contract": value == .no
    default: true
    }
  }

  /// Why a rule's fact says neither yes nor no.
  private static func silence(_ rule: StateRule, hasJails: Bool, _ said: Answer?) -> String {
    guard hasJails else { return "no county jail" }
    return said == nil ? Coverage.openReason([rule]) : "a rule, not a fact of record"
  }

  /// What each list of agreements says on its day.
  private var listFacts: [Fact] {
    answers.series.issues.flatMap { issue -> [Fact] in
      let day = issue.day.description
      func fact(_ field: String, _ group: Ground, _ limits: String, _ fips: [String]) -> Fact {
        Fact(
          field: field, value: group.value, reason: group.reason,
          basis: group.basis.isEmpty ? "agreement" : group.basis, conditions: limits, since: day,
          until: day, citation: "ICE's list of 287(g) agreements of \(day)",
          source: group.sources.joined(separator: " "), counties: fips)
      }
      let own = grouped { answers.series.own($0, on: issue.day) }
      let jails = grouped { jail($0, on: issue.day) }
      return own.map { fact("agreement_287g", $0.0, Self.ownLimits, $0.1) }
        + jails.map { fact("detainers", $0.0, Self.jailLimits, $0.1) }
    }
  }

  private static let ownLimits =
    "agencies of the county's own; municipal and state agencies do not count"
  private static let jailLimits =
    "jail enforcement or warrant service officer agreement, its document not pending"

  /// The agreement for a county's jail as a ground; nil where there is none.
  private func jail(_ county: County, on day: Day) -> Ground? {
    guard StateList.hasCountyJails(county.state) else { return nil }
    switch answers.jails.evidence(county, on: day) {
    case .yes(_, let sources):
      return .settled(.yes, basis: "agreement", confidence: "high", sources: sources)
    case .doubted(_, let sources):
      return .unsettled("who runs the jail is not settled", sources: sources)
    case .open, .none: return nil
    }
  }

  /// Counties by their ground, without its words, in the order of their codes.
  private func grouped(_ ground: (County) -> Ground?) -> [(Ground, [String])] {
    var groups: [Ground: [String]] = [:]
    for county in counties {
      guard let ground = ground(county) else { continue }
      let bare = Ground(
        value: ground.value, reason: ground.reason, basis: ground.basis,
        confidence: ground.confidence, rules: [], detail: "", sources: ground.sources)
      groups[bare, default: []].append(county.fips)
    }
    return groups.map { ($0.key, $0.value.sorted()) }
  }

  /// What the list of facilities and the sheets by fiscal year say.
  private var contractFacts: [Fact] {
    guard let first = ContractRecord.listDay, let last = ContractRecord.lastDay else { return [] }
    let listed = grouped { answers.contracts.ground($0, on: first) }.map { ground, fips in
      Fact(
        field: "detention_contract", value: ground.value, reason: ground.reason, basis: "listed",
        conditions: "taken to stand to the end of fiscal year 2018",
        since: first.description, until: last.description, citation: "ICE Facility List, \(first)",
        source: ground.sources.joined(separator: " "), counties: fips)
    }
    let held = answers.contracts.years.held
    let years = Set(held.values.joined()).sorted().map { year in
      Fact(
        field: "detention_contract", value: "yes", basis: "listed", confidence: "medium",
        conditions: "a facility that the county runs by the list of 2017, or owns and named, "
          + "with people held in the year",
        since: "\(year - 1)-10-01", until: "\(year)-09-30",
        citation: "Detention facilities, fiscal year \(year)", source: RawOrigin.facilityYearsKey,
        counties: held.filter { $0.value.contains(year) }.map(\.key).sorted())
    }
    return listed + years
  }

  private var announcementFacts: [Fact] {
    answers.announcements.map { announcement in
      Fact(
        field: announcement.field, value: announcement.value.rawValue, basis: "announced",
        confidence: announcement.confidence, conditions: announcement.summary,
        since: announcement.day.description, until: announcement.lastDay.description,
        citation: "announcement of \(announcement.day)",
        source: announcement.sources.map(answers.source).joined(separator: " "),
        counties: [announcement.county])
    }
  }
}
