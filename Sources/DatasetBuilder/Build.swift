// Makes the shipped tables of the raw files.

import Foundation

/// Makes the shipped tables of the raw files.
struct Build {
  let rawFolder: String
  let report: Report

  /// The last day of the answers, and of the newest list of agreements.
  static let snapshotDay = "2026-05-18"

  /// What the raw files say, read and repaired.
  struct Inputs {
    let files: [String: RawFile]
    let states: [State]
    let counties: [County]
    let agreements: [Agreement]
    let rules: [StateRule]
    let sources: SourceList
    let answers: CountyAnswers
  }

  /// All tables, or an error where a raw file is refused.
  func tables() throws -> [Table] {
    guard let day = Day(Self.snapshotDay) else {
      throw BuildError(file: "Build.swift", line: 0, reason: "\(Self.snapshotDay) is no day")
    }
    let inputs = try inputs()
    let agencies = AgreementTables.distinct(inputs.agreements)
    let timelines = Timelines(answers: inputs.answers, latest: day)
    return try CountyTables.tables(inputs.counties, timelines) + [
      FactTable(answers: inputs.answers, counties: inputs.counties).table(),
      StateList.table(inputs.states, with: agencies),
      AgreementTables.agencies(agencies),
      AgreementTables.agreements(inputs.agreements),
      StateRuleList.table(inputs.rules),
      FigureList(report: report).table(
        try Self.file(.figures, inputs.files), source: inputs.sources.id,
        yearbook: YearbookList(report: report).rows(try Self.file(.yearbook, inputs.files))),
      inputs.sources.table(),
      RawOrigin.manifest(inputs.files),
    ]
      + OtherTables(
        geography: Geography(states: inputs.states, counties: inputs.counties), report: report,
        file: { try Self.file($0, inputs.files) }, source: inputs.sources.id
      ).tables()
  }

  /// Reads every raw file.
  func inputs() throws -> Inputs {
    let raw = try files()
    func file(_ origin: RawOrigin) throws -> RawFile { try Self.file(origin, raw) }
    let states = StateList(report: report).states(try file(.states))
    let counties = CountyList(report: report).counties(
      vintages: try file(.vintages), population: try file(.population),
      centers: try file(.centers), states: states)
    let geography = Geography(states: states, counties: counties)
    let issues = try AgreementTables.lists.map { origin, day in
      let list = AgreementList(geography: geography, report: report, snapshot: day)
      return (day, try list.agreements(try file(origin)))
    }
    let sources = try sources(try file(.rules))
    SourceDates.check(try file(.rules), report: report)
    let rules = StateRuleList(report: report, states: Set(states.map(\.code)))
      .rules(try file(.rules), source: sources.id(at:))
    Coverage.check(rules, report: report)
    let facilities = FacilityList(geography: geography, report: report)
      .facilities(try file(.facilities))
    let years = FacilityYears(geography: geography, report: report)
      .years(try file(.facilityYears), facilities: facilities)
    let series = AgreementSeries(
      issues: issues.map { .init(day: $0, source: AgreementTables.source($0), agreements: $1) })
    let answers = CountyAnswers(
      law: StateLaw(rules: rules), series: series,
      contracts: ContractRecord(facilities: facilities, years: years),
      announcements: Announcement.all, source: sources.id)
    return Inputs(
      files: raw, states: states, counties: counties, agreements: issues.flatMap(\.1),
      rules: rules, sources: sources, answers: answers)
  }

  /// The sources, in groups, so that those of a later version do not renumber the others.
  private func sources(_ rules: RawFile) throws -> SourceList {
    try SourceList(
      SourceList.pages(of: rules) + RawOrigin.first.compactMap(\.source)
        + SeedDocument.all.values.map(\.source),
      JailRunner.sources + [StateList.jailSource],
      (RawOrigin.olderLists + RawOrigin.facilityFiles).compactMap(\.source)
        + Suspension.all.flatMap(\.sources) + Announcement.all.flatMap(\.sources)
        + ReachesAgreements.all.values + JailRunner.laterSources
        + [Constables.source] + StateList.jailSources.values, OtherSources.all)
  }

  private static func file(_ origin: RawOrigin, _ files: [String: RawFile]) throws -> RawFile {
    guard let file = files[origin.file] else {
      throw BuildError(file: origin.file, line: 0, reason: "was not read")
    }
    return file
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
    RawOrigin.agreements.file: AgreementList.columns,
    RawOrigin.facilities.file: FacilityList.columns,
    RawOrigin.facilityYears.file: FacilityYears.columns,
    RawOrigin.vintages.file: ["vintage", "fips", "name"],
    RawOrigin.population.file: ["fips", "pop_2018"],
    RawOrigin.centers.file: ["fips", "pclon10", "pclat10"],
    RawOrigin.states.file: ["fips", "postal", "name", "region", "division"],
    RawOrigin.rules.file: StateRuleList.columns,
    RawOrigin.figures.file: FigureList.columns,
  ].merging(OtherTables.columns) { $0 + $1 }
}
