// Which codes of counties changed from 2000 on, and what became of them.

/// Which codes of counties changed from 2000 on, and what became of them.
struct Crosswalk {
  let counties: Set<String>
  let report: Report

  /// What became of a code.
  enum Change: String, CaseIterable { case renumbered, merged, split, created, replaced }

  /// One change: the former code, the code after it, and since when.
  struct Row {
    let old: String
    let new: String
    let change: Change
    let since: String
    let note: String
  }

  /// The table. A code of the raw list of vintages that came or went must have its row.
  func table(_ vintages: RawFile) throws -> Table {
    checkCovered(vintages)
    let rows = Self.rows.map { row in
      [
        [row.old, row.new].filter { !$0.isEmpty }.joined(separator: "-"), row.old, row.new,
        counties.contains(row.new) ? row.new : "", row.change.rawValue, row.since, row.note,
        OtherSources.countyChanges.key ?? unknown,
      ]
    }
    return try Table(
      "crosswalk.csv",
      columns: ["id", "old", "new", "county", "change", "since", "note", "source"], rows: rows)
  }

  private func checkCovered(_ file: RawFile) {
    var lists: [String: Set<String>] = [:]
    var places: [String: Place] = [:]
    for row in file.rows where row["fips"] < "57" {
      lists[row["vintage"], default: []].insert(row["fips"])
      places[row["fips"]] = row.place
    }
    let all = lists.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let named = Set(Self.rows.flatMap { [$0.old, $0.new] })
    for code in all.subtracting(named).sorted() {
      guard !lists.values.allSatisfy({ $0.contains(code) }) || !counties.contains(code) else {
        continue
      }
      let place = places[code] ?? Place(file: file.name, line: 1)
      report.refused("covered-change", at: place, "\(code) came or went and has no row")
    }
  }

  private static let regions =
    "Nine planning regions (09110 to 09190) replaced the eight counties; they do not nest"

  /// The changes. The days are those of the Census Bureau's list of changes.
  static let rows =
    [
      Row(
        old: "46113", new: "46102", change: .renumbered, since: "2015-05-01",
        note: "Shannon County became Oglala Lakota County"),
      Row(
        old: "02270", new: "02158", change: .renumbered, since: "2015-07-01",
        note: "Wade Hampton Census Area became Kusilvak Census Area"),
      Row(
        old: "51560", new: "51005", change: .merged, since: "2001-07-01",
        note: "The city of Clifton Forge became a town of Alleghany County"),
      Row(
        old: "51515", new: "51019", change: .merged, since: "2013-07-01",
        note: "The city of Bedford became a town of Bedford County"),
      Row(
        old: "02261", new: "02063", change: .split, since: "2019-01-02",
        note: "Valdez-Cordova Census Area became Chugach and Copper River Census Areas"),
      Row(
        old: "02261", new: "02066", change: .split, since: "2019-01-02",
        note: "Valdez-Cordova Census Area became Chugach and Copper River Census Areas"),
      Row(
        old: "02232", new: "02230", change: .split, since: "2007-06-20",
        note: "Skagway left Skagway-Hoonah-Angoon Census Area"),
      Row(
        old: "02232", new: "02105", change: .split, since: "2007-06-20",
        note: "The rest of Skagway-Hoonah-Angoon became Hoonah-Angoon Census Area"),
      Row(
        old: "02280", new: "02275", change: .split, since: "2008-06-01",
        note: "Wrangell left Wrangell-Petersburg Census Area"),
      Row(
        old: "02280", new: "02195", change: .split, since: "2008-06-01",
        note: "Petersburg Census Area, a borough since January 2013"),
      Row(
        old: "02201", new: "02198", change: .split, since: "2008",
        note: "Prince of Wales-Outer Ketchikan became Prince of Wales-Hyder, and lost land to "
          + "Ketchikan Gateway Borough and Wrangell"),
      Row(
        old: "02201", new: "02130", change: .split, since: "2008",
        note: "Part of Prince of Wales-Outer Ketchikan went to Ketchikan Gateway Borough"),
      Row(
        old: "", new: "08014", change: .created, since: "2001-11-15",
        note: "Broomfield County was made of parts of Adams, Boulder, Jefferson and Weld Counties"),
    ]
    + ["09001", "09003", "09005", "09007", "09009", "09011", "09013", "09015"].map {
      Row(old: $0, new: "", change: .replaced, since: "2022", note: regions)
    }
}
