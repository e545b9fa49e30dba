// `why`: its counts against loops over listed rows, and the queries that it proposes.

import EnforcementData
import Testing

@testable import Tally

@Suite struct FunnelTests {
  private func funnel(_ asker: MadeAsker, _ query: String) throws -> Funnel {
    guard case .funnel(let funnel) = try asker.answer("why " + query).content else {
      throw MadeAskError.isNoFigure
    }
    return funnel
  }

  /// What must hold of every funnel: nothing is lost and nothing is counted twice.
  private func check(_ funnel: Funnel, _ asker: MadeAsker) throws {
    var rows = funnel.base
    for step in funnel.steps {
      #expect(step.kept + step.dropped + step.aside == rows, "\(step.condition)")
      rows = step.kept
    }
    #expect(funnel.aside == funnel.open + funnel.answeredNo)
    #expect(funnel.answeredNo >= 0)
    if funnel.figure.unit.kind == .count {
      #expect(funnel.figure.low == Double(rows))
      #expect(funnel.figure.high == Double(rows + funnel.open))
    }
    let split = funnel.figure.evidence?.unsettled.reduce(0) { $0 + $1.count }
    if let split { #expect(split == funnel.open) }
    guard !funnel.rowsQuery.isEmpty else { return }
    #expect(try asker.table(funnel.rowsQuery).matched == rows, "\(funnel.rowsQuery)")
    guard funnel.open > 0, !funnel.openQuery.isEmpty else { return }
    #expect(try asker.table(funnel.openQuery).matched == funnel.open, "\(funnel.openQuery)")
  }

  /// The rows of `MadeSmall`: alpha is yes, no, unknown, yes; beta is yes, no, yes, no; the state
  /// of the last is not known.
  @Test func smallOnesByHand() throws {
    let asker = try MadeAsker(MadeSmall.world)
    let both = try funnel(asker, "count counties where alpha and not beta")
    #expect(both.base == 4)
    #expect(both.steps.map(\.kept) == [2, 1])
    #expect(both.steps.map(\.dropped) == [1, 1])
    #expect(both.steps.map(\.aside) == [1, 0])
    #expect(both.open == 0 && both.answeredNo == 1)
    #expect(both.steps.map(\.words) == ["alpha is yes", "beta is no"])
    let placed = try funnel(asker, "count counties in ZZ where alpha")
    #expect(placed.base == 2 && placed.baseAside == 1)
    #expect(placed.steps.map(\.kept) == [1])
    #expect(placed.open == 1 && placed.answeredNo == 0)
  }

  @Test(
    arguments: [
      "count counties", "count counties where alpha", "count counties where beta and alpha",
      "count counties in ZZ where alpha", "count counties in YY where not alpha and people > 5",
      "list counties where (alpha or beta) and gamma", "count offices where county.alpha",
      "share where alpha among counties", "share where alpha among counties in ZZ",
      "share where beta among counties where alpha", "count counties with offices where alpha",
      "share where alpha among counties where beta and people > 5", "count offices of counties",
      "count counties without offices where not beta", "count (counties where alpha) where beta",
      "count counties where (alpha) is unknown and beta",
      "count counties where not (alpha and beta)",
      "share where (alpha or beta) and (gamma) among counties",
      "share where ((alpha) is unknown) or (beta and (gamma)) among counties where alpha",
    ])
  func countsAddUp(_ query: String) throws {
    let asker = try MadeAsker(MadeSmall.world)
    try check(try funnel(asker, query), asker)
  }

  @Test(
    arguments: [
      "count counties where detainers and not notify", "count counties in TX where inquiry",
      "share where detainers among counties in GA where notify",
      "count counties where not detainers and population > 100_000 and access_limited",
      "list counties in CA, NM with agreements where detainers | take 1",
      "count agencies where county.detainers and kind is county",
      "share where not notify among counties where detainers or inquiry",
    ])
  func countsOfTheRecordAddUp(_ query: String) throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    try check(try funnel(asker, query), asker)
  }

  /// The funnel worked out from the listed values alone, a row at a time.
  @Test func theRecordByAPlainLoop() throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    let rows = try asker.table("list counties | show fips, detainers, notify").rows
    var kept = 0
    var dropped = 0
    var aside = 0
    var second = (kept: 0, dropped: 0, aside: 0)
    var open = 0
    for row in rows {
      let (holds, tells) = (row[1], row[2])
      switch holds {
      case .answer(true):
        kept += 1
        if tells == .answer(false) { second.kept += 1 }
        if tells == .answer(true) { second.dropped += 1 }
        if case .unknown = tells { second.aside += 1 }
        if case .unknown = tells { open += 1 }
      case .answer(false): dropped += 1
      default:
        aside += 1
        if tells != .answer(true) { open += 1 }
      }
    }
    let funnel = try funnel(asker, "count counties where detainers and not notify")
    #expect(funnel.base == rows.count)
    #expect(funnel.steps.map(\.kept) == [kept, second.kept])
    #expect(funnel.steps.map(\.dropped) == [dropped, second.dropped])
    #expect(funnel.steps.map(\.aside) == [aside, second.aside])
    #expect(funnel.open == open)
  }

  @Test(
    arguments: [
      "count counties by state", "sum people of counties", "count counties union counties",
      "list counties | known only", "list counties | keep people > 1", "show counties",
      "top 2 counties by people", "count (counties where alpha) minus counties",
    ])
  func whatIsNoOneNumberIsRefused(_ query: String) throws {
    #expect(try MadeAsker(MadeSmall.world).codes("why " + query) == ["T442"])
  }

  /// Brackets inside a text are letters of it, and belong to no step.
  @Test(arguments: [
    ("name is \"x(\" and detainers", ["name is \"x(\"", "detainers"]),
    ("detainers and name is \"x)é\"", ["detainers", "name is \"x)é\""]),
    ("name is \"é(\" and (detainers) is unknown", ["name is \"é(\"", "(detainers) is unknown"]),
    (
      "(name is \"(\" or detainers) and not (notify and name is \"))\")",
      ["name is \"(\" or detainers", "not (notify and name is \"))\")"]
    ),
  ])
  func bracketsInTextsAreLetters(_ condition: String, _ steps: [String]) throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    let found = try funnel(asker, "count counties where " + condition)
    #expect(found.steps.map(\.condition) == steps)
    try check(found, asker)
  }

  @Test func theLineToRepeatIsQuotedForAShell() throws {
    let funnel = Funnel(
      question: "count counties where name is \"O'Example\"",
      figure: Example.figure(0, 0, base: 4), base: 4, unit: Example.counties)
    #expect(
      funnel.repeatLine == "tally -e 'count counties where name is \"O'\\''Example\"'")
  }
}
