// How an announcement weighs against the law and a signed agreement.

/// How an announcement weighs against the law and a signed agreement.
extension CountyAnswers {
  /// For a year from its day an announcement speaks. A law in force that is newer outranks it;
  /// with an older law, or a signed agreement, it agrees or conflicts. When it speaks no more and
  /// nothing else does, it is the last thing known.
  func announced(
    _ field: String, _ county: County, _ ground: Ground, _ answer: LawAnswer, on day: Day
  ) -> Ground {
    let mine = announcements.filter {
      $0.county == county.fips && $0.field == field && $0.day <= day
    }
    guard let newest = mine.max(by: { $0.day < $1.day }) else { return ground }
    let sources = newest.sources.map(source)
    if day > newest.lastDay { return lapsed(newest, ground, sources) }
    if case .unsettled(let reason) = answer.outcome, Self.unclear.contains(reason) {
      return ground
    }
    if case .settled = answer.outcome, answer.rules.contains(where: { $0.from.last > newest.day }) {
      return with(ground, "superseded: \(newest.detail)", sources)
    }
    guard ground.value != unknown else { return alone(newest, ground, sources) }
    guard ground.value == newest.value.rawValue else {
      return Ground(
        value: unknown, reason: "conflicting", basis: "", confidence: "", rules: ground.rules,
        detail: Self.joined(ground.detail, newest.detail),
        sources: Set(ground.sources + sources).sorted())
    }
    let agreed = with(ground, newest.detail, sources)
    return Ground(
      value: agreed.value, reason: "", basis: agreed.basis + "+announced",
      confidence: agreed.confidence == "high" ? "high" : newest.confidence, rules: agreed.rules,
      detail: agreed.detail, sources: agreed.sources)
  }

  /// Nothing else settles the field: the announcement does, unless law and agreement already
  /// differ.
  private func alone(_ announcement: Announcement, _ ground: Ground, _ sources: [String]) -> Ground
  {
    if ground.reason == "law and agreement differ" {
      return with(ground, announcement.detail, sources)
    }
    return .settled(
      announcement.value, basis: "announced", confidence: announcement.confidence,
      sources: sources, detail: announcement.detail)
  }

  /// More than a year after its day it is the last thing known, where nothing else is.
  private func lapsed(
    _ announcement: Announcement, _ ground: Ground, _ sources: [String]
  ) -> Ground {
    let silent = ["no rule found", "not searched", "text not read", "rule not yet in force"]
    guard silent.contains(ground.reason) || ground.reason == "rule leaves it open" else {
      return ground
    }
    return Ground(
      value: unknown, reason: "last known \(announcement.value.rawValue) on \(announcement.day)",
      basis: "", confidence: "", rules: ground.rules,
      detail: Self.joined(ground.detail, announcement.detail),
      sources: Set(ground.sources + sources).sorted())
  }

  private func with(_ ground: Ground, _ detail: String, _ sources: [String]) -> Ground {
    Ground(
      value: ground.value, reason: ground.reason, basis: ground.basis,
      confidence: ground.confidence, rules: ground.rules,
      detail: Self.joined(ground.detail, detail), sources: Set(ground.sources + sources).sorted())
  }
}
