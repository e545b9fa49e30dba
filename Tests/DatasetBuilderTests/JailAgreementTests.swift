// Tests: What the agreements for jails say between the lists.

import Testing

@testable import DatasetBuilder

@Suite("Agreements for a jail")
struct JailAgreementTests {
  private typealias Lists = AgreementSeriesTests

  private func detainers(
    _ series: AgreementSeries, _ day: String, _ rules: [[String: String]] = [],
    reaching: Set<String> = []
  ) throws -> Ground {
    var answers = CountyAnswers(law: StateLaw(rules: Samples.rules(rules)), series: series)
    answers.reaching = reaching
    return answers.ground("detainers", Samples.counties[0], on: try Samples.day(day))
  }

  @Test("yes on both lists and in between; from the day of signing where it joined")
  func yes() throws {
    let both = try Lists.series([Lists.row("2020-06-01")], [Lists.row("2020-06-01")])
    #expect(try detainers(both, "2025-01-21").reason == "no rule found")
    #expect(try detainers(both, "2025-04-01").value == "yes")
    #expect(try detainers(both, "2025-04-01").basis == "agreement")
    let joined = try Lists.series([], [Lists.row("2025-03-10")])
    #expect(try detainers(joined, "2025-03-09").reason == "no rule found")
    #expect(try detainers(joined, "2025-03-10").value == "yes")
  }

  @Test("no value while the document is pending, even when the next list has it")
  func pending() throws {
    let series = try Lists.series(
      [], [Lists.row("2025-03-10", document: "link pending")], [Lists.row("2025-03-10")])
    #expect(try detainers(series, "2025-07-18").reason == "no rule found")
    #expect(try detainers(series, "2025-12-01").reason == "no rule found")
    #expect(try detainers(series, "2026-05-18").value == "yes")
  }

  @Test("an agreement speaks where a rule that can only agree may have started")
  func mayHaveStarted() throws {
    let both = try Lists.series([Lists.row("2020-06-01")], [Lists.row("2020-06-01")])
    let agreeing = ["effective_from": "2025"]
    #expect(try detainers(both, "2025-04-01", [agreeing]).value == "yes")
    #expect(try detainers(both, "2025-04-01", [agreeing]).basis == "agreement")
    let differing = ["effective_from": "2025", "county_value": "no"]
    let reason = "start not known to the day"
    #expect(try detainers(both, "2025-04-01", [differing]).reason == reason)
    #expect(try detainers(both, "2025-04-01", [agreeing, differing]).reason == reason)
  }

  @Test("a board signs for its jail where a later list names its corrections")
  func boards() {
    #expect(AgencyName.runsJail("Pasco County Board of County Commissioners"))
    #expect(!AgencyName.runsJail("Example County Board of County Commissioners"))
  }

  @Test("left: last known, until a list lacks it; then the law alone speaks")
  func left() throws {
    let series = try Lists.series([Lists.row("2020-06-01")], [])
    #expect(try detainers(series, "2025-04-01").reason == "last known yes on 2025-01-22")
    #expect(try detainers(series, "2025-07-18").reason == "no rule found")
    #expect(try detainers(series, "2025-04-01", [[:]]).basis == "law")
    let task = try Lists.series([], [Lists.row("2025-03-10", model: "Task Force Model")])
    #expect(try detainers(task, "2025-07-18").reason == "no rule found")
  }

  @Test("more than thirty days after the newest list it is the last thing known")
  func stale() throws {
    let series = try Lists.series([], [], [Lists.row("2025-09-01")])
    #expect(try detainers(series, "2026-06-17").value == "yes")
    #expect(try detainers(series, "2026-06-18").reason == "last known yes on 2026-05-18")
  }

  @Test("a date that cannot be gives no day from which it holds")
  func date() throws {
    let series = try Lists.series([], [Lists.row("5025-07-07")])
    #expect(try detainers(series, "2025-04-01").reason == "signing date not known")
    #expect(try detainers(series, "2025-07-18").value == "yes")
  }

  @Test("law and agreement that differ: unknown, unless the rule is known to reach agreements")
  func reaching() throws {
    let series = try Lists.series([Lists.row("2020-06-01")], [Lists.row("2020-06-01")])
    let bar = ["county_value": "no"]
    #expect(try detainers(series, "2025-04-01", [bar]).reason == "law and agreement differ")
    let reached = try detainers(series, "2025-04-01", [bar], reaching: ["ZZ-detainers-1"])
    #expect(reached.value == "no")
    #expect(reached.basis == "law")
  }

  @Test("no rule reaches agreements while no page says so, and a rule of the table must exist")
  func sourced() {
    #expect(ReachesAgreements.all.isEmpty)
    let series = AgreementSeries(issues: [])
    #expect(CountyAnswers(law: StateLaw(rules: []), series: series).reaching.isEmpty)
    let report = Report()
    let named = Source(title: "An example", publisher: "Example", published: "", place: "")
    Coverage.checkTables([], reaching: ["ZZ-detainers-1": named], report: report)
    let missing = report.of(.refusal).map(\.detail)
    #expect(missing.contains("no rule ZZ-detainers-1"))
    #expect(missing.contains("ZZ-detainers-1 has no source with title and place"))
  }
}
