// facilities: the places where people could be held for ICE, on its list of 2017-11-06.

internal import Tally

extension Schemas {
  static let facilities = RelationSchema(
    "facilities", singular: "facility",
    meaning: "a facility on ICE's list of detention facilities of 2017-11-06",
    key: "code", title: "name", within: "state",
    fieldsLater: facilityPlace + facilityFields,
    links: [
      Link(
        "years", to: "facility_years", inverse: "facility", isComplete: false,
        meaning: "its fiscal years with people held")
    ],
    shown: ["code", "name", "city", "state", "type", "authorization"],
    locatedBy: ["county", "state"],
    caveat: "the list gives 207 facilities without name and place, all of type ORR (Office of "
      + "Refugee Resettlement); of the others, ICE wrote the type IGSA where it did not know it",
    sources: ["ice-facilities-2017-11-06"], timing: .list(of: listDay), licence: government)

  private static let listDay = Day(2017, 11, 6) ?? Day(number: 0)

  private static let facilityPlace = [
    Field(
      "code", .text, label: "code",
      meaning: "ICE's code; redacted-1 and so on for rows whose code was redacted"),
    Field("name", .text, label: "name", meaning: "the name in the list"),
    Field("city", .text, label: "city", meaning: "the city in the list"),
    Field(
      "county", .link(to: "counties"), label: "county",
      meaning: "the county that it lies in; unknown where the list's words settle none, none in a "
        + "territory", within: "state", candidates: "county_candidates"),
    Field("county_as_listed", .text, label: "county as listed", meaning: "the list's own words"),
    Field(
      "state", .link(to: "states"), label: "state",
      meaning: "the state that it lies in; none in a territory that states does not have"),
    Field("state_code", .text, label: "state as listed", meaning: "two letters, territories too"),
  ]

  private static let facilityFields = [
    Field(
      "type", .category(["igsa", "usms_iga", "orr", "bop", "cdf", "spc", "mirp", "other"]),
      label: "type",
      meaning: "igsa, an agreement with a state or local government; usms_iga, one of the Marshals "
        + "Service that ICE uses; orr, for the Office of Refugee Resettlement; bop, federal "
        + "prison; cdf, contract facility; spc, ICE's own; mirp and other as the list has them"),
    Field(
      "type_detailed",
      .category([
        "igsa", "digsa", "usms_iga", "usms_cdf", "orr", "bop", "cdf", "spc", "mirp", "hold",
        "hospital", "juvenile", "staging", "family", "other",
      ]), label: "detailed type", meaning: "the list's detailed type"),
    Field(
      "capacity", .number, label: "capacity",
      meaning: "the beds in the list; none where it says as needed", unit: ("bed", "beds")),
    Field(
      "held", .number, label: "held that day",
      meaning: "the people held for ICE on the day of the list", unit: ("person", "people")),
    Field("operator", .text, label: "operator", meaning: "who runs it, in the list's words"),
    Field("owner", .text, label: "owner", meaning: "who owns it, in the list's words"),
    Field(
      "authorization", .category(["authorized", "not_inspected", "use_prohibited"]),
      label: "authorization", meaning: "whether ICE had authorised its use"),
    Field("first_use", .date, label: "first use", meaning: "the first day of use by the list"),
    Field("last_use", .date, label: "last use", meaning: "the last day of use by the list"),
    Field(
      "contract_start", .date, label: "contract start",
      meaning: "the best known first day of its contract; unknown where the list gives none"),
    Field(
      "contract_end", .date, label: "contract end",
      meaning: "the best known last day of its contract; unknown where the list gives none"),
    Field("source", .link(to: "sources"), label: "source", meaning: "the list"),
  ]
}
