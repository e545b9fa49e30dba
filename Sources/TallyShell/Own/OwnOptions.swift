// The options that put tables of one's own beside the record.

import ArgumentParser
import Tally

/// Tables of one's own; of every command that asks questions.
struct OwnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of your own: a CSV or TSV file, a data package, or - for standard input; "
        + "repeatable.", valueName: "[name=]path"),
    completion: .file())
  var data: [String] = []

  @Option(
    help: ArgumentHelp(
      "How a table of your own leads to another; repeatable.", valueName: "a.x to b.y"))
  var link: [String] = []

  @Option(
    help: ArgumentHelp(
      "Evidence of your own: a CSV file with the columns county, field, value, from, to, basis, "
        + "source, note; repeatable.", valueName: "path"),
    completion: .file(extensions: ["csv"]))
  var facts: [String] = []

  @Flag(help: "Refuses a table of your own with a row that cannot be read.")
  var strictRows = false

  /// What they ask for.
  var request: OwnRequest {
    OwnRequest(data: data, links: link, facts: facts, isStrict: strictRows)
  }

  func validate() throws {
    guard request.inputs < 2 else {
      throw ValidationError("standard input can be read once only: leave one of the - away.")
    }
  }
}

/// What is to be put beside the record.
struct OwnRequest: Equatable {
  /// The tables, each as `PATH` or `NAME=PATH`.
  var data: [String] = []
  /// The links, each as `visits.fips to counties.fips`.
  var links: [String] = []
  /// The files of evidence.
  var facts: [String] = []
  /// Whether a row that cannot be read refuses its table.
  var isStrict = false

  /// Whether nothing is.
  var isEmpty: Bool { data.isEmpty && links.isEmpty && facts.isEmpty }

  /// How often standard input is to be read.
  var inputs: Int {
    data.filter { OwnPath($0).path == "-" }.count + facts.filter { $0 == "-" }.count
  }

  /// Opens the tables and makes the links.
  func load(
    into session: inout Session, _ shelf: inout OwnShelf, _ report: Report
  ) throws(OwnProblem) {
    let reading = OwnReading(isStrict: isStrict, progress: report.readingProgress)
    for path in facts {
      let outcome = try shelf.add(try OwnReading.facts(path, session.dataset), in: &session)
      if !outcome.conflicts.isEmpty { report.complain(FactText.warning(outcome), .warning) }
    }
    for text in data {
      let opened = try shelf.open(OwnPath(text), in: &session, reading)
      LoadText.warn(opened, report)
    }
    for text in links {
      let link: OwnLink
      do throws(DatasetError) { link = try OwnLink(text) } catch { throw OwnProblem(error) }
      if let outcome = try shelf.add(link, in: &session), outcome.lost > 0 {
        report.complain(LinkText.lost(outcome), .note)
      }
    }
  }
}
