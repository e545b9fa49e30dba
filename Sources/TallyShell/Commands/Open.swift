// `:open`: a table of one's own beside the record.

import Tally

extension Command {
  /// Opens a file, or shows again what was found in one.
  static let open = Command(
    name: "open", usage: ":open [[name=]file] [strict]",
    summary: "a table of your own, beside the record", purpose: .look,
    detail:
      "Reads a CSV or TSV file, a Frictionless data package (its folder or datapackage.json), "
      + "and shows what was found: rows, columns, the type of each and how it was decided, words "
      + "for unknown, rows that cannot be read with their lines. The table has the name of the "
      + "file; name=file gives another. A schema beside the file (visits.schema.json beside "
      + "visits.csv) decides types and links. An empty cell is unknown. With strict, a row that "
      + "cannot be read refuses the file. The name of an open table shows its report again, and "
      + ":open alone lists the open tables. :link joins a table to the record.",
    examples: [":open visits.csv", ":open visits"],
    arguments: { session in
      session.dataset.own.tables.map { ($0.name, "what was found in \($0.file)") }
    }, takes: .file
  ) { shell, argument in
    var words = ArgumentWords.split(argument)
    let isStrict = words.count > 1 && words.last == "strict"
    if isStrict { words.removeLast() }
    guard let text = words.first else { return shell.listOpened() }
    guard words.count == 1 else {
      return shell.report.complain(
        "write :open and one file, in quotes where its name has blanks: :open \"\(argument)\"")
    }
    let path = OwnPath(text)
    if !path.isThere, let opened = shell.own.table(text.lowercased()) {
      return LoadText.show(opened, shell.report)
    }
    shell.open(path, isStrict: isStrict)
  }
}

extension Shell {
  /// Opens a path and shows what was found.
  fileprivate mutating func open(_ path: OwnPath, isStrict: Bool) {
    let reading = OwnReading(isStrict: isStrict, progress: report.readingProgress)
    do throws(OwnProblem) {
      let opened = try own.open(path, in: &session, reading)
      for table in opened.tables { LoadText.show(table, report) }
      for outcome in opened.outcomes { show(outcome) }
      for note in opened.notes { report.complain(note, .warning) }
    } catch {
      complain(error)
    }
  }

  /// Says what became of a link.
  func show(_ outcome: LinkOutcome) {
    report.paragraph(LinkText.sentence(outcome), hanging: 2)
    if outcome.lost > 0 { report.complain(LinkText.lost(outcome), .note) }
  }

  /// Says why something of one's own could not be had.
  func complain(_ problem: OwnProblem) {
    // The terminal has put `^C` where the message would begin.
    if problem.isStop { report.errors.write("\n") }
    for fault in problem.faults { report.complain(fault, problem.isStop ? .note : .error) }
  }

  fileprivate func listOpened() {
    guard !own.isEmpty else {
      return report.paragraph(
        "No table of your own is open; :open visits.csv opens one.", .muted)
    }
    for opened in own.opened {
      report.paragraph(LoadText.heading(opened) + ", \(opened.table.fingerprint)", hanging: 2)
    }
    for link in own.links { report.paragraph("link \(link.text)", hanging: 2) }
  }
}
