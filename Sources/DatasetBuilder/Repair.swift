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
  case countyFromCity = "county-from-city"
  case officialName = "official-county-name"
  case retiredCounty = "retired-county"
  case addedCounty = "added-county"
  case renumberedCentre = "renumbered-centre"
  case movedNote = "note-without-file-names"
  case wrongDivision = "wrong-division"
  case redactedCode = "redacted-code"
  case noCapacity = "no-fixed-capacity"
  case countyFromFacility = "county-from-facility-name"
  case settledFacility = "settled-facility"
  case facilityParts = "facility-parts"
  case madeCode = "made-facility-code"
  case consolidatedCounty = "consolidated-county"
  case cityIsCounty = "city-is-county"
  case swappedLevel = "swapped-level"
  case scannedPlace = "scanned-place"
  case scannedWord = "scanned-word"
  case spreadsheetMonth = "spreadsheet-month"
  case repeatedRow = "repeated-row"
  case statewideJails = "statewide-jails"
  case formerNeighbor = "neighbor-by-former-code"
  case splitNeighbor = "neighbor-of-split-county"
  case decadeRow = "decade-row"
  case thousandsComma = "thousands-comma"

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
    case .settledFacility: "takes a facility's county from a list where COUNTY is a mistake"
    case .countyFromCity: "takes a facility's county from the others of its city"
    case .officialName: "keeps the Census name where a code has two"
    case .retiredCounty: "drops a county that the 2020 list no longer has"
    case .addedCounty: "adds a county of the 2020 list that the raw file lacks"
    case .renumberedCentre: "takes the centre of a renumbered county from its former code"
    case .movedNote: "rewrites a note that names a raw file"
    case .wrongDivision: "puts a state into the Census division that it belongs to"
    case .redactedCode, .noCapacity, .facilityParts, .madeCode,
      .consolidatedCounty, .cityIsCounty, .swappedLevel, .scannedPlace, .scannedWord,
      .spreadsheetMonth, .repeatedRow, .statewideJails, .formerNeighbor, .splitNeighbor, .decadeRow,
      .thousandsComma:
      otherPurpose
    }
  }
}

/// What the repairs of the other relations do.
extension Repair {
  fileprivate var otherPurpose: String {
    switch self {
    case .redactedCode: "numbers the facilities whose code was redacted"
    case .noCapacity: "reads AS NEEDED as no fixed capacity"
    case .facilityParts: "adds two parts of one facility in one fiscal year"
    case .madeCode: "makes a code of state and name for a facility without one"
    case .consolidatedCounty: "writes a county that is one with its city as the Census does"
    case .cityIsCounty: "gives a city that is a county, or one government with it, that county"
    case .swappedLevel: "puts a city and its county back on their levels"
    case .scannedPlace: "corrects a place that a scanner misread, by a list"
    case .scannedWord: "corrects a word of a criterion that a scanner misread, by a list"
    case .spreadsheetMonth: "reads a spreadsheet's day as the month and year that it was made of"
    case .repeatedRow: "drops a row that repeats another cell by cell"
    case .statewideJails: "reads a row on every county jail of a state as the state's"
    case .formerNeighbor: "takes the neighbours of a county from its former code"
    case .splitNeighbor: "leaves open which part of a split county borders on a neighbour"
    case .decadeRow: "drops a decade's sum that stands beside its years"
    case .thousandsComma: "takes the commas out of a number"
    default: ""
    }
  }
}
