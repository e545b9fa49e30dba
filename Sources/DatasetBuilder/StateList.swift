// The states that ship, and who runs their jails.

/// The states that ship, and who runs their jails.
struct StateList {
  let report: Report

  /// The states whose jails the state runs, so that a county has none of its own. West Virginia's
  /// jails are regional. The README of the state rules names them.
  static let jailSystems = [
    "AK": "state", "CT": "state", "DE": "state", "HI": "state", "RI": "state", "VT": "state",
    "WV": "regional",
  ]

  /// Where it is said who runs the jails.
  static let jailSource = Source(
    title: "State rules on local cooperation with ICE: notes on who runs the jails",
    publisher: "compiled for this project", published: "2026", place: "DATA.md of this project",
    key: "state-rules-notes")

  /// Pages on who runs the jails, for a county's answer: by who does.
  static let jailSources: [String: Source] = [
    "state": Source(
      title: "Hawaii 2016 (names the six states with a unified system of prisons and jails)",
      publisher: "National Institute of Corrections", published: "2016",
      place: "https://nicic.gov/resources/nic-library/state-statistics/2016/hawaii-2016",
      key: "nic-unified-systems-2016"),
    "regional": Source(
      title: "West Virginia Lawmakers Hear Concerns About Regional Jail Costs",
      publisher: "The Intelligencer", published: "2022-05",
      place: "https://www.theintelligencer.net/news/top-headlines/2022/05/"
        + "west-virginia-lawmakers-hear-concerns-about-regional-jail-costs/",
      key: "west-virginia-regional-jails-2022"),
  ]

  /// Whether a county of the state has a jail that it runs. Where the state or a regional authority
  /// of the state runs them, a rule on jails stays in `state_rules` and says nothing of a county.
  static func hasCountyJails(_ state: String) -> Bool { jailSystems[state] == nil }

  /// States that the raw file puts into another division than the Census Bureau does (Census
  /// Regions and Divisions of the United States: Oklahoma is West South Central).
  static let divisions = ["OK": "West South Central"]

  /// Every state and territory of the raw file.
  func states(_ file: RawFile) -> [State] {
    file.rows.compactMap { row in
      guard Check.isPostalCode(row["postal"]), row["fips"].utf8.count == 2 else {
        report.refused("state-code", at: row.place, "'\(row["postal"])', '\(row["fips"])'")
        return nil
      }
      return State(
        fips: row["fips"], code: row["postal"], name: row["name"], region: row["region"],
        division: division(row))
    }
  }

  private func division(_ row: RawRow) -> String {
    guard let right = Self.divisions[row["postal"]], right != row["division"] else {
      return row["division"]
    }
    report.repaired(.wrongDivision, at: row.place, from: row["division"], to: right)
    return right
  }

  /// The table: states with counties, and the territories that sign agreements.
  static func table(_ states: [State], with agencies: [Agency]) throws -> Table {
    let signed = Set(agencies.map(\.state))
    let rows = states.filter { $0.hasCounties || signed.contains($0.code) }.map { state in
      let jails = state.hasCounties ? jailSystems[state.code] ?? "county" : ""
      return [state.code, state.name, state.region, state.division, jails]
    }
    return try Table(
      "states.csv", columns: ["code", "name", "region", "division", "jail_system"], rows: rows)
  }
}
