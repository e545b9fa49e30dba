// `:facts`: evidence of one's own beside the record's.

import Glibc
import Tally

extension Command {
  /// Adds evidence, lists it, or gives a file to fill in.
  static let facts = Command(
    name: "facts", usage: ":facts [file | template field [place] [> file]]",
    summary: "evidence of your own, and where it conflicts", purpose: .look,
    detail: "Reads a CSV file with the columns county (a FIPS code, or a name as in \"Cook, IL\"), "
      + "field, value (yes or no), from, to, basis (law, agreement, announced or listed), source "
      + "and note; to and note may be empty. A fact holds from the day to the day that it says; "
      + "an announcement without an end speaks for a year. Where the record knows no answer, "
      + "yours is the answer, and is marked so; where both agree, both are named; where they "
      + "differ, the answer is unknown and the conflict is listed. A file with a row that cannot "
      + "be read is refused as a whole. :facts alone lists what was added and the conflicts; "
      + ":facts template detainers WY shows a file to fill in, with the counties where the answer "
      + "is unknown, and > wy.csv behind it writes it; rows that say nothing yet are counted.",
    examples: [":facts mine.csv", ":facts", ":facts template notify WY > wy.csv"],
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
          + "detainers WY shows a file to fill in.", .muted)
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

  /// A file with a row for each place where an answer is unknown: shown, or written behind `>`.
  fileprivate func showTemplate(_ words: [String]) {
    let words = words.flatMap { word in
      word.hasPrefix(">") && word.count > 1 ? [">", String(word.dropFirst())] : [word]
    }
    let parts = words.split(separator: ">", omittingEmptySubsequences: false).map(Array.init)
    let file = parts.count == 2 ? FileArgument(parts[1].joined(separator: " ")) : nil
    guard let words = parts.first, parts.count == 1 || file?.name != nil && file?.rest == [] else {
      return report.complain("write one file behind >: :facts template detainers WY > wy.csv")
    }
    guard let lines = template(words) else { return }
    guard let file, let name = file.name else {
      for line in lines { report.line(line) }
      return
    }
    do throws(FileProblem) {
      let text = lines.joined(separator: "\n") + "\n"
      try NewFile.write(text, to: HomeFolder.expanded(name), replaces: file.replaces)
    } catch {
      let isThere = !file.replaces && access(HomeFolder.expanded(name), F_OK) == 0
      let reason = isThere ? "it is there already; > \(name)! replaces it" : error.reason
      return report.complain(FileProblem(name, because: reason).message)
    }
    let rows = lines.count == 2 ? "1 row" : "\(NumberText.grouped(lines.count - 1)) rows"
    report.confirm("\(rows) to fill in are in \(name); then say :facts \(name)")
  }

  /// The lines of such a file; nil where something was wrong and was said.
  private func template(_ words: [String]) -> [String]? {
    guard let field = words.first?.lowercased() else {
      report.complain("write :facts template and a yes/no field: :facts template detainers")
      return nil
    }
    let place = words.count > 1 ? " in \"\(words.dropFirst().joined(separator: " "))\"" : ""
    // Where the question does not arise there is no record to ask for.
    let settled =
      session.dataset.relations.lazy.flatMap(\.schema.fields)
      .first { $0.name == field }?.notSettledFor ?? []
    let besides = settled.map { " and not (reason.\(field) is \"\($0)\")" }.joined()
    let question = "list counties\(place) where \(field) is unknown\(besides) | show fips"
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
    guard !failed else { return nil }
    let places = rows.compactMap { row -> String? in
      guard case .text(let code)? = row.first else { return nil }
      return "\(code),\(field),,,,,,"
    }
    return [OwnFactReader.columns.joined(separator: ",")] + places
  }
}
