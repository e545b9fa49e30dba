// Makes the shipped tables of the raw files.

import Foundation

/// Makes the shipped tables of the raw files.
struct Build {
  let rawFolder: String
  let report: Report

  /// The last day of the answers, and of the newest list of agreements.
  static let snapshotDay = "2026-05-18"

  /// All tables, or an error where a raw file is refused.
  func tables() throws -> [Table] {
    let raw = try files()
    func file(_ origin: RawOrigin) throws -> RawFile {
      guard let file = raw[origin.file] else {
        throw BuildError(file: origin.file, line: 0, reason: "was not read")
      }
      return file
    }
    guard let day = Day(Self.snapshotDay) else {
      throw BuildError(file: "Build.swift", line: 0, reason: "\(Self.snapshotDay) is no day")
    }
    let states = StateList(report: report).states(try file(.states))
    let counties = CountyList(report: report).counties(
      vintages: try file(.vintages), population: try file(.population),
      centers: try file(.centers), states: states)
    let geography = Geography(states: states, counties: counties)
    let issues = try AgreementTables.lists.map { origin, day in
      let list = AgreementList(geography: geography, report: report, snapshot: day)
      return (day, try list.agreements(try file(origin)))
    }
    let agreements = issues.flatMap(\.1)
    let agencies = AgreementTables.distinct(agreements)
    let ruleFile = try file(.rules)
    let sources = try SourceList(
      SourceList.pages(of: ruleFile) + RawOrigin.first.compactMap(\.source)
        + SeedDocument.all.values.map(\.source),
      JailRunner.sources + [StateList.jailSource],
      ((RawOrigin.olderLists + RawOrigin.facilityFiles).compactMap(\.source)
        + Suspension.all.flatMap(\.sources) + Announcement.all.flatMap(\.sources)))
    let rules = StateRuleList(report: report, states: Set(states.map(\.code)))
      .rules(ruleFile, source: sources.id(at:))
    Coverage.check(rules, report: report)
    let facilities = FacilityList(geography: geography, report: report)
      .facilities(try file(.facilities))
    let years = FacilityYears(geography: geography, report: report)
      .years(try file(.facilityYears), facilities: facilities)
    let answers = CountyAnswers(
      law: StateLaw(rules: rules),
      series: AgreementSeries(
        issues: issues.map {
          .init(day: $0, source: AgreementTables.source($0), agreements: $1)
        }),
      contracts: ContractRecord(facilities: facilities, years: years),
      announcements: Announcement.all, source: sources.id)
    let timelines = Timelines(answers: answers, latest: day)
    return try CountyTables.tables(counties, timelines) + [
      FactTable(answers: answers, counties: counties).table(),
      StateList.table(states, with: agencies),
      AgreementTables.agencies(agencies),
      AgreementTables.agreements(agreements),
      StateRuleList.table(rules),
      FigureList(report: report).table(try file(.figures), source: sources.id),
      sources.table(),
      RawOrigin.manifest(raw),
    ]
  }

  private func files() throws -> [String: RawFile] {
    var files: [String: RawFile] = [:]
    for origin in RawOrigin.all {
      let columns = Self.columns[origin.file] ?? []
      files[origin.file] = try RawFile.read(origin.file, in: rawFolder, columns: columns)
    }
    return files
  }

  private static let columns = [
    RawOrigin.agreements202501.file: AgreementList.oldColumns,
    RawOrigin.agreements202507.file: AgreementList.columns,
    RawOrigin.facilities.file: FacilityList.columns,
    RawOrigin.facilityYears.file: FacilityYears.columns,
    RawOrigin.agreements.file: AgreementList.columns,
    RawOrigin.vintages.file: ["vintage", "fips", "name"],
    RawOrigin.population.file: ["fips", "pop_2018"],
    RawOrigin.centers.file: ["fips", "pclon10", "pclat10"],
    RawOrigin.states.file: ["fips", "postal", "name", "region", "division"],
    RawOrigin.rules.file: StateRuleList.columns,
    RawOrigin.figures.file: FigureList.columns,
  ]
}
