// Cities of the Homeland Security list that are counties themselves, or one government with theirs.

/// Cities of the Homeland Security list that are counties themselves, or one government with
/// theirs. An entry that names one of them names its county, so that no *no* may stand there.
///
/// New York City is not among them: it is five counties, and one entry can name one county only.
struct ListedCity: Equatable {
  /// The county as the Census names it.
  let county: String
  /// Why the entry names it.
  let reason: String

  private static func independent(_ city: String, _ state: String) -> ListedCity {
    ListedCity(county: city + " city", reason: "an independent city of \(state), in no county")
  }

  private static func virginia(_ names: [String]) -> [String: ListedCity] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, independent($0, "Virginia")) })
  }

  /// The cities, by state and as the list names them.
  static let all: [String: [String: ListedCity]] = [
    "AK": [
      "City of Anchorage": ListedCity(
        county: "Anchorage Municipality",
        reason: "the city and the borough became one municipality in 1975")
    ],
    "CA": [
      "San Francisco": ListedCity(
        county: "San Francisco County", reason: "one City and County since 1856")
    ],
    "CO": [
      "Denver": ListedCity(county: "Denver County", reason: "one City and County since 1902")
    ],
    "DC": [
      "District of Columbia": ListedCity(
        county: "District of Columbia", reason: "the District is counted as one county")
    ],
    "GA": [
      "Athens": ListedCity(
        county: "Clarke County", reason: "one government of city and county since 1991")
    ],
    "HI": [
      "City of Honolulu": ListedCity(
        county: "Honolulu County", reason: "one City and County")
    ],
    "KY": [
      "Louisville": ListedCity(
        county: "Jefferson County", reason: "one metro government of city and county since 2003")
    ],
    "LA": [
      "New Orleans/Orleans (Parish)": ListedCity(
        county: "Orleans Parish", reason: "the city and the parish are the same land")
    ],
    "MD": ["Baltimore City": independent("Baltimore", "Maryland")],
    "PA": [
      "Philadelphia": ListedCity(
        county: "Philadelphia County",
        reason: "the same land since 1854, and one government")
    ],
    "TN": [
      "Nashville": ListedCity(
        county: "Davidson County", reason: "one metro government of city and county since 1963")
    ],
    "VA": virginia([
      "Alexandria", "Charlottesville", "Hampton", "Lynchburg", "Manassas", "Martinsville",
      "Newport News", "Portsmouth", "Richmond", "Virginia Beach",
    ]),
  ]
}
