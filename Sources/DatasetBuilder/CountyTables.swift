// The tables of counties and of the grounds that their answers point to.

/// The tables of counties and of the grounds that their answers point to.
enum CountyTables {
  /// Both tables.
  static func tables(_ counties: [County], _ answers: CountyAnswers) throws -> [Table] {
    let grounds = counties.map(answers.grounds)
    let ids = Ground.numbered(grounds.joined())
    let columns = ["fips", "name", "state", "region", "population", "latitude", "longitude"]
    let rows = zip(counties, grounds).map { county, grounds in
      [
        county.fips, county.name, county.state, county.region, county.population,
        county.latitude, county.longitude,
      ] + grounds.map { ids[$0] ?? "" }
    }
    return [
      try Table("counties.csv", columns: columns + CountyAnswers.fields, rows: rows),
      try Ground.table(ids),
    ]
  }
}
