// facility_years: how many people a facility held on average in a fiscal year.

internal import Tally

extension Schemas {
  static let facilityYears = RelationSchema(
    "facility_years", singular: "facility year",
    meaning: "a facility in a fiscal year, and how many people it held for ICE on an average day",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "the facility's code and the fiscal year"),
      Field(
        "facility", .link(to: "facilities"), label: "facility",
        meaning: "the facility; none where its code is not on the list of 2017-11-06"),
      Field("code", .text, label: "code", meaning: "ICE's code, or one made of state and name"),
      Field("name", .text, label: "name", meaning: "the name in that year's list"),
      Field("city", .text, label: "city", meaning: "the city in that year's list"),
      Field(
        "state_code", .text, label: "state as listed", meaning: "two letters; none outside the US"),
      Field(
        "fiscal_year", .date, label: "fiscal year",
        meaning: "October of the year before to September"
      ),
      Field(
        "average_population", .number, label: "average population",
        meaning: "the people held on an average day", unit: ("person", "people")),
      Field(
        "coverage", .category(["whole", "part"]), label: "coverage",
        meaning: "part where the fiscal year was not over when the numbers were made"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list"),
    ],
    shown: ["name", "state_code", "fiscal_year", "average_population"],
    caveat: "facility_years has no row for a year in which a facility of the list of 2017-11-06 "
      + "held nobody, and is not known to be complete from fiscal year 2019 on; fiscal years 2018 "
      + "and 2026 are part of a year: 2018 to 2017-11-06, and 2026 as far as it had gone",
    sources: ["ice-facilities-2017-11-06", "ice-facility-years"],
    timing: .dated(since: "fiscal_year", until: nil), licence: government)
}
