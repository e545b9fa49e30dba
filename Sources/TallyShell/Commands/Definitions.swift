// `:defs`: the names that this session has given.

import Tally

extension Command {
  /// Lists the definitions.
  static let defs = Command(
    name: "defs", usage: ":defs", summary: "the names that you have defined",
    purpose: .look,
    detail: "Lists what define has given a name to: sets, and conditions or values of one table, "
      + "each with its meaning and where it was read.",
    examples: ["define big of counties as population > 1_000_000", ":defs"]
  ) { shell, _ in
    let definitions = shell.session.definitions
    guard !definitions.isEmpty else {
      return shell.report.paragraph(
        "No name is defined yet: define big of counties as population > 1_000_000 makes one.",
        .muted)
    }
    guard !shell.showsListings else {
      let entries = definitions.map { definition in
        let note = definition.note.isEmpty ? "" : "; " + definition.note
        return Listing.Entry(
          name: definition.form, facts: [definition.kind, definition.place],
          meaning: definition.meaning + note)
      }
      return shell.report.write(Listing(entries: entries).text(width: shell.report.width))
    }
    shell.show(
      definitions.map { definition in
        [
          .text(definition.form), .text(definition.kind), .text(definition.meaning),
          .text(definition.note), .text(definition.place),
        ]
      },
      [
        AnswerColumn("name", .text), AnswerColumn("kind", .text), AnswerColumn("meaning", .text),
        AnswerColumn("note", .text), AnswerColumn("from", .text),
      ], of: Unit(.count, singular: "definition", plural: "definitions"), asked: ":defs")
  }
}

extension Definition {
  /// The name with what it takes: `large(least)`.
  fileprivate var form: String {
    parameters.isEmpty ? name : name + "(" + parameters.joined(separator: ", ") + ")"
  }

  /// Where it was read.
  fileprivate var place: String { origin.isEmpty ? "typed" : origin }

  /// What it is.
  fileprivate var kind: String { relation.map { "field of \($0)" } ?? "set" }
}
