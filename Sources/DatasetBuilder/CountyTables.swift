// The tables of counties, of the histories of their answers, and of the grounds of these.

/// The tables of counties, of the histories of their answers, and of the grounds of these.
enum CountyTables {
  /// The three tables.
  static func tables(_ counties: [County], _ timelines: Timelines) throws -> [Table] {
    let histories = counties.map(timelines.timelines)
    let grounds = Ground.numbered(histories.joined().flatMap(\.pieces).map(\.ground))
    let ids = numbered(histories.joined(), grounds)
    let columns = ["fips", "name", "state", "region", "population", "latitude", "longitude"]
    let rows = zip(counties, histories).map { county, histories in
      [
        county.fips, county.name, county.state, county.region, county.population,
        county.latitude, county.longitude,
      ] + histories.map { ids[$0] ?? "" }
    }
    return [
      try Table("counties.csv", columns: columns + CountyAnswers.fields, rows: rows),
      try table(ids, grounds),
      try Ground.table(grounds),
    ]
  }

  /// Numbers the distinct histories by what they say.
  private static func numbered(
    _ all: some Sequence<Timeline>, _ grounds: [Ground: String]
  ) -> [Timeline: String] {
    let keyed = Set(all).map { timeline in
      (timeline, cells(timeline, grounds).map { $0.joined(separator: " ") }.joined(separator: ";"))
    }
    let sorted = keyed.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
    var ids: [Timeline: String] = [:]
    for (index, (timeline, _)) in sorted.enumerated() {
      let digits = String(index + 1)
      ids[timeline] = "T" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return ids
  }

  private static func cells(_ timeline: Timeline, _ grounds: [Ground: String]) -> [[String]] {
    timeline.pieces.map { [$0.since?.description ?? "", grounds[$0.ground] ?? ""] }
  }

  private static func table(
    _ ids: [Timeline: String], _ grounds: [Ground: String]
  ) throws -> Table {
    try Table(
      "timelines.csv", columns: ["id", "since", "ground"], key: 2,
      rows: ids.flatMap { timeline, id in cells(timeline, grounds).map { [id] + $0 } })
  }
}
