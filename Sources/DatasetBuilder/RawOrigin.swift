// Where a raw file comes from and under which terms its content ships.

import Tally

/// Where a raw file comes from and under which terms its content ships.
struct RawOrigin {
  let file: String
  let origin: String
  let revision: String
  let licence: String
  /// The source that rows made of this file name.
  let source: Source?
}

extension RawOrigin {
  static let repository = "GitHub, RelevantResearch/287g-DetentionData, "

  /// The list of agreements of 2026-05-18.
  static let agreements = RawOrigin(
    file: "agreements/287g-participating-2026-05-18.csv",
    origin: repository + "participatingAgencies/participatingAgencies05182026am.xlsx",
    revision: unknown,
    licence: "A list of US Immigration and Customs Enforcement: US government work",
    source: Source(
      title: "Participating agencies in the 287(g) program, 2026-05-18",
      publisher: "US Immigration and Customs Enforcement", published: "2026-05-18",
      place: repository + "participatingAgencies/participatingAgencies05182026am.xlsx",
      key: "ice-287g-2026-05-18"))

  /// The Census codes and names of counties.
  static let vintages = RawOrigin(
    file: "counties/county-vintages.csv",
    origin: "PyPI, addfips, addfips/data/counties_2000, _2010, _2015, _2020.csv",
    revision: "0.4.2",
    licence: "Codes and names of the US Census Bureau: public domain",
    source: Source(
      title: "County codes and names, vintages 2000 to 2020 (addfips 0.4.2)",
      publisher: "US Census Bureau, by way of PyPI", published: "2020",
      place: "package addfips 0.4.2, addfips/data/counties_2000.csv to counties_2020.csv",
      key: "census-counties-2020"))

  /// The Census estimates of population.
  static let population = RawOrigin(
    file: "counties/county-population-2010-2018.csv",
    origin: "GitHub, JieYingWu/COVID-19_US_County-level_Summaries, "
      + "raw_data/national/Demographics/PopulationEstimates.csv",
    revision: unknown,
    licence: "Census estimates published by the USDA Economic Research Service: public domain",
    source: Source(
      title: "Population estimates for counties, 2010 to 2018",
      publisher: "US Census Bureau, by way of the USDA Economic Research Service",
      published: "2019",
      place: "GitHub, JieYingWu/COVID-19_US_County-level_Summaries, "
        + "raw_data/national/Demographics/PopulationEstimates.csv",
      key: "census-population-2018"))

  /// The centres of population.
  static let centers = RawOrigin(
    file: "counties/county-centers.csv",
    origin: "GitHub, btskinner/spatial, data/county_centers.csv",
    revision: unknown,
    licence: "Centers of Population of the US Census Bureau: public domain",
    source: Source(
      title: "Centers of population of counties, 2000 and 2010",
      publisher: "US Census Bureau, by way of GitHub", published: unknown,
      place: "GitHub, btskinner/spatial, data/county_centers.csv",
      key: "census-centers-2010"))

  /// The states, their regions and divisions.
  static let states = RawOrigin(
    file: "counties/states.csv",
    origin: "PyPI, addfips 0.4.2; GitHub, btskinner/spatial, data/stcrosswalk.csv",
    revision: unknown,
    licence: "Codes, regions and divisions of the US Census Bureau: public domain",
    source: Source(
      title: "States, regions and divisions",
      publisher: "US Census Bureau, by way of GitHub", published: unknown,
      place: "GitHub, btskinner/spatial, data/stcrosswalk.csv",
      key: "census-states"))

  /// The rules of the states.
  static let rules = RawOrigin(
    file: "policies/state-rules.csv",
    origin: "compiled for this project from the pages in sources.csv",
    revision: unknown,
    licence: "Compiled for this project; facts with a source in each row",
    source: nil)

  /// The figures of five documents.
  static let figures = RawOrigin(
    file: "figures/seed-figures.csv",
    origin: "compiled for this project from the documents in sources.csv",
    revision: unknown,
    licence: "Compiled for this project; facts with a source in each row",
    source: nil)

  /// All raw files that the shipped tables are made of.
  static let all = first + olderLists + facilityFiles + others

  /// The files of the first version, whose sources are numbered first.
  static let first = [agreements, vintages, population, centers, states, rules, figures]

  /// The name of the file without its folder.
  var name: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// The table of raw files, with the hash of each as it was read.
  static func manifest(_ files: [String: RawFile]) throws -> Table {
    try Table(
      "manifest.csv", columns: ["file", "origin", "revision", "sha256", "licence"],
      rows: all.map { origin in
        let hash = files[origin.file].map { SHA256.hex($0.bytes) } ?? unknown
        return [origin.name, origin.origin, origin.revision, hash, origin.licence]
      })
  }
}
