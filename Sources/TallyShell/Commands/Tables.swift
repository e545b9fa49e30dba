// `:tables`: what can be asked about.

import Tally

extension Command {
  /// Lists the relations, with how many rows each has and since when.
  static let tables = Command(
    name: "tables", usage: ":tables", summary: "what can be asked about, and how much there is",
    purpose: .look,
    detail: "Lists every table of the record with its rows at the date of the session, the first "
      + "day that it knows of, and what a row is. :fields TABLE goes on from there.",
    examples: [":tables", "show relations"]
  ) { shell, argument in
    let dataset = shell.dataset
    let tables = dataset.relations.indices.map { number in
      let schema = dataset.relations[number].schema
      return (
        name: schema.name, rows: dataset.relations[number].count,
        since: RecordDays.first(of: number, dataset), meaning: schema.meaning
      )
    }
    guard shell.showsListings else {
      return shell.show(
        tables.map { table in
          [
            .text(table.name), .number(Double(table.rows)),
            table.since.map { .date($0.description) } ?? .none, .text(table.meaning),
          ]
        },
        [
          AnswerColumn("name", .text), AnswerColumn("rows", .number),
          AnswerColumn("since", .date), AnswerColumn("meaning", .text),
        ], of: Unit(.count, singular: "table", plural: "tables"), asked: ":tables")
    }
    let listing = Listing(
      entries: tables.map { table in
        Listing.Entry(
          name: table.name,
          facts: [NumberText.grouped(table.rows), table.since.map { "since \($0)" } ?? ""],
          meaning: "each is " + table.meaning)
      }, numbers: [0])
    shell.report.write(listing.text(width: shell.report.width))
    shell.report.paragraph(
      "rows as of \(shell.day); since: the first day that a table knows of", .muted)
  }
}

/// Of which days a relation knows.
enum RecordDays {
  /// The first day: of its lists, of its one list, or of its rows; nil where it has no dates.
  static func first(of number: Int, _ dataset: Dataset) -> Day? {
    let relation = dataset.relations[number]
    switch relation.schema.timing {
    case .always, .undated: return nil
    case .list(let day): return day
    case .snapshots: return dataset.lists(of: number).first
    case .dated(let since, _):
      guard let column = relation.column(since), case .date(let first, _) = column.values else {
        return nil
      }
      let known = first.indices.filter { !column.unknown[$0] && !column.none[$0] }
      return known.map { first[$0] }.min().map(Day.init)
    }
  }
}
