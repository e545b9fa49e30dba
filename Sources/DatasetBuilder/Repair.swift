// The repairs that the builder knows, by name.

/// The repairs that the builder knows, by name. Whatever none of them covers is refused, or ships
/// as unknown; nothing is corrected in silence.
enum Repair: String, CaseIterable {
  case trimBlanks = "trim-blanks"
  case joinBlanks = "join-blanks"
  case straightApostrophe = "straight-apostrophe"
  case placeholderCounty = "placeholder-county"
  case countySpelling = "county-spelling"
  case countySuffix = "county-suffix"
  case misspeltCounty = "misspelt-county"
  case misspeltCountyInName = "misspelt-county-in-name"
  case countyFromName = "county-from-agency-name"
  case oneSheriff = "one-sheriff-per-county"
  case impossibleDate = "impossible-date"
  case missingSlash = "missing-slash"
  case countyFromFacility = "county-from-facility-name"
  case countyFromCity = "county-from-city"
  case officialName = "official-county-name"
  case retiredCounty = "retired-county"
  case addedCounty = "added-county"
  case renumberedCentre = "renumbered-centre"
  case movedNote = "note-without-file-names"
  case wrongDivision = "wrong-division"

  /// What the repair does, for DATA.md and for readers of the report.
  var purpose: String {
    switch self {
    case .trimBlanks: "takes blanks and line breaks off both ends of a cell"
    case .joinBlanks: "makes a run of blanks inside a cell one blank"
    case .straightApostrophe: "writes the curly apostrophe as the straight one"
    case .placeholderCounty: "reads #NA and N/A in COUNTY as not given"
    case .countySpelling: "writes a county as the Census does: Saint and St., DeKalb and Dekalb"
    case .countySuffix: "adds County or Parish where the state has one such county only"
    case .misspeltCounty: "corrects a county's name by the list of known misspellings"
    case .misspeltCountyInName: "reads a misspelt county in an agency's name by the same list"
    case .countyFromName: "takes the county from the agency's name where COUNTY does not give it"
    case .oneSheriff: "reads Sheriff's Office and Sheriff's Department of a county as one agency"
    case .impossibleDate: "makes a signing date unknown that cannot be"
    case .missingSlash: "reads month/day and year where the slash between them is missing"
    case .countyFromFacility: "takes a facility's county from its name"
    case .countyFromCity: "takes a facility's county from the others of its city"
    case .officialName: "keeps the Census name where a code has two"
    case .retiredCounty: "drops a county that the 2020 list no longer has"
    case .addedCounty: "adds a county of the 2020 list that the raw file lacks"
    case .renumberedCentre: "takes the centre of a renumbered county from its former code"
    case .movedNote: "rewrites a note that names a raw file"
    case .wrongDivision: "puts a state into the Census division that it belongs to"
    }
  }
}
