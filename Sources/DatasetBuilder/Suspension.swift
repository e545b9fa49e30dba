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
  static let all: [Suspension] = [texas, florida].compactMap { $0 }

  /// Texas, SB 4: the District Court enjoined it on 2017-08-30, before it started. The Court of
  /// Appeals stayed most of that on 2017-09-25. All four rules of the act are taken to rest in
  /// between, since not every order's list of sections was read.
  private static let texas = between(
    Day(2017, 8, 30), Day(2017, 9, 25),
    rules: ["TX-detainers-1", "TX-notify-1", "TX-inquiry-1", "TX-resources-1"],
    sources: [injunction, stay])

  /// Florida, SB 168: the District Court enjoined the duty to use best efforts on 2021-09-21, and
  /// left the one on detainers standing. The Court of Appeals vacated that on 2023-04-13.
  private static let florida = between(
    Day(2021, 9, 21), Day(2023, 4, 13), rules: ["FL-resources-1"],
    sources: [bestEfforts, vacated])

  private static func between(
    _ from: Day?, _ to: Day?, rules: Set<String>, sources: [Source]
  ) -> Suspension? {
    guard let from, let to else { return nil }
    return Suspension(rules: rules, from: from, to: to, sources: sources)
  }

  private static let bestEfforts = Source(
    title: "Federal judge backs City of South Miami, blocks ban on sanctuary policies",
    publisher: "Florida Record", published: "2021-09",
    place: "https://flarecord.com/stories/"
      + "608785696-federal-judge-backs-city-of-south-miami-blocks-ban-on-sanctuary-policies",
    key: "florida-sb168-injunction-2021")

  private static let vacated = Source(
    title: "City of South Miami v. Governor of Florida, 65 F.4th 631 (11th Cir. 2023)",
    publisher: "US Court of Appeals for the Eleventh Circuit, by way of Casetext",
    published: "2023-04-13",
    place: "http://casetext.com/case/city-of-s-miami-v-governor-of-fla",
    key: "florida-sb168-vacated-2023")

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
