// The times in which a court kept a state's rule from being applied.

/// The times in which a court kept a state's rule from being applied. The file of state rules has
/// no column for them, so they stand here, each with its sources; what has no source is not here.
struct Suspension {
  let rules: Set<String>
  /// The first and the last day, both of them suspended.
  let from: Day
  let to: Day
  let sources: [Source]

  /// Every known suspension.
  ///
  /// Texas, SB 4: the District Court enjoined it on 2017-08-30, before it started. The Court of
  /// Appeals stayed most of that on 2017-09-25. All four rules of the act are taken to rest in
  /// between, since not every order's list of sections was read.
  static let all: [Suspension] = texas.map { [$0] } ?? []

  private static let texas = Day(2017, 8, 30).flatMap { from in
    Day(2017, 9, 25).map { to in
      Suspension(
        rules: ["TX-detainers-1", "TX-notify-1", "TX-inquiry-1", "TX-resources-1"],
        from: from, to: to, sources: [injunction, stay])
    }
  }

  private static let injunction = Source(
    title: "Attorney General asks for a stay of the injunction of 30 August against Senate Bill 4",
    publisher: "Attorney General of Texas", published: "2017-09",
    place: "https://texasattorneygeneral.gov/es/node/7761", key: "texas-sb4-injunction-2017")

  private static let stay = Source(
    title: "City of El Cenizo v. Texas, No. 17-50762 (5th Cir.), order on the stay",
    publisher: "US Court of Appeals for the Fifth Circuit, by way of DocumentCloud",
    published: "2017-09-25",
    place: "https://assets.documentcloud.org/documents/4059940/17-50762-Documents.txt",
    key: "texas-sb4-stay-2017")

  /// Whether a rule is suspended on a day.
  static func holds(_ rule: StateRule, on day: Day, all: [Suspension] = all) -> Bool {
    all.contains { $0.rules.contains(rule.id) && $0.from <= day && day <= $0.to }
  }

  /// The suspensions of a rule.
  static func of(_ rule: StateRule) -> [Suspension] {
    all.filter { $0.rules.contains(rule.id) }
  }
}

/// Rules that are known to reach agreements that counties have signed, so that the law stands where
/// the two differ: the rule and the source that says so.
///
/// The table is empty. No page was found which says that a bar on holding people for ICE ends or
/// overrides a signed agreement; those that bar agreements themselves leave no county with one.
enum ReachesAgreements {
  /// The rules, by id, with the source.
  static let all: [String: Source] = [:]
}
