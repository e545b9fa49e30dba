// Lints: what each warns of on the embedded record, and what it leaves alone.

import EnforcementData
import Testing

@testable import Tally

@Suite struct LintTests {
  private let session: Session

  init() throws { session = Session(dataset: try EnforcementData.dataset()) }

  private func codes(_ text: String) -> [String] { session.lint(Source(text)).map(\.code) }

  @Test func everyLintHasItsOwnCodeAndItsExamples() {
    #expect(Lint.all.map(\.code) == (101...100 + Lint.all.count).map { "L\($0)" })
    for lint in Lint.all {
      #expect(codes(lint.wrong) == [lint.code], "\(lint.wrong)")
      #expect(codes(lint.right) == [], "\(lint.right)")
      #expect(!lint.reason.isEmpty && !lint.meaning.hasSuffix("."), "\(lint.code)")
    }
  }

  @Test(arguments: [
    "count counties where detainers", "count counties by notify", "list counties",
    "list counties | show name, reason.detainers", "count agreements",
    "count counties with agreements", "count counties where has at least 2 agreements",
    "share where detainers among counties", "sum population of counties where not detainers",
    "top 10 states by count of counties where detainers", "show county \"Cook, IL\"",
    "show county #17031", "list agreements of counties in TX", "why count counties where notify",
    "list counties in TX without agreements | show name | sort by name", "count facilities",
  ])
  func aQuestionWhoseAnswerChangesWantsADate(_ query: String) throws {
    let warnings = session.lint(Source(query))
    #expect(warnings.map(\.code) == ["L101"], "\(query)")
    let fix = try #require(warnings.first?.fixes.first, "\(query)")
    let pinned = fix.applied(to: Source(query))
    #expect(session.lint(Source(pinned)).isEmpty, "\(pinned)")
    #expect(session.check(Source(pinned)).allSatisfy { $0.severity != .error }, "\(pinned)")
  }

  /// The record ends on 2026-05-18, so that these periods are not over.
  @Test(arguments: [
    ("count counties as of 2026 where detainers", 1),
    ("count agreements across years 2025, 2026", 1),
    ("compare count counties where detainers from 2019 to 2026", 1),
    ("chart count agreements across years 2026, 2027", 2),
    ("define now as counties as of fy2026 where detainers\ncount now", 1),
  ])
  func aPeriodThatIsNotOverWantsADay(_ script: String, _ count: Int) throws {
    let warnings = session.lint(Source(script))
    #expect(warnings.map(\.code) == Array(repeating: "L101", count: count), "\(script)")
    let fix = try #require(warnings.last?.fixes.first, "\(script)")
    let mended = fix.applied(to: Source(script))
    #expect(session.lint(Source(mended)).count == count - 1, "\(mended)")
    #expect(mended.contains("2026-05-18"), "\(mended)")
  }

  @Test(arguments: [
    "count counties", "count counties where population > 1_000_000", "count states by region",
    "list counties in TX | show name, population | sort by name",
    "count counties as of 2024 where detainers", "count counties as of latest where detainers",
    "count counties across years 2024, 2025", "count counties where notify across years 2024, 2025",
    "count state_rules where effective_to is none", "list figures where value > 100_000",
    "count facts where field is \"detainers\"", "show detainers", "show fields of counties",
    "show relations", "check figures", "show figure F02", "show county \"Cook, IL\" as of 2024",
    "compare count counties where detainers from 2024 to 2025",
    "changes in detainers of counties in CA from 2024 to 2025", "_ | sort by name",
    "count _ where detainers",
    "param year = 2024\ncount counties as of $year where detainers",
    "define dated as counties as of 2024 where detainers\ncount dated",
    "nonsense and more of it",
  ])
  func aQuestionThatNoDateChangesWantsNone(_ query: String) {
    #expect(codes(query) == [], "\(query)")
  }

  @Test func aDefinitionCarriesItsDate() {
    let define = "define holds of counties as detainers\n"
    #expect(codes(define + "count counties where holds") == ["L101"])
    #expect(codes(define + "define both as counties where holds\ncount both") == ["L101"])
    #expect(codes(define + "count counties as of 2024 where holds") == [])
    #expect(codes("define big of counties as population > 5\ncount counties where big") == [])
  }

  @Test func datesThatDifferAreSaidOnceEach() {
    let first = "count counties as of 2024 where detainers\n"
    let second = "count counties as of 2025 where detainers\n"
    #expect(codes(first + first) == [])
    #expect(codes(first + second + first + second) == ["L102"])
    #expect(codes(first + "count counties as of 2024-12-31 where notify") == [])
    #expect(
      codes(first + "param now = 2024\ncount counties as of $now where notify") == [])
    #expect(
      codes(first + "param now = 2025\ncount counties as of $now where notify") == ["L102"])
    #expect(codes(first + "compare count counties where notify from 2020 to 2021") == [])
  }

  @Test func takeWantsASort() {
    #expect(codes("list states | take 5 | sort by name") == ["L103"])
    #expect(codes("list states | skip 5") == ["L103"])
    #expect(codes("count states by region | take 2") == ["L103"])
    #expect(codes("list states | show name | sort by name | take 5") == [])
    #expect(codes("top 5 counties by population | show name | take 2") == [])
    #expect(codes("_ | take 5") == [])
  }

  @Test func namesThatNothingUsesAreSaid() {
    #expect(codes("define a of counties as population > 5\ncount counties") == ["L104"])
    #expect(
      codes("define a(n) of counties as population > 5\ncount counties where a(1)") == ["L104"])
    #expect(codes("param n = 5\ncount counties") == ["L104"])
    #expect(codes("param n = 5\ncount counties where population > $n") == [])
    #expect(
      codes("param n = 5\ndefine a(n) of counties as population > $n\ncount counties where a(1)")
        == ["L104"])
    #expect(codes("define a of counties as population > 5\nparam n = 5") == [], "a file to include")
  }

  @Test func knownOnlyWantsAComment() {
    let query = "share where detainers among counties as of 2024"
    #expect(codes("\(query) | known only") == ["L105"])
    #expect(codes("\(query) | known only -- why") == [])
    #expect(codes("-- why\n\(query) | known only") == [])
    #expect(codes("-- why\n\n\(query) | known only") == ["L105"])
    #expect(codes("\(query)\n  -- why\n  | known only") == [])
    #expect(codes("-- why\n\(query)\n  | known only\n  | total") == [])
  }

  @Test func aFieldAskedTwiceIsSaid() {
    #expect(
      codes("count counties as of 2024 where (detainers and notify) or (detainers and inquiry)")
        == ["L106"])
    #expect(
      codes("share where detainers among counties as of 2024 where not detainers") == ["L106"])
  }

  @Test func formattingAddsNoWarning() {
    for lint in Lint.all {
      #expect(codes(Session.format(lint.wrong)) == [lint.code])
      #expect(codes(Session.format(lint.right)) == [])
    }
  }
}
