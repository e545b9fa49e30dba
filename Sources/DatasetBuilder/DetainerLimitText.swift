// What a criterion of ICE's list of detainer limits comes to, as one of four categories.

/// What a criterion of ICE's list of detainer limits comes to, as one of four categories. The
/// sentences themselves do not ship.
enum DetainerLimitText {
  /// The categories. `other` holds every criterion that the first three do not fit exactly: a
  /// warrant whose issuer is not said, probable cause, a payment, one of several.
  enum Category: String, CaseIterable {
    case declinesAll = "declines_all"
    case needsJudicialWarrant = "needs_judicial_warrant"
    case seriousOffencesOnly = "serious_offences_only"
    case other
  }

  /// Words of a criterion that looks at what a person did or is charged with.
  static let offences = [
    "convicted", "conviction", "felony", "murder", "indictable", "first- or second-degree crime",
  ]
  /// Words of a criterion that something else than a judge's warrant meets as well.
  static let alternatives = [
    "court order or", "or other", "order of deportation", "order of removal",
    "or criminal probable cause", "or with a warrant", "without review by a judge",
    "or if there is", "have a legitimate law enforcement purpose", "or some other form",
    "to the extent",
  ]
  /// Words of a judge's warrant or order.
  static let judges = ["judge", "judicial", "magistrate", "court order", "criminal warrant"]
  /// Words of any condition.
  static let conditions = ["unless", "without", "require", "pays", "except"]

  /// The category of a criterion in lower case.
  static func category(_ criterion: String) -> Category {
    if offences.contains(where: criterion.contains) { return .seriousOffencesOnly }
    if alternatives.contains(where: criterion.contains) { return .other }
    if judges.contains(where: criterion.contains) { return .needsJudicialWarrant }
    let declines = criterion.contains("not honor") || criterion.contains("not be honor")
    if declines, !conditions.contains(where: criterion.contains) { return .declinesAll }
    return .other
  }

  /// What a scanner read, and what was printed.
  static let scanned = [
    "waniant": "warrant", "wan-ant": "warrant", "unlessa": "unless a",
    "unlessshown": "unless shown", "detainerwithout": "detainer without", "approLd": "approval",
  ]
}
