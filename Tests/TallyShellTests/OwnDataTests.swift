// Tables and evidence of one's own on the command line, by the real program.

import Testing

@testable import TallyShell

@Suite struct OwnDataTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    let table = "fips,visits\n01001,3\n48201,7\n48201,5\n99999,1\n"
    _ = try sandbox.file("visits.csv", Array(table.utf8))
  }

  private func low(_ command: String) throws -> String {
    let result = try sandbox.run("tally \(command)")
    let lines = result.output.split(whereSeparator: \.isNewline)
    #expect(result.status == 0, "\(command): \(result.errors)")
    return lines.count > 1 ? lines[1].split(separator: ",").prefix(2).joined(separator: "-") : ""
  }

  @Test func aFileIsAsked() throws {
    #expect(try low("--data visits.csv --format csv -e 'count visits'") == "4-4")
    #expect(try low("--data v=visits.csv --format csv -e 'sum visits of v'") == "16-16")
    #expect(try low("--data - --format csv -e 'count input' <visits.csv") == "4-4")
    let piped = try sandbox.run(
      "cat visits.csv | tally --data v=- --format csv -e 'sum visits of v'")
    let row = piped.output.split(whereSeparator: \.isNewline).last
    #expect(row?.hasPrefix("16,16,") == true, "\(piped.errors)")
  }

  /// Two rows of Harris County, and one whose code no county has.
  @Test func aLinkLeadsToTheRecord() throws {
    let options = "--data visits.csv --link 'visits.fips to counties.fips' --format csv"
    #expect(try low("\(options) -e 'count visits in TX'") == "2-3")
  }

  /// Parts of a whole in which one is below zero are no parts, and add up to nothing.
  @Test func partsBesideANegativeNumberHaveNoTotal() throws {
    _ = try sandbox.file("owed.csv", Array("who,owed\na,8.605\nb,-0.1\nc,10.925\nd,3\n".utf8))
    let question = "sum owed of owed by who | add part = percent_of_total(sum) | total"
    let result = try sandbox.run("tally --data owed.csv -e '\(question)'")
    #expect(result.output.contains("total"))
    #expect(result.output.contains("22.43"))
    #expect(!result.output.contains("100"))
    #expect(result.output.contains("part: no total, for a value is negative, or may be"))
  }

  @Test func scriptsAreRunAndTested() throws {
    _ = try sandbox.file("q.tally", Array("count visits\nexpect 4\n".utf8))
    #expect(try sandbox.run("tally test --data visits.csv q.tally").status == 0)
    #expect(try sandbox.run("tally run --data visits.csv q.tally").status == 0)
    #expect(try sandbox.run("tally check --data visits.csv q.tally").status == 0)
    #expect(try sandbox.run("tally test q.tally").status != 0)
  }

  @Test func whatCannotBeOpenedIsSaid() throws {
    let wrong = [
      ("--data none.csv", "there is no such file"), ("--data .", "folder without a datapackage"),
      ("--data counties=visits.csv", "my_counties=PATH"),
      ("--data visits.csv --link x", "write it as"),
      ("--data - --data v=-", "standard input can be read once only"),
      ("--facts none.csv", "there is no such file"),
    ]
    for (options, reason) in wrong {
      let result = try sandbox.run("tally \(options) -e 'count states'")
      #expect(result.status == 2 && result.output.isEmpty, "\(options)")
      #expect(result.errors.contains(reason), "\(options): \(result.errors)")
    }
    let both = try sandbox.run("echo count states | tally --data -")
    #expect(both.status == 2 && both.errors.contains("both a table and the questions"))
  }

  @Test func aRowThatCannotBeReadIsSaid() throws {
    _ = try sandbox.file("torn.csv", Array("a,b\n1,2\n3\n4,5\n".utf8))
    let result = try sandbox.run("tally --data torn.csv -e 'count torn'")
    #expect(result.status == 0 && result.errors.contains("torn.csv: 1 row could not be read"))
    #expect(result.errors.contains("line 3"))
    #expect(result.output.contains("1 row of torn.csv could not be read and is not counted"))
    let strict = try sandbox.run("tally --data torn.csv --strict-rows -e 'count torn'")
    #expect(strict.status == 2 && strict.output.isEmpty)
  }

  /// A fact on a county that the record does not settle moves the lower bound by one.
  @Test func evidenceTightensAnAnswer() throws {
    let rows =
      "county,field,value,from,to,basis,source,note\n"
      + "\"Albany, WY\",detainers,yes,2026-01-01,,law,A letter,\n"
    _ = try sandbox.file("mine.csv", Array(rows.utf8))
    let question = "--format csv -e 'count counties in WY where detainers'"
    let before = try low(question).split(separator: "-").compactMap { Int($0) }
    let after = try low("--facts mine.csv \(question)").split(separator: "-").compactMap { Int($0) }
    #expect(before.count == 2 && after == [before[0] + 1, before[1]])
  }
}
