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

  @Flag(help: "Refuses a table of your own with a row that cannot be read.")
  var strictRows = false

  /// What they ask for.
  var request: OwnRequest {
    OwnRequest(data: data, links: link, isStrict: strictRows)
  }

  func validate() throws {
    guard data.filter({ OwnPath($0).path == "-" }).count < 2 else {
      throw ValidationError("standard input can be one table only: give --data - once.")
    }
  }
}

/// What is to be put beside the record.
struct OwnRequest: Equatable {
  /// The tables, each as `PATH` or `NAME=PATH`.
  var data: [String] = []
  /// The links, each as `visits.fips to counties.fips`.
  var links: [String] = []
  /// Whether a row that cannot be read refuses its table.
  var isStrict = false

  /// Whether nothing is.
  var isEmpty: Bool { data.isEmpty && links.isEmpty }

  /// Whether a table is read from standard input.
  var usesInput: Bool { data.contains { OwnPath($0).path == "-" } }

  /// Opens the tables and makes the links.
  /// - Parameter tell: is told of each table that was opened, and of each link.
  func load(
    into session: inout Session, _ shelf: inout OwnShelf, _ report: Report
  ) throws(OwnProblem) {
    let reading = OwnReading(isStrict: isStrict, progress: report.readingProgress)
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
