// `:facts`: evidence of one's own beside the record's.

import Tally

extension Command {
  /// Adds evidence, lists it, or gives a file to fill in.
  static let facts = Command(
    name: "facts", usage: ":facts [file | template field [place]]",
    summary: "evidence of your own, and where it conflicts", purpose: .look,
    detail: "Reads a CSV file with the columns county (a FIPS code, or a name as in \"Cook, IL\"), "
      + "field, value (yes or no), from, to, basis (law, agreement, announced or listed), source "
      + "and note; to and note may be empty. A fact holds from the day to the day that it says; "
      + "an announcement without an end speaks for a year. Where the record knows no answer, "
      + "yours is the answer, and is marked so; where both agree, both are named; where they "
      + "differ, the answer is unknown and the conflict is listed. A file with a row that cannot "
      + "be read is refused as a whole. :facts alone lists what was added and the conflicts; "
      + ":facts template detainers TX shows a file to fill in, with the counties where the answer "
      + "is unknown.",
    examples: [":facts mine.csv", ":facts", ":facts template notify DE"],
    arguments: { session in
      [("template", "a file to fill in for the answers that are unknown")]
        + (session.dataset.relations.first { $0.schema.name == "counties" }?.schema.fields ?? [])
        .filter { $0.type == .answer }
        .map { ("template \($0.name)", $0.label) }
    }, takes: .file
  ) { shell, argument in
    let words = ArgumentWords.split(argument)
    guard let first = words.first else { return shell.listFacts() }
    if first == "template", !OwnPath(first).isThere {
      return shell.showTemplate(Array(words.dropFirst()))
    }
    guard words.count == 1 else {
      return shell.report.complain(
        "write :facts and one file, in quotes where its name has blanks: :facts \"\(argument)\"")
    }
    do throws(OwnProblem) {
      let facts = try OwnReading.facts(first, shell.session.dataset)
      _ = try shell.own.add(facts, in: &shell.session)
      shell.listFacts()
    } catch {
      shell.complain(error)
    }
  }
}

extension Shell {
  /// What was added, and the conflicts.
  fileprivate func listFacts() {
    guard !own.facts.isEmpty else {
      return report.paragraph(
        "No evidence of your own is here; :facts mine.csv adds some, and :facts template "
          + "detainers TX shows a file to fill in.", .muted)
    }
    for file in own.facts {
      let count = file.facts.count == 1 ? "1 fact" : "\(file.facts.count) facts"
      report.paragraph("\(file.file): \(count), \(file.fingerprint)", hanging: 2)
    }
    let outcome = session.dataset.ownFacts
    report.paragraph(FactText.sentence(outcome), hanging: 2)
    for conflict in outcome.conflicts {
      report.paragraph("conflict: " + FactText.line(conflict), .warning, indent: 2, hanging: 4)
    }
  }

  /// A file with a row for each place where an answer is unknown.
  fileprivate func showTemplate(_ words: [String]) {
    guard let field = words.first?.lowercased() else {
      return report.complain("write :facts template and a yes/no field: :facts template detainers")
    }
    let place = words.count > 1 ? " in \"\(words.dropFirst().joined(separator: " "))\"" : ""
    let question = "list counties\(place) where \(field) is unknown | show fips"
    var failed = false
    var rows: [[Cell]] = []
    var session = session
    session.run(Source(question), host: .files(shouldStop: Interrupt.isRequested)) { outcome in
      for diagnostic in outcome.diagnostics where diagnostic.severity == .error {
        report.show(diagnostic, in: outcome.source)
        failed = true
      }
      if case .rows(let table)? = outcome.answer?.content { rows = table.rows }
      return true
    }
    guard !failed else { return }
    report.line(OwnFactReader.columns.joined(separator: ","))
    for row in rows {
      guard case .text(let code)? = row.first else { continue }
      report.line("\(code),\(field),,,,,,")
    }
  }
}
