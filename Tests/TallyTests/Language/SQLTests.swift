// SQL as it is pasted: what tally makes of it, each pair written by hand.

import EnforcementData
import Testing

@testable import Tally

@Suite struct SQLTests {
  /// A yes/no field is asked bare, or with not: `is yes` would count what is not known as no, and
  /// the exact number that came of it would be wrong.
  static let pairs: [(String, String)] = [
    (
      "select count(*) from counties where detainers = 'yes'",
      "count counties where detainers"
    ),
    (
      "SELECT name FROM counties WHERE state = 'TX' ORDER BY population DESC LIMIT 10",
      "list counties where state is \"TX\" | sort by population down | take 10 | show name"
    ),
    ("select * from counties", "list counties"),
    (
      "select * from counties where detainers is null", "list counties where detainers is unknown"
    ),
    (
      "select count(*) from counties c where c.detainers <> 'no' and c.notify is not true",
      "count counties where detainers and not notify"
    ),
    (
      "select count(*) from counties where detainers = 'unknown' or notify is no",
      "count counties where detainers is unknown or not notify"
    ),
    ("count counties where detainers = true", "count counties where detainers"),
    ("count counties where detainers == true", "count counties where detainers"),
    ("count counties where detainers = TRUE", "count counties where detainers"),
    ("count counties where detainers != true", "count counties where not detainers"),
    ("count counties where detainers = false", "count counties where not detainers"),
    ("count counties where detainers <> false", "count counties where detainers"),
    ("count counties where detainers = 'yes'", "count counties where detainers"),
    ("count counties where detainers = 'no'", "count counties where not detainers"),
    ("count counties where detainers != 'yes'", "count counties where not detainers"),
    ("count counties where detainers = \"no\"", "count counties where not detainers"),
    ("count counties where detainers is true", "count counties where detainers"),
    ("count counties where detainers is not true", "count counties where not detainers"),
    ("count counties where detainers is \"no\"", "count counties where not detainers"),
    ("count counties where detainers is 'yes'", "count counties where detainers"),
    (
      "count agreements where county.detainers = false",
      "count agreements where not county.detainers"
    ),
    ("count counties where not detainers = true", "count counties where not detainers"),
    ("SELECT count(1) FROM counties;", "count counties;"),
    (
      "select *\nfrom counties\nwhere notify = 'no'\n  AND inquiry = true",
      "list counties where not notify and inquiry"
    ),
    (
      "select c.name from counties as c where c.name like 'San%'",
      "list counties where name starts with \"San\" | show name"
    ),
    (
      "select state, count(*) as n from counties group by state having count(*) > 50 "
        + "order by n desc",
      "count counties by state | keep count > 50 | sort by count down"
    ),
    (
      "select avg(population), region from counties group by region",
      "average population of counties by region"
    ),
    (
      "select sum(population) from counties where detainers = 'yes' or notify = 'yes' "
        + "and inquiry = 'no'",
      "sum population of counties where detainers or (notify and not inquiry)"
    ),
    ("select distinct model from agreements", "count agreements by model"),
    (
      "select agency from agreements where signed between '2025-01-01' and '2025-02-01' "
        + "or model = 'task_force'",
      "list agreements where signed between 2025-01-01 and 2025-02-01 "
        + "or model is \"task_force\" | show agency"
    ),
    (
      "select name from counties where name not like '%County' and state in ('TX', 'CA')",
      "list counties where not name ends with \"County\" and state in (\"TX\", \"CA\") | show name"
    ),
    (
      "select name from counties where name = 'O''Brien County'",
      "list counties where name is \"O'Brien County\" | show name"
    ),
    ("count(*) from counties", "count counties"),
    (
      "select name from counties where population > 1,000,000 and notify = ‘unknown’",
      "list counties where population > 1_000_000 and notify is unknown | show name"
    ),
    ("count counties where name is ‘Cook County’", "count counties where name is \"Cook County\""),
    (
      "count counties where detainers = 'yes' and notify = 'no'",
      "count counties where detainers and not notify"
    ),
    ("count counties where name like '%San%'", "count counties where name contains \"San\""),
    (
      "count counties where name like 'S.n_a%'", "count counties where name matches \"^S\\.n.a.*$\""
    ),
    ("count counties where detainers != null", "count counties where detainers is not unknown"),
    (
      "list counties order by population desc limit 5",
      "list counties | sort by population down | take 5"
    ),
    ("count counties group by state", "count counties by state"),
    (
      "count counties where detainers == true && notify",
      "count counties where detainers and notify"
    ),
  ]

  @Test func oneMessageSaysTheWholeSentenceAndItRuns() throws {
    var session = Session(dataset: try EnforcementData.dataset())
    for (sql, tally) in Self.pairs {
      let source = Source(sql)
      let found = session.check(source)
      #expect(found.count == 1, "\(sql): \(found.map(\.code))")
      let fixes = found.first?.fixes ?? []
      #expect(fixes.count == 1, "\(sql)")
      guard let fix = fixes.first else { continue }
      #expect(fix.applied(to: source) == tally, "\(sql)")
      let outcomes = session.run(Source(fix.applied(to: source)))
      #expect(outcomes.count == 1 && outcomes.allSatisfy { !$0.failed }, "\(tally)")
    }
  }

  /// What has no one sentence is not forced into one.
  @Test(arguments: [
    "select name from counties c join agreements a on a.county = c.fips",
    "select count(name) from counties", "select count(distinct state) from counties",
    "select sum(population), avg(population) from counties", "select name, count(*) from counties",
    "select name from counties order by 1", "select name from (select * from counties)",
    "select name from counties limit 5, 10", "select", "select name", "select from where",
    "select name from nothing", "select name from counties union select name from states",
    "select name from counties where population % 2 = 0", "select *, name from counties",
    "select name from counties where x like", "select name from counties having name = 'x'",
    "select name from counties where name = 'x",
  ])
  func whatCannotBeSaidHasNoRewrite(_ sql: String) throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let found = session.check(Source(sql)).filter { $0.severity == .error }
    #expect(found.count == 1, "\(sql): \(found.map(\.code))")
    #expect(found.allSatisfy { $0.fixes.isEmpty }, "\(sql): \(found.flatMap(\.fixes))")
  }

  /// A select takes the lines that go on with it, and no others.
  @Test func theStatementsBelowASelectAreReadOn() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let text = "select name\nfrom counties;\nmore\ncount counteis\n"
    let found = session.check(Source(text))
    #expect(found.map(\.code) == ["T207", "T201", "T303"])
    #expect(found.first?.fixes.map(\.replacement) == ["list counties | show name"])
  }
}
