// What sentences mean, on one small world, each worked out by hand.

import Testing

@testable import Tally

@Suite struct LanguageMeaningTests {
  private let asker: MadeAsker
  init() throws { asker = try MadeAsker(MadeSmall.world) }

  /// The truth table of the language: alpha is yes, no, unknown, yes.
  @Test(arguments: [
    ("alpha", "ynuy"), ("not alpha", "nyun"), ("certainly alpha", "ynny"),
    ("possibly alpha", "ynyy"), ("possibly not alpha", "nyyn"), ("certainly not alpha", "nynn"),
    ("not possibly alpha", "nynn"), ("not certainly alpha", "nyyn"),
    ("alpha is unknown", "nnyn"), ("alpha is known", "yyny"), ("alpha is not unknown", "yyny"),
    ("alpha is not known", "nnyn"), ("alpha is yes", "ynny"), ("alpha is no", "nynn"),
    ("alpha is not yes", "nyyn"), ("alpha is not no", "ynyy"), ("not (alpha is yes)", "nyyn"),
    ("(alpha is yes) is unknown", "nnnn"), ("(not alpha) is yes", "nynn"),
    ("(possibly alpha) is known", "yyyy"), ("alpha in (yes, no)", "yyny"),
    ("alpha not in (yes, no)", "nnyn"), ("yes", "yyyy"), ("no", "nnnn"),
    ("alpha and beta", "ynun"), ("alpha or beta", "ynyy"), ("alpha and not alpha", "nnun"),
    ("alpha or not alpha", "yyuy"), ("certainly (alpha or beta)", "ynyy"),
  ]) func truth(_ condition: String, _ truths: String) throws {
    #expect(try asker.truths(condition) == truths, "\(condition)")
  }

  /// Opened on 2020-06-15, some day of 2020, never (none), and not known.
  @Test(arguments: [
    ("opened < 2020", "nnnu"), ("opened > 2019", "yynu"), ("opened <= 2020", "yynu"),
    ("opened >= 2020", "yynu"), ("opened is 2020", "yynu"), ("opened is not 2020", "nnyu"),
    ("opened is 2020-06", "yunu"), ("opened is 2020-06-15", "yunu"), ("opened > 2020-06", "nunu"),
    ("opened < 2020-06", "nunu"), ("opened < 2020-06-15", "nunu"), ("opened > 2020-06-14", "yunu"),
    ("opened is fy2020", "yunu"), ("opened is fy2021", "nunu"), ("opened > fy2020", "nunu"),
    ("opened between 2020-06 and 2021", "yunu"), ("opened between 2019 and 2020", "yynu"),
    ("opened is none", "nnyn"), ("opened is not none", "yyny"), ("opened is unknown", "nnny"),
    ("opened is known", "yyyn"), ("2020 > opened", "nnnu"), ("opened < latest", "yynu"),
    ("opened in (2019, 2020)", "yynu"), ("year(opened) is 2020", "yynu"),
    ("opened > 9999", "nnnu"),
  ]) func dates(_ condition: String, _ truths: String) throws {
    #expect(try asker.truths(condition) == truths, "\(condition)")
  }

  /// Score is 1, none, unknown, 4: a comparison with none is no, whatever it is.
  @Test(arguments: [
    ("score > 0", "ynuy"), ("score <= 0", "nnun"), ("not (score > 0)", "nyun"),
    ("score is 1", "ynun"), ("score is not 1", "nyuy"), ("score is none", "nynn"),
    ("score is not none", "ynyy"), ("score is unknown", "nnyn"), ("score is known", "yyny"),
    ("score between 1 and 4", "ynuy"), ("score between 4 and 1", "nnun"),
    ("score + people > 0", "ynuu"), ("score + people is none", "nynn"),
    ("score + people is unknown", "nnyy"), ("score / 0 is unknown", "ynyy"),
    ("score / 0 is none", "nynn"), ("people > score", "ynuu"), ("-score < 0", "ynuy"),
    ("score * 0 is 0", "ynuy"), ("kind is none", "nnyn"), ("kind is urban", "ynnu"),
    ("kind is not urban", "nyyu"), ("kind in (urban, rural)", "yynu"),
    ("kind contains \"r\"", "yynu"), ("state.zone is north", "yynu"),
    ("state.zone is none", "nnyn"),
    ("state.calm", "yyuu"), ("state.size > 1", "nnyu"), ("state is ZZ", "yynu"),
    ("state is not ZZ", "nnyu"), ("state is unknown", "nnny"),
    ("name starts with \"example\"", "ynyn"), ("name ends with \"\"", "yyyy"),
    ("round(people / 3) is 7", "nynu"), ("lower(name) contains \"sample c\"", "nynn"),
  ]) func valuesAndNone(_ condition: String, _ truths: String) throws {
    #expect(try asker.truths(condition) == truths, "\(condition)")
  }

  /// The complete list of offices has two of county 0, and one of an unknown county in YY: of
  /// county 2, or of county 3, whose state is not known. The list of notices is not complete: one
  /// of county 1, one of any.
  @Test(arguments: [
    ("has offices", "ynuu"), ("has at least 1 offices", "ynuu"), ("has at least 2 offices", "ynnn"),
    ("has exactly 2 offices", "ynnn"), ("has exactly 0 offices", "nyuu"),
    ("has at most 1 offices", "nyyy"), ("has more than 1 offices", "ynnn"),
    ("has at least 0 offices", "yyyy"), ("not (has offices)", "nyuu"),
    ("has (offices where ready)", "ynuu"), ("has (offices where not ready)", "ynnn"),
    ("has (offices where rank > 2)", "nnuu"),
    ("has at least 2 (offices where level is low)", "nnnn"),
    ("has notices", "uyuu"), ("has at least 2 notices", "uuuu"), ("has at most 0 notices", "unuu"),
    ("has exactly 1 notices", "uuuu"), ("has at most 5 notices", "uuuu"),
    ("has (notices where open)", "uyuu"), ("has more than 9223372036854775807 offices", "nnnn"),
    ("has at most 9223372036854775807 notices", "yyyy"),
    ("has at least 9223372036854775807 offices", "nnnn"), ("has state", "yyyu"),
    ("has (states where calm)", "yyuu"),
  ]) func links(_ condition: String, _ truths: String) throws {
    #expect(try asker.truths(condition) == truths, "\(condition)")
  }

  @Test(arguments: [
    ("county is #90002", "nnun"), ("county is #90000", "yynn"), ("county is #90003", "nnun"),
    ("county in (#90000, #90001)", "yynn"), ("county is known", "yyny"), ("county is none", "nnny"),
    ("county is not #90000", "nnyy"), ("county.alpha", "yyun"), ("not county.alpha", "nnuy"),
    ("county.state is ZZ", "yyun"), ("county.state.calm", "yyun"), ("rank > 1", "nyyn"),
  ]) func linksWithUnknownEnds(_ condition: String, _ truths: String) throws {
    #expect(try asker.truths(condition, of: "offices") == truths, "\(condition)")
  }

  private func bounds(_ set: String) throws -> [Int] {
    let figure = try asker.figure("count \(set)")
    return [Int(figure.low ?? -1), Int(figure.high ?? -1), figure.base, figure.baseLow]
  }

  /// Each with its low, high, base and certain base.
  @Test(arguments: [
    ("counties", [4, 4, 4, 4]), ("counties where alpha", [2, 3, 4, 4]),
    ("counties in ZZ", [2, 3, 3, 2]), ("counties in ZZ where alpha", [1, 2, 3, 2]),
    ("counties in YY, ZZ", [3, 4, 4, 3]), ("counties in \"Sample, ZZ\"", [1, 1, 1, 1]),
    ("counties with offices", [1, 3, 4, 4]), ("counties without offices", [1, 3, 4, 4]),
    ("counties without notices", [0, 3, 4, 4]), ("counties with notices", [1, 4, 4, 4]),
    ("counties with more than 1 offices", [1, 1, 4, 4]),
    ("offices of counties in ZZ", [2, 3, 3, 2]),
    ("offices of (counties in ZZ where alpha)", [2, 3, 3, 2]),
    ("offices of counties where not alpha", [0, 1, 1, 0]),
    ("counties of states where calm", [2, 4, 4, 2]),
    ("states of counties where alpha", [1, 3, 3, 1]),
    ("(counties where alpha) union (counties where beta)", [3, 3, 4, 4]),
    ("(counties where alpha) intersect (counties where beta)", [1, 2, 4, 4]),
    ("(counties where alpha) minus (counties where beta)", [1, 1, 4, 4]),
    ("(counties where beta) minus (counties where alpha)", [0, 1, 4, 4]),
    ("(counties in ZZ) union (counties in YY)", [3, 4, 4, 3]),
    ("(counties in ZZ) minus (counties where alpha)", [1, 1, 3, 2]),
    ("counties minus (counties in ZZ)", [1, 2, 4, 4]),
    ("counties minus counties minus counties", [0, 0, 4, 4]),
  ]) func sets(_ set: String, _ expected: [Int]) throws {
    #expect(try bounds(set) == expected, "\(set)")
  }

  @Test func sharesAndKnownOnly() throws {
    let share = try asker.figure("share where alpha among counties")
    #expect(share.low == 0.5 && share.high == 0.75 && share.ofKnown == 2.0 / 3 && share.known == 3)
    let known = try asker.figure("share where alpha among counties | known only")
    #expect(known.low == 2.0 / 3 && known.high == 2.0 / 3 && known.base == 3 && known.unknown == 0)
    let answer = try asker.answer("share where alpha among counties | known only")
    #expect(answer.notes.contains { $0.contains("1 of 4") })
    let open = try asker.figure("share where beta among counties where alpha")
    #expect(open.low == 0.5 && open.high == 2.0 / 3 && open.base == 3 && open.baseLow == 2)
    #expect(asker.codes("list counties | take 1 | known only") == ["T210"])
    let empty = try asker.figure("share where alpha among counties where no")
    #expect(empty.low == nil && empty.high == nil && empty.base == 0)
  }

  @Test func summaries() throws {
    let sum = try asker.figure("sum people of counties where beta")
    #expect(sum.low == 40 && sum.high == 40 && sum.known == 2 && sum.knownOf == 2)
    let open = try asker.figure("sum people of counties")
    #expect(open.low == 60 && open.high == nil && open.known == 3 && open.knownOf == 4)
    let unsettled = try asker.figure("sum people of counties where possibly alpha where alpha")
    #expect(unsettled.low == 10 && unsettled.high == nil && unsettled.unknown == 1)
    let mean = try asker.figure("average people of counties where alpha")
    #expect(mean.low == 10 && mean.high == 20 && mean.known == 2 && mean.knownOf == 3)
    let score = try asker.figure("max score of counties")
    #expect(score.low == 4 && score.high == 4 && score.known == 2 && score.knownOf == 3)
    let none = try asker.figure("median score of counties where kind is rural and alpha is no")
    #expect(none.low == nil && none.high == nil && none.knownOf == 0)
  }

  @Test func groupsComeInKeyOrderWithNoneFirstAndUnknownLast() throws {
    #expect(
      try asker.groups("count counties by kind").map(\.key) == [
        "none", "urban", "rural", "unknown",
      ])
    #expect(try asker.groups("count counties by alpha").map(\.key) == ["yes", "no", "unknown"])
    #expect(try asker.groups("count counties by state").map(\.key) == ["YY", "ZZ", "unknown"])
    #expect(
      try asker.groups("count counties where no by kind").map { $0.figure.base } == [1, 1, 1, 1])
    #expect(
      try asker.groups("count counties where alpha by kind, beta").map(\.key)
        == ["none|yes", "urban|yes", "rural|no", "unknown|no"])
    #expect(
      try asker.groups("count counties by opened").map(\.key)
        == ["none", "2020", "2020-06-15", "unknown"])
    let total = try asker.table("count counties where alpha by kind | keep count > 5 | total")
    #expect(total.rows.isEmpty)
    guard case .figure(let whole)? = total.total?.last else {
      Issue.record("the total stays")
      return
    }
    #expect(whole.low == 2 && whole.high == 3)
  }

  @Test func sortsPutRowsWithoutValuesLast() throws {
    func names(_ stages: String) throws -> [String] {
      try asker.table("list counties | \(stages) | show fips").rows.map {
        MadeAsker.text($0[0]).suffix(1)
      }
      .map(String.init)
    }
    #expect(try names("sort by score") == ["0", "3", "1", "2"])
    #expect(try names("sort by score down") == ["3", "0", "1", "2"])
    #expect(try names("sort by people down") == ["2", "1", "0", "3"])
    #expect(try names("sort by opened") == ["1", "0", "2", "3"])
    #expect(try names("sort by alpha, people down") == ["0", "3", "1", "2"])
    #expect(try names("sort by kind down") == ["1", "0", "2", "3"])
    #expect(try names("sort by name, people down") == ["2", "0", "1", "3"])
    #expect(try names("sort by lower(name), fips down") == ["2", "0", "1", "3"])
    #expect(try names("sort by state") == ["2", "0", "1", "3"])
    #expect(try names("sort by people down | skip 1 | take 2") == ["1", "0"])
    #expect(try names("sort by (people > 15), fips down") == ["2", "1", "0", "3"])
  }
}
