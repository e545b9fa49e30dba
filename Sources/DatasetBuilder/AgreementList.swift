// Reads one list of 287(g) agreements that ICE published, complete for its day.

/// Reads one list of 287(g) agreements that ICE published, complete for its day.
struct AgreementList {
  let geography: Geography
  let report: Report
  let snapshot: Day

  /// The columns that every list has.
  static let oldColumns = ["STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "SIGNED", "MOA"]

  /// The columns that a list has since 2025.
  static let columns = oldColumns + ["TYPE", "COUNTY", "ADDENDUM"]

  /// The first list with TYPE and COUNTY is newer than this one, whose agencies speak by their
  /// names alone.
  static let lastWithoutTypes = Day(2025, 1, 22)

  private var hasTypes: Bool { Self.lastWithoutTypes.map { snapshot > $0 } ?? true }

  private static let types = ["County", "Municipality", "State Agency"]

  /// What MOA says: a link by its word or, in the oldest list, by its address.
  private static func document(_ cell: String) -> String? {
    cell == "link" || cell.hasPrefix("https://")
      ? "linked" : cell == "link pending" ? "pending" : nil
  }

  /// The agreements of the list, in its order.
  func agreements(_ file: RawFile) throws -> [Agreement] {
    let rows = oneSheriff(file.rows.compactMap(row))
    let groups = Dictionary(grouping: rows, by: { [$0.state, $0.name] })
    let agencies = groups.mapValues(agency)
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let agency = agencies[[row.state, row.name]] else { return nil }
      let agreement = agreement(row, agency)
      guard seen.insert(agreement.id).inserted else {
        report.refused("doubled-row", at: row.place, "\(row.name) has \(row.model.rawValue) twice")
        return nil
      }
      return agreement
    }
  }

  /// A row after the repairs that need no other row.
  struct Row {
    let place: Place
    let state: String
    var name: String
    let type: String
    let county: String
    let model: Agreement.Model
    let signed: String
    let document: String
  }

  /// Tidies a row, and refuses one whose state, type, model or document is none of those known.
  func row(_ raw: RawRow) -> Row? {
    let cells = CellRepairs(report: report)
    func tidy(_ column: String) -> String { cells.tidy(raw[column], at: raw.place) }
    func refuse(_ rule: String, _ column: String) -> Row? {
      report.refused(rule, at: raw.place, "\(column) is '\(raw[column])'")
      return nil
    }
    guard let state = geography.state(named: tidy("STATE")) else {
      return refuse("known-state", "STATE")
    }
    let type = hasTypes ? tidy("TYPE") : ""
    guard !hasTypes || Check.isOne(of: Self.types, type) else {
      return refuse("known-type", "TYPE")
    }
    guard let model = Agreement.Model(cell: tidy("SUPPORT TYPE")) else {
      return refuse("known-model", "SUPPORT TYPE")
    }
    guard let document = Self.document(tidy("MOA")) else {
      return refuse("known-document", "MOA")
    }
    let name = tidy("LAW ENFORCEMENT AGENCY")
    guard !name.isEmpty else { return refuse("named-agency", "LAW ENFORCEMENT AGENCY") }
    let signed = cells.slashed(tidy("SIGNED"), at: raw.place)
    return Row(
      place: raw.place, state: state.code, name: name, type: type,
      county: hasTypes ? tidy("COUNTY") : "", model: model, signed: signed, document: document)
  }

  /// Gives the `Sheriff's Department` of a county the name of its `Sheriff's Office` where the list
  /// has both: a county has one sheriff.
  func oneSheriff(_ rows: [Row]) -> [Row] {
    let names = Set(rows.map { $0.state + $0.name })
    return rows.map { row in
      guard row.name.hasSuffix(" County Sheriff's Department") else { return row }
      let office = row.name.replacing("Sheriff's Department", with: "Sheriff's Office")
      guard names.contains(row.state + office) else { return row }
      report.repaired(.oneSheriff, at: row.place, from: row.name, to: office)
      var merged = row
      merged.name = office
      return merged
    }
  }

  private func agreement(_ row: Row, _ agency: Agency) -> Agreement {
    var signed = row.signed
    if let fault = SigningDate.fault(signed, model: row.model, snapshot: snapshot) {
      report.repaired(.impossibleDate, at: row.place, from: signed, to: "\(unknown): \(fault)")
      signed = unknown
    }
    if agency.county != "", row.model.isInJail, agency.kind == .county,
      !AgencyName.runsJail(agency.name)
    {
      let detail = "\(agency.name) signed \(row.model.rawValue) but runs no jail by its name"
      report.contradiction("jail-model-without-jail", at: row.place, detail)
    }
    return Agreement(
      agency: agency, model: row.model, signed: signed, document: row.document,
      snapshot: snapshot)
  }

  private func agency(_ rows: [Row]) -> Agency {
    AgencyResolver(geography: geography, report: report, snapshot: snapshot).agency(rows)
  }
}
