// `:fields`: what is known of each row of a table.

import Tally

extension Command {
  /// Lists the fields and links of a relation, with how much of each is known.
  static let fields = Command(
    name: "fields", usage: ":fields [table]", summary: "what is known of each row of a table",
    purpose: .look,
    detail: "Lists the fields of a table, counties where none is named: the name, what its values "
      + "are, for how many rows a value is known at the date of the session, and its meaning.",
    examples: [":fields", ":fields agencies"],
    arguments: { $0.dataset.relations.map { ($0.schema.name, $0.schema.meaning) } }
  ) { shell, argument in
    let name = argument.isEmpty ? "counties" : argument.lowercased()
    let dataset = shell.dataset
    guard let number = dataset.relation(name) else {
      return shell.report.complain(TableName.unknown(argument, in: dataset))
    }
    guard shell.showsListings else {
      shell.aside("show fields of \(name)")
      return
    }
    // Asked as a question first: what a table cannot show on the day is said there.
    guard shell.canAsk("show fields of \(name)") else {
      shell.aside("show fields of \(name)")
      return
    }
    let relation = dataset.relations[number]
    let fields = zip(relation.schema.fields, relation.columns).map { field, column in
      let known = relation.count - column.unknown.population
      let share =
        relation.count == 0 ? "" : NumberText.percent(Double(known) / Double(relation.count))
      return Listing.Entry(
        name: field.name, facts: [field.type.word, share.isEmpty ? "" : share + " known"],
        meaning: field.explained)
    }
    let links = relation.schema.links.map { link in
      Listing.Entry(
        name: link.name, facts: ["a list of \(link.target)", ""], meaning: link.meaning)
    }
    shell.report.write(
      Listing(entries: fields + links, numbers: [1]).text(width: shell.report.width))
    let rows = NumberText.grouped(relation.count)
    shell.report.paragraph(
      "of \(rows) \(name), as of \(shell.day); :values FIELD counts the values of one", .muted)
  }
}

extension Field {
  /// What it means: of a yes/no field first what it is called, for its meaning goes on from there.
  var explained: String { type == .answer ? label + ": " + meaning : meaning }
}

/// Names of tables that there are not.
enum TableName {
  /// What is said of one.
  static func unknown(_ name: String, in dataset: Dataset) -> String {
    let names = dataset.relations.map(\.schema.name)
    let guess = Spelling.nearest(name, in: names).first.map { ": did you mean \($0)?" }
    return "there is no table \"\(name)\"" + (guess ?? "; :tables lists them")
  }
}
