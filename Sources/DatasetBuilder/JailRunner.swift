// Whether an agency that signed for a jail runs the jail of its county.

/// Whether an agency that signed for a jail runs the jail of its county.
///
/// A sheriff is taken to run it, except where a law or the jail's own page says that somebody else
/// does or may. An agreement of the jail itself (a detention center, a prison, a county's
/// department of corrections) counts everywhere.
enum JailRunner {
  /// Whose jail an agency acts in.
  enum Jail: Equatable {
    /// The jail of its county, which it runs.
    case own
    /// Who runs the county's jail is not settled; the source says why.
    case notSettled(Source)
    /// None of the county's: a prosecutor, a constable, a police department.
    case none
  }

  /// The jail of an agency, by its name and its county.
  static func jail(of agency: Agency) -> Jail {
    guard AgencyName.runsJail(agency.name) else { return .none }
    guard agency.name.contains("Sheriff"),
      let source = doubtfulCounties[agency.county] ?? doubtfulStates[agency.state]
    else { return .own }
    return .notSettled(source)
  }

  /// States in which the law gives the county's jail to another office than the sheriff's, or
  /// leaves it to the county whom to give it to.
  static let doubtfulStates: [String: Source] = [
    "KY": kentucky, "NM": newMexico, "PA": pennsylvania,
  ]

  /// Counties elsewhere whose jail somebody else than the sheriff runs, by code.
  static let doubtfulCounties: [String: Source] = [
    "38011": northDakota,  // Bowman
    "38025": northDakota,  // Dunn
    "38075": renville,
    "45045": greenville,
  ]

  /// The numbered pages of who runs a jail.
  static let sources = [kentucky, newMexico, pennsylvania, northDakotaPaper, renville, greenville]

  /// Those that came later, each with a key of its own.
  static let laterSources = [northDakota]

  /// An elected jailer has the custody of the jail (Ky. Const. sec. 99, KRS 71.020). Section 105
  /// lets the legislature join the offices of jailer and sheriff in a county.
  private static let kentucky = Source(
    title: "OAG 83-380 (the jailer is in charge of the county's jail, KRS 71.020)",
    publisher: "Attorney General of Kentucky, by way of kyopengov.org", published: "1983",
    place: "https://kyopengov.org/law/ag/1983/oag-83-380")

  /// A board governs the jail in counties of the third to fifth class, smaller ones may choose it,
  /// and the sheriff's duty ends when a person is committed (61 Pa.C.S. 1731). Dated by Act 13 of
  /// 2022, the newest in the text.
  private static let pennsylvania = Source(
    title: "61 Pa.C.S. 1731 (board of inspectors of the jail or county prison)",
    publisher: "Pennsylvania General Assembly, by way of instalawyer.io", published: "2022-02-17",
    place: "https://instalawyer.io/laws/pennsylvania-consolidated-unconsolidated-statutes/"
      + "section-1731-establishment")

  /// Jails are under sheriffs, independent contractors or jail administrators whom the county
  /// hires. Dated by the newest act in the text, chapter 22 of 1984.
  private static let newMexico = Source(
    title: "NMSA 1978, 33-3-1 (common jails: sheriff, jail administrator or contractor)",
    publisher: "New Mexico Legislature, by way of getpocketlaw.com", published: "1984",
    place: "https://getpocketlaw.com/law/state_new_mexico/section-33-3-1-common-jails-operation-"
      + "by-sheriff-jail-administrator-or-independent-contractor_907e06a56d20")

  /// Bowman and Dunn are among the counties that made the center together.
  private static let northDakota = Source(
    title: "Southwest Multi-County Correction Center, Dickinson: inspection of 2019-05-07",
    publisher: "North Dakota Department of Corrections and Rehabilitation, by way of fdocuments.in",
    published: "2019",
    place: "https://fdocuments.in/document/"
      + "southwest-multi-county-correction-center-2019-"
      + "office-of-facility-inspections-facility.html",
    key: "north-dakota-southwest-jail-2019")

  /// The same of six of them, without a date. No answer rests on it; it keeps its number.
  private static let northDakotaPaper = Source(
    title: "Counties that own the Southwest Multi-County Correction Center, Dickinson",
    publisher: "Grand Forks Herald", published: "",
    place: "https://www.grandforksherald.com/newsmd/"
      + "new-england-prison-stakeholders-talk-budget-issues-with-north-dakota-lawmakers")

  /// The county's prisoners are held in the jail of Ward County, by contract.
  private static let renville = Source(
    title: "Ward County Jail renews its contracts, among them Renville County's",
    publisher: "KFYR", published: "2022-02-02",
    place: "https://www.kfyrtv.com/2022/02/02/ward-county-jail-renews-minot-contract/")

  /// The jail is a division of the county's Department of Public Safety. The page bears no date.
  private static let greenville = Source(
    title: "Greenville County Detention Center", publisher: "Greenville County, South Carolina",
    published: "", place: "https://greenvillecountysc.gov/DetentionCenter")
}
