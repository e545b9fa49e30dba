// `:check`: whether the record holds together, and what was looked at to say so.

import Tally

extension Command {
  /// Reads every table, checks it, and says how much is known and where the record differs.
  static let check = Command(
    name: "check", usage: ":check", summary: "whether the record holds together, and what is known",
    purpose: .look,
    detail: "Reads every table and checks that keys are unique, that links lead to rows and that "
      + "values are of their type; counts how much of each yes/no field is known at the date of "
      + "the session, and where law and agreement differ; and recomputes the published figures.",
    examples: [":check", "check figures from \"ILRC 2016\""]
  ) { shell, _ in
    RecordCheck(shell: shell).run()
  }
}

/// A look at the whole record.
struct RecordCheck {
  let shell: Shell

  /// Checks part by part, and shows what each came to.
  func run() {
    let faults = checkTables()
    say(coverage(), "known", "of each yes/no field, as of \(shell.day)")
    say(differences(), "conflicts", "law and agreement differ, so the answer is unknown")
    let contradicted = checkFigures()
    guard !Interrupt.isRequested() else { return shell.report.complain("stopped", .note) }
    let total = faults + contradicted
    shell.report.paragraph(
      total == 0 ? "No fault was found." : "\(total) faults were found.",
      total == 0 ? .heading : .error)
  }

  private func checkTables() -> Int {
    let dataset = shell.session.dataset
    var faults: [String] = []
    do throws(DatasetError) {
      try dataset.check()
    } catch {
      faults = error.faults
    }
    let rows = dataset.relations.reduce(0) { $0 + $1.count }
    say(
      faults, "tables",
      "\(dataset.relations.count) tables, \(NumberText.grouped(rows)) rows as of "
        + "\(dataset.asOf): keys unique, links lead to rows, values of their types; "
        + "\(faults.count) faults")
    return faults.count
  }

  /// How much is known of each answer, over all of its relation's rows.
  private func coverage() -> [String] {
    answers { relation, field, column in
      let known = relation.count - column.unknown.population
      guard relation.count > 0 else { return nil }
      return "\(field.name): \(NumberText.grouped(known)) of "
        + "\(NumberText.grouped(relation.count)) \(relation.schema.name), "
        + NumberText.percent(Double(known) / Double(relation.count))
    }
  }

  /// Where the law says one thing and an agreement another.
  private func differences() -> [String] {
    let found = answers { relation, field, column in
      guard case .answer(let codes, let grounds) = column.values else { return nil }
      let count = codes.indices.count { row in
        column.unknown[row] && grounds[Int(codes[row])].reason == RecordCheck.conflict
      }
      guard count > 0 else { return nil }
      return "\(field.name): \(NumberText.grouped(count)) \(relation.schema.name)"
    }
    return found.isEmpty ? ["none"] : found
  }

  /// The record's word for it.
  private static let conflict = "law and agreement differ"

  /// Asks the query of each published figure.
  /// - Returns: how many figures the record contradicts.
  private func checkFigures() -> Int {
    var session = shell.session
    var verdicts: Verdicts?
    let host = Host(shouldStop: Interrupt.isRequested)
    session.run(Source("check figures"), host: host) { outcome in
      if case .verdicts(let found) = outcome.answer?.content { verdicts = found }
      return true
    }
    guard let verdicts else {
      say([], "figures", "not checked: there are none whose question can be asked")
      return 0
    }
    say(
      [verdicts.closing].compactMap(\.self) + ["check figures shows each of them"], "figures",
      verdicts.summary)
    return verdicts.count(.contradicted)
  }

  /// What is said of each yes/no field.
  private func answers(
    _ text: (Relation, Field, Column) -> String?
  ) -> [String] {
    shell.dataset.relations.flatMap { relation in
      zip(relation.schema.fields, relation.columns).filter { $0.0.type == .answer }
        .compactMap { text(relation, $0.0, $0.1) }
    }
  }

  private func say(_ lines: [String], _ title: String, _ text: String) {
    let head = StyledText(title, .heading).with(StyledText(": " + text))
    shell.report.paragraph(head, hanging: 2)
    for line in lines { shell.report.paragraph(line, indent: 2, hanging: 4) }
  }
}
