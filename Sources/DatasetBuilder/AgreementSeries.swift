// ICE's lists of agreements as a series: what they say of a county on any day.

/// ICE's lists of agreements as a series: what they say of a county on any day.
///
/// A list is complete on its day. Between two lists a county on both has an agreement, one on
/// neither has none, one that joined has it from the day of signing, and of one that left it is not
/// known until when. After the newest list nothing is known once thirty days have passed.
struct AgreementSeries {
  /// One list.
  struct Issue {
    let day: Day
    let source: String
    /// The agreements of counties' own agencies, by county.
    let own: [String: [Agreement]]
    /// States with a county's agency whose county nothing settles.
    let unmatched: Set<String>
    /// Counties whose own a listed agency may be.
    let candidates: Set<String>

    init(day: Day, source: String, agreements: [Agreement]) {
      self.day = day
      self.source = source
      let matched = agreements.filter { $0.agency.kind == .county && !$0.agency.isUnmatched }
      own = Dictionary(grouping: matched, by: \.agency.county)
      unmatched = Set(agreements.filter { $0.agency.isUnmatched }.map(\.agency.state))
      candidates = Set(agreements.map(\.agency.countyCandidates)).subtracting([""])
    }

    /// What the list says of a county.
    func status(_ county: County) -> Status {
      if own[county.fips] != nil { return .listed }
      if candidates.contains(county.fips) { return .open("whose agency it is is not settled") }
      return unmatched.contains(county.state) ? .open("unmatched agency") : .absent
    }
  }

  /// What a list says of a county.
  enum Status: Equatable {
    case listed
    case absent
    /// Nothing, and why.
    case open(String)
  }

  /// Where a day stands among the lists.
  enum Position: Equatable {
    case before
    /// On the list's day, or within thirty days of the newest.
    case on(Int)
    /// After this list and before the next.
    case after(Int)
    /// More than thirty days after the newest list.
    case stale
  }

  /// The lists, oldest first.
  let issues: [Issue]

  /// How many days the newest list speaks beyond its own.
  static let graceDays = 30

  /// Where a day stands among the lists.
  func position(_ day: Day) -> Position {
    guard let index = issues.lastIndex(where: { $0.day <= day }) else { return .before }
    if issues[index].day == day { return .on(index) }
    if index < issues.count - 1 { return .after(index) }
    return day <= issues[index].day.adding(days: Self.graceDays) ? .on(index) : .stale
  }

  /// Whether an agency of the county has an agreement on a day. No law fills this.
  func own(_ county: County, on day: Day) -> Ground {
    switch position(day) {
    case .before: return .unsettled("not covered")
    case .on(let index): return onList(issues[index], county, on: day)
    case .after(let index): return between(issues[index], issues[index + 1], county, on: day)
    case .stale:
      guard let last = issues.last else { return .unsettled("not covered") }
      return Self.lastKnown(onList(last, county, on: last.day), last)
    }
  }

  /// What a list that is too old says: its value becomes the last one known.
  private static func lastKnown(_ ground: Ground, _ issue: Issue) -> Ground {
    guard ground.value != unknown else { return ground }
    return .unsettled(
      "last known \(ground.value) on \(issue.day)", sources: ground.sources, detail: ground.detail)
  }

  /// On the list's day: yes for a county on it, no for the others, unless a later list gives a day
  /// of signing by which the county should have been on it.
  private func onList(_ issue: Issue, _ county: County, on day: Day) -> Ground {
    switch issue.status(county) {
    case .listed:
      return .settled(
        .yes, basis: "agreement", confidence: "high", sources: [issue.source],
        detail: "an agency of the county is on ICE's list of \(issue.day)")
    case .open(let reason):
      return .unsettled(
        reason, sources: [issue.source], detail: "not settled by ICE's list of \(issue.day)")
    case .absent:
      if let differing = signed(county, by: day, after: issue) { return differing }
      return .settled(
        .no, basis: "listed", confidence: "high", sources: [issue.source],
        detail: "no agency of the county is on ICE's list of \(issue.day), complete for its day")
    }
  }

  /// An unknown, where a list after `issue` says that an agency of the county signed by a day.
  private func signed(_ county: County, by day: Day, after issue: Issue) -> Ground? {
    for later in issues where later.day > issue.day {
      let days = (later.own[county.fips] ?? []).compactMap(\.signingDay).filter { $0 <= day }
      guard let first = days.min() else { continue }
      return .unsettled(
        "list and signing date differ", sources: [issue.source, later.source],
        detail: "not on ICE's list of \(issue.day); that of \(later.day) says signed on \(first)")
    }
    return nil
  }

  private func between(_ old: Issue, _ new: Issue, _ county: County, on day: Day) -> Ground {
    let sources = [old.source, new.source]
    switch (old.status(county), new.status(county)) {
    case (.listed, .listed):
      return .settled(
        .yes, basis: "agreement", confidence: "high", sources: sources,
        detail: "an agency of the county is on ICE's lists of \(old.day) and \(new.day)")
    case (.absent, .absent):
      return signed(county, by: day, after: old)
        ?? .settled(
          .no, basis: "listed", confidence: "high", sources: sources,
          detail: "no agency of the county is on ICE's list of \(old.day) or of \(new.day)")
    case (.listed, .absent):
      return .unsettled(
        "last known yes on \(old.day)", sources: sources,
        detail: "on ICE's list of \(old.day), not on that of \(new.day)")
    case (let status, .listed):
      return joined(old, status, new, county, on: day)
    case (.open(let reason), _), (_, .open(let reason)):
      return .unsettled(
        reason, sources: sources,
        detail: "not settled by ICE's lists of \(old.day) and \(new.day)")
    }
  }

  /// A county on the newer of two lists: yes from the day of signing. Before it no, where every
  /// day of signing is known and lies between the two, and the older list settles the county.
  private func joined(
    _ old: Issue, _ status: Status, _ new: Issue, _ county: County, on day: Day
  ) -> Ground {
    let agreements = new.own[county.fips] ?? []
    let days = agreements.compactMap(\.signingDay)
    let sources = [old.source, new.source]
    if let first = days.filter({ $0 > old.day && $0 <= day }).min() {
      return .settled(
        .yes, basis: "agreement", confidence: "high", sources: [new.source],
        detail: "signed on \(first), on ICE's list of \(new.day)")
    }
    if case .open(let reason) = status {
      return .unsettled(
        reason, sources: sources, detail: "not settled by ICE's list of \(old.day)")
    }
    if let differing = signed(county, by: day, after: old) { return differing }
    if days.count < agreements.count {
      return .unsettled(
        "signing date not known", sources: sources,
        detail: "not on ICE's list of \(old.day), on that of \(new.day)")
    }
    return .settled(
      .no, basis: "listed", confidence: "high", sources: sources,
      detail: "not on ICE's list of \(old.day), on that of \(new.day), signed later")
  }

  /// The days of the lists, the days after, and the day on which the newest says no more.
  var issueDays: [Day] {
    issues.flatMap { [$0.day, $0.day.next] }
      + (issues.last.map { [$0.day.adding(days: Self.graceDays + 1)] } ?? [])
  }

  /// The days on which an agency of a county signed, by any list.
  func signingDays(_ county: County) -> [Day] {
    issues.flatMap { ($0.own[county.fips] ?? []).compactMap(\.signingDay) }
  }
}
