// expect: what holds an answer to what a script says of it, and what does not.

import Testing

@testable import Tally

@Suite("Expectations")
struct ExpectationTests {
  /// Texas has 254 counties; 515 counties held people in 2019, 2,252 are not settled (DATA.md).
  @Test(arguments: [
    ("count counties in TX", "254", true), ("count counties in TX", "255", false),
    ("count counties in TX", "254 to 254", true), ("count counties in TX", "254.4", false),
    ("count counties in TX", "between 200 and 300", true),
    ("count counties in TX", "between 255 and 300", false),
    ("count counties in TX", "-254", false), ("count counties in TX", "254%", false),
    ("count counties in TX", "\"254\"", false), ("count counties in TX", "rows 1", false),
    ("count counties in TX", "error T301", false),
    ("count counties as of 2019 where detainers", "515", false),
    ("count counties as of 2019 where detainers", "515 to 2_767", true),
    ("count counties as of 2019 where detainers", "515 to 2_766", false),
    ("count counties as of 2019 where detainers", "between 515 and 2767", true),
    ("count counties as of 2019 where detainers", "between 516 and 2767", false),
    ("count counties as of 2019 where detainers", "between 515 and 2766", false),
    // 45 of the 3,143 counties have more than a million people, 2 no count: 1.43 % to 1.50 %.
    ("share where population > 1_000_000 among counties", "1.4% to 1.5%", true),
    ("share where population > 1_000_000 among counties", "1.43% to 1.50%", true),
    ("share where population > 1_000_000 among counties", "1.44% to 1.50%", false),
    ("share where population > 1_000_000 among counties", "0.014 to 0.015", false),
    // A number over the known values alone is no exact number.
    ("average population of counties", "104_127", false),
    ("list counties in DE", "rows 3", true), ("list counties in DE", "rows 4", false),
    ("list counties in DE | show name | take 1", "\"Kent County\"", true),
    ("list counties in DE | show name | take 1", "\"Kent\"", false),
    ("list counties in DE | show state | take 1", "3", false),
    ("list figures where id is F27 | show value", "1_922", true),
    ("list figures where id is F27 | show value", "1_923", false),
    ("list figures where id is F27 | show value, id", "1_922", false),
  ])
  func holds(query: String, expected: String, isMet: Bool) throws {
    let run = try ScriptRun(query + "\nexpect " + expected)
    #expect(run.errors == [])
    #expect(run.met == [isMet])
  }

  @Test(arguments: [
    ("name\nKent County\nNew Castle County\nSussex County", true),
    // Without `sort`, the order says nothing.
    ("name\nSussex County\n  Kent County\nNew Castle County  ", true),
    ("name\nKent County\nNew Castle County", false),
    ("name\nKent County\nNew Castle County\nSussex County\nSussex County", false),
    ("state\nKent County\nNew Castle County\nSussex County", false),
    ("", false),
  ])
  func block(rows: String, isMet: Bool) throws {
    let run = try ScriptRun("list counties in DE | show name\nexpect <<\n\(rows)\n>>")
    #expect(run.errors == [])
    #expect(run.met == [isMet])
  }

  /// 2,052 counties may hold people and not tell ICE (DATA.md): no rows is no answer to them.
  @Test(arguments: [
    ("rows 0", false), ("<<\nname\n>>", false), ("<<\nname\n2052 more may belong\n>>", true),
    ("<<\nname\n2051 more may belong\n>>", false),
  ])
  func open(expected: String, isMet: Bool) throws {
    let run = try ScriptRun(
      "list counties where detainers and not notify | show name\nexpect \(expected)")
    #expect(run.met == [isMet])
  }

  @Test(arguments: [
    ("define x of counties as nofield", "T301", true),
    ("define x of counties as nofield", "T302", false),
    ("include \"nofile\"", "T326", true), ("param x =", "T202", true),
  ])
  func failingNames(statement: String, code: String, isMet: Bool) throws {
    let run = try ScriptRun(
      "count detainers\nexpect error T302\n\(statement);\nexpect error \(code)", isTest: true)
    #expect(run.met == [true, isMet])
  }

  /// A question that fails is mended by a person, and not by writing the failure down.
  @Test(arguments: [
    ("count countees", "387"), ("count countees", "rows 3"),
    ("average capacity of facilities where type is bop", "error T301"),
    ("sum population of counties", "error T301"),
  ])
  func notRenewed(query: String, expected: String) throws {
    let run = try ScriptRun("\(query)\nexpect \(expected)", isTest: true)
    #expect(run.met == [false])
    #expect(run.outcomes.last?.expectation?.renewed == nil)
  }

  /// What a screen shows of a share's bounds is rounded away from the interval.
  @Test(arguments: [
    ("34.2% to 85.7%", true), ("34.3% to 85.7%", true), ("34.3% to 85.6%", false),
    ("34.1% to 85.7%", false), ("34.26% to 85.66%", true),
  ])
  func shares(expected: String, isMet: Bool) throws {
    // 1,077 and 2,692 of 3,143: 34.266 % and 85.650 %.
    let run = try ScriptRun("share where detainers among counties\nexpect \(expected)")
    #expect(run.met == [isMet])
  }

  @Test func `rows in an asked order are compared in it`() throws {
    let query = "list counties in DE | show name | sort by name down"
    let right = "name\nSussex County\nNew Castle County\nKent County"
    let wrong = "name\nKent County\nNew Castle County\nSussex County"
    let run = try ScriptRun("\(query)\nexpect <<\n\(right)\n>>\nexpect <<\n\(wrong)\n>>")
    #expect(run.met == [true, false])
  }

  @Test func `an expected error is met by its code alone, and the run goes on`() throws {
    let run = try ScriptRun(
      """
      count counties where detianers
      expect error T301
      count counties where where detainers
      expect error t202
      count counties where detianers
      expect error T302
      count counties in DE
      expect 3
      """)
    #expect(run.met == [true, true, false, true])
    #expect(run.outcomes.filter(\.isExpectedToFail).count == 3)
  }

  @Test func `nothing above is an error; a failed question meets no number`() throws {
    #expect(try ScriptRun("expect 3").errors == ["T214"])
    let run = try ScriptRun("count countees\nexpect 3", isTest: true)
    #expect(run.met == [false])
    #expect(run.outcomes.last?.expectation?.reason == "the question failed")
  }

  /// What is written anew is met; a second time nothing changes.
  @Test(arguments: [
    ("count counties in TX", "3"), ("count counties as of 2019 where detainers", "3"),
    ("share where population > 1_000_000 among counties", "75.25%"),
    ("list counties in DE", "rows 9"), ("list counties in DE | show name", "<<\nname\n>>"),
    ("list counties where detainers and not notify | show name", "<<\nname\n>>"),
    ("count counties in DE, HI by state", "<<\nx\n>>"),
    ("list counties in DE | show name | take 1", "\"x \"\"y\"\"\""),
    ("check figures from \"ILRC 2016\"", "<<\n>>"),
    ("show county \"Kent, DE\"", "<<\n>>"),
  ])
  func renewed(query: String, expected: String) throws {
    let run = try ScriptRun("\(query)\nexpect \(expected)", isTest: true)
    #expect(run.met == [false])
    let renewed = try #require(run.outcomes.last?.expectation?.renewed)
    let again = try ScriptRun("\(query)\n\(renewed)", isTest: true)
    #expect(again.met == [true], "\(renewed)")
  }
}
