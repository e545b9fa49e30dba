// Makes the shipped tables of the raw files.

import Foundation

/// Makes the shipped tables of the raw files.
struct Build {
  let rawFolder: String
  let report: Report

  /// The day of the answers, and of the list of agreements.
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
    let list = AgreementList(
      geography: Geography(states: states, counties: counties), report: report, snapshot: day)
    let agreements = try list.agreements(try file(.agreements))
    let agencies = AgreementTables.distinct(agreements)
    let ruleFile = try file(.rules)
    let sources = try SourceList(
      SourceList.pages(of: ruleFile) + RawOrigin.all.compactMap(\.source)
        + SeedDocument.all.values.map(\.source),
      JailRunner.sources + [StateList.jailSource], OtherSources.all)
    let rules = StateRuleList(report: report, states: Set(states.map(\.code)))
      .rules(ruleFile, source: sources.id(at:))
    Coverage.check(rules, report: report)
    let answers = CountyAnswers(
      law: StateLaw(rules: rules), agreements: agreements, day: day,
      listSource: RawOrigin.agreements.source.map(sources.id) ?? unknown, source: sources.id)
    return try CountyTables.tables(counties, answers) + [
      StateList.table(states, with: agencies),
      AgreementTables.agencies(agencies),
      AgreementTables.agreements(agreements),
      StateRuleList.table(rules),
      FigureList(report: report).table(
        try file(.figures), source: sources.id,
        yearbook: YearbookList(report: report).rows(try file(.yearbook))),
      sources.table(),
      RawOrigin.manifest(raw),
    ]
      + OtherTables(
        geography: Geography(states: states, counties: counties), report: report, file: file,
        source: sources.id
      ).tables()
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
    RawOrigin.agreements.file: AgreementList.columns,
    RawOrigin.vintages.file: ["vintage", "fips", "name"],
    RawOrigin.population.file: ["fips", "pop_2018"],
    RawOrigin.centers.file: ["fips", "pclon10", "pclat10"],
    RawOrigin.states.file: ["fips", "postal", "name", "region", "division"],
    RawOrigin.rules.file: StateRuleList.columns,
    RawOrigin.figures.file: FigureList.columns,
  ].merging(OtherTables.columns) { first, _ in first }
}
