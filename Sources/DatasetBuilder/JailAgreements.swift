// What the agreements for jails say of a county's jail on any day.

/// What the agreements for jails say of a county's jail on any day: that its agency has signed to
/// serve ICE's warrants in it.
///
/// Only a jail enforcement or warrant service officer agreement speaks, of the agency that runs the
/// jail, and not while the list says that its document is pending. A task force agreement says
/// nothing, and neither does a list that the county is not on.
struct JailAgreements {
  let series: AgreementSeries
  /// The key of a source.
  let source: (Source) -> String

  /// What the lists say of a county's jail.
  enum Evidence: Equatable {
    case yes(detail: String, sources: [String])
    /// It is not settled whether the agency that signed runs the jail.
    case doubted(detail: String, sources: [String])
    /// Nothing now, and why: left, or a date that is not known.
    case open(reason: String, detail: String, sources: [String])
    case none
  }

  /// What the lists say of a county's jail on a day.
  func evidence(_ county: County, on day: Day) -> Evidence {
    switch series.position(day) {
    case .before: return .none
    case .on(let index): return onList(series.issues[index], county)
    case .after(let index):
      return between(series.issues[index], series.issues[index + 1], county, on: day)
    case .stale:
      guard let last = series.issues.last,
        case .yes(let detail, let sources) = onList(last, county)
      else { return .none }
      return .open(reason: "last known yes on \(last.day)", detail: detail, sources: sources)
    }
  }

  /// The agreements of a county's own agencies whose jail is as asked.
  private func agreements(
    _ issue: AgreementSeries.Issue, _ county: County, where matches: (JailRunner.Jail) -> Bool
  ) -> [Agreement] {
    (issue.own[county.fips] ?? []).filter { matches(Self.jail($0)) }
  }

  private func signed(_ issue: AgreementSeries.Issue, _ county: County) -> [Agreement] {
    agreements(issue, county) { $0 == .own }
  }

  private func doubts(_ issue: AgreementSeries.Issue, _ county: County) -> [Agreement] {
    agreements(issue, county) { if case .notSettled = $0 { true } else { false } }
  }

  /// Whose jail an agreement is for. It says that the agency serves ICE's warrants in the county's
  /// jail where it is of a model for jails, its document is not pending, and the agency runs the
  /// jail.
  static func jail(_ agreement: Agreement) -> JailRunner.Jail {
    guard agreement.model.isInJail, !agreement.isPending else { return .none }
    return JailRunner.jail(of: agreement.agency)
  }

  private static let wording = "the jail's agency has signed to serve ICE's warrants in it"

  private func onList(_ issue: AgreementSeries.Issue, _ county: County) -> Evidence {
    let detail = "\(Self.wording); on ICE's list of \(issue.day)"
    if !signed(issue, county).isEmpty { return .yes(detail: detail, sources: [issue.source]) }
    return doubt(doubts(issue, county), "ICE's list of \(issue.day)", [issue.source])
  }

  private func doubt(_ doubts: [Agreement], _ list: String, _ lists: [String]) -> Evidence {
    guard let first = doubts.first, case .notSettled(let why) = Self.jail(first) else {
      return .none
    }
    return .doubted(
      detail: "a sheriff who may not run the jail is on \(list)", sources: lists + [source(why)])
  }

  private func between(
    _ old: AgreementSeries.Issue, _ new: AgreementSeries.Issue, _ county: County, on day: Day
  ) -> Evidence {
    let sources = [old.source, new.source]
    let lists = "ICE's lists of \(old.day) and \(new.day)"
    switch (!signed(old, county).isEmpty, !signed(new, county).isEmpty) {
    case (true, true): return .yes(detail: "\(Self.wording); on \(lists)", sources: sources)
    case (true, false):
      return .open(
        reason: "last known yes on \(old.day)",
        detail: "\(Self.wording) on ICE's list of \(old.day), not on that of \(new.day)",
        sources: sources)
    case (false, true): return joined(old, new, county, on: day)
    case (false, false): break
    }
    let doubted = doubts(new, county)
    let known = !doubts(old, county).isEmpty || doubted.contains { isSigned($0, old, by: day) }
    return known ? doubt(doubted, lists, sources) : .none
  }

  private func isSigned(
    _ agreement: Agreement, _ old: AgreementSeries.Issue, by day: Day
  ) -> Bool {
    agreement.signingDay.map { $0 > old.day && $0 <= day } ?? false
  }

  /// From the day of signing. Where the older list has the agreement with its document pending,
  /// nobody knows when the document came, and nothing is said before the newer list.
  private func joined(
    _ old: AgreementSeries.Issue, _ new: AgreementSeries.Issue, _ county: County, on day: Day
  ) -> Evidence {
    let agreements = signed(new, county)
    let days = agreements.filter { isSigned($0, old, by: day) }.compactMap(\.signingDay)
    if let first = days.min() {
      return .yes(
        detail: "\(Self.wording): signed on \(first), on ICE's list of \(new.day)",
        sources: [new.source])
    }
    if agreements.contains(where: { $0.signingDay == nil }) {
      return .open(
        reason: "signing date not known", detail: "on ICE's list of \(new.day)",
        sources: [new.source])
    }
    return .none
  }
}
