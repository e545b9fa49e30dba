// Where the older lists of agreements and the lists of facilities come from.

/// Where the older lists of agreements and the lists of facilities come from.
extension RawOrigin {
  /// The keys of the sources of facilities.
  static let facilitiesKey = "ice-facilities-2017-11-06"
  static let facilityYearsKey = "ice-facility-years"

  /// The list of agreements of 2025-01-22.
  static let agreements202501 = list(
    "2025-01-22",
    origin: repository
      + "After 1st jan/before feb 20/ParticipatingEntities-20250122000249.xlsx")

  /// The list of agreements of 2025-07-18.
  static let agreements202507 = list(
    "2025-07-18",
    origin: "GitHub, appelson/Tracking_287g, "
      + "sheets/sheets_20250719_151637/participatingAgencies07182025pm.xlsx")

  /// The lists before the newest, oldest first.
  static let olderLists = [agreements202501, agreements202507]

  private static func list(_ day: String, origin: String) -> RawOrigin {
    RawOrigin(
      file: "agreements/287g-participating-\(day).csv", origin: origin, revision: unknown,
      licence: "A list of US Immigration and Customs Enforcement: US government work",
      source: Source(
        title: "Participating agencies in the 287(g) program, \(day)",
        publisher: "US Immigration and Customs Enforcement", published: day, place: origin,
        key: "ice-287g-\(day)"))
  }

  /// The list of facilities of 2017-11-06.
  static let facilities = RawOrigin(
    file: "detention/facilities-2017-11.csv",
    origin: "GitHub, UWCHR/ice-facilities, import/input/ICE_Facility_List_11-06-2017-web.xlsx",
    revision: unknown,
    licence: "A list of US Immigration and Customs Enforcement, released under the Freedom of "
      + "Information Act: US government work",
    source: Source(
      title: "ICE Facility List, 2017-11-06",
      publisher: "US Immigration and Customs Enforcement", published: "2017-11-06",
      place: "GitHub, UWCHR/ice-facilities, import/input/ICE_Facility_List_11-06-2017-web.xlsx",
      key: facilitiesKey))

  /// The facilities by fiscal year.
  static let facilityYears = RawOrigin(
    file: "detention/facility-fiscal-year-2010-2026.csv",
    origin: "GitHub, CarwilB/ice-detention, data/facilities_panel.csv",
    revision: "8895dec7a11778cd8c3f56dee3c397b7c19681f3",
    licence: "Code, name, place and average daily population as the sheets of US Immigration and "
      + "Customs Enforcement give them: US government work; the compiler's own columns do not ship",
    source: Source(
      title: "Detention facilities by fiscal year, 2010 to 2026",
      publisher: "US Immigration and Customs Enforcement, by way of GitHub", published: "2026",
      place: "GitHub, CarwilB/ice-detention, data/facilities_panel.csv", key: facilityYearsKey))

  /// The lists of facilities.
  static let facilityFiles = [facilities, facilityYears]
}
