// What an agency's name says about it: whose agency it is, and whether it runs a jail.

/// What an agency's name says about it: whose agency it is, and whether it runs a jail.
///
/// The name outranks the columns TYPE and COUNTY, which are hints that are sometimes wrong.
struct AgencyName {
  let geography: Geography

  /// What kind of government an agency belongs to.
  enum Kind: String { case county, municipality, state }

  /// What the name settles.
  enum Owner: Equatable {
    /// The agency of this county; the flag says whether its name had to be read as misspelt.
    case county(County, misspelt: Bool)
    /// A county's agency, or a joint agency of several, whose county the name does not settle.
    case unmatched
    /// A city, town, township, school or district.
    case municipality
    /// A state agency.
    case state
    /// An agency that may be this county's own: neither its name nor the list settles it.
    case unsettled(County)
  }

  /// Agencies of a county whose names do not carry the county's, by state and name.
  static let consolidated: [String: [String: String]] = [
    "FL": [
      "Jacksonville Sheriff's Office": "Duval County",
      "Miami-Dade Sheriff's Office": "Miami-Dade County",
      "Miami-Dade Corrections and Rehabilitation": "Miami-Dade County",
      "Miami Dade Sheriff's Office": "Miami-Dade County",
      "Miami Dade Corrections and Rehabilitation": "Miami-Dade County",
    ],
    "NV": ["Las Vegas Metropolitan Police Department": "Clark County"],
  ]

  /// Agencies that the list gives as one county's and whose names say that they are a district's,
  /// by state and name: whether it is the county's own is not settled, for that county alone.
  static let unsettled: [String: [String: String]] = [
    "OK": ["Office of The District Attorney - Eighth District": "Kay County"]
  ]

  /// Prosecutors and task forces of a judicial district, which spans counties: not a county's own.
  static let districts = ["Judicial District", "Judicial Distric ", "Judicial Circuit"]

  /// Words of an agency that runs a jail.
  static let jailWords = [
    "Sheriff", "Jail", "Prison", "Corrections", "Correctional", "Detention",
    "Criminal Justice Authority", "Las Vegas Metropolitan Police",
  ]

  /// Whose agency it is. `type` is the TYPE column, used where the name settles nothing.
  func owner(_ name: String, type: String, in state: String) -> Owner {
    if let county = Self.consolidated[state]?[name],
      let found = geography.county(county, in: state)
    {
      return .county(found, misspelt: false)
    }
    if let county = Self.unsettled[state]?[name], let found = geography.county(county, in: state) {
      return .unsettled(found)
    }
    if isDistrict(name) { return .state }
    if name.contains("Regional Jail Authority") || name.contains("District Jail") {
      return .unmatched
    }
    if name.contains("Regional Police") || name.contains("Police Authority") {
      return .municipality
    }
    if let found = leadingCounty(name, in: state) { return found }
    if type == "State Agency" || type.isEmpty && name.contains("Department of Corrections") {
      return .state
    }
    if isMunicipal(name) { return .municipality }
    return type == "County" ? .unmatched : .municipality
  }

  /// Boards that signed for the jail of their own department: the list of 2026-05-18 gives the same
  /// agreement, of the same model and day, as the board's Department of Corrections, Corrections or
  /// Detention Facility.
  static let jailBoards: Set<String> = [
    "Escambia County Board of County Commissioners", "Gulf County Board of County Commissioners",
    "Okaloosa County Board of County Commissioners", "Pasco County Board of County Commissioners",
  ]

  /// Whether an agency of that name can run a jail. A prosecutor, a constable and a county's police
  /// do not. `JailRunner` says where a sheriff may not.
  static func runsJail(_ name: String) -> Bool {
    jailWords.contains(where: name.contains) || jailBoards.contains(name)
  }

  private func isDistrict(_ name: String) -> Bool {
    Self.districts.contains(where: name.contains)
      || name.hasPrefix("Office of The District Attorney - ")
  }

  /// A city's police, marshal or constable, whatever TYPE says.
  private func isMunicipal(_ name: String) -> Bool {
    [
      "Police Department", "Police Departent", "Department of Public Safety", "Marshal's Office",
      "Constable", "Constbales", "Township",
    ].contains(where: name.contains)
  }

  /// The county with which the name begins: `Example County Sheriff's Office`, `County of Example /
  /// Example County Jail`, `Metropolitan Example County Sheriff's Office`.
  private func leadingCounty(_ name: String, in state: String) -> Owner? {
    var words = name.split(separator: " ").map(String.init)
    if words.starts(with: ["County", "of"]), let slash = words.firstIndex(of: "/") {
      words.removeSubrange(...slash)
    }
    if words.first == "Metropolitan" { words.removeFirst() }
    guard let end = words.firstIndex(where: { $0 == "County" || $0 == "Parish" }), end > 0 else {
      return nil
    }
    let county = words[...end].joined(separator: " ")
    let found = geography.county(county, in: state) ?? geography.county(spelt: county, in: state)
    if let found { return .county(found, misspelt: false) }
    let corrected = CountyCell.misspelt[state]?[county]
    let known = corrected.flatMap { geography.county($0, in: state) }
    return known.map { .county($0, misspelt: true) }
  }
}
