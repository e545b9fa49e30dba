// `:dates`: of which days the record knows, and when its answers changed.

import Tally

extension Command {
  /// Lists the days of lists, the published editions and the years in which answers changed.
  static let dates = Command(
    name: "dates", usage: ":dates", summary: "the days that can be asked about",
    purpose: .look,
    detail: "Lists the days of ICE's lists and of other lists, surveys that were published as "
      + "totals, and the last day of each year in which answers changed. As of any day between "
      + "them can be asked too: the newest list and the answers of that day count.",
    examples: [":dates", "count agreements as of 2025-01-22", ":as-of 2019"]
  ) { shell, _ in
    let rows = RecordDates.all(of: shell.session.dataset)
    guard shell.showsListings else {
      return shell.show(
        rows.map { [.date($0.date), .text($0.kind), .text($0.what)] },
        [
          AnswerColumn("date", .date), AnswerColumn("kind", .text), AnswerColumn("what", .text),
        ], of: Unit(.count, singular: "date", plural: "dates"), asked: ":dates",
        asOf: shell.session.dataset.latest)
    }
    var text = StyledText()
    let width = shell.report.width
    for row in rows {
      text.paragraph(
        StyledText(row.what), behind: StyledText(row.date, .heading), margin: 12, width: width)
    }
    shell.report.write(text)
    let day = shell.day == shell.session.dataset.latest ? "the latest day, " : ""
    shell.report.paragraph(
      "A question without a date asks about \(day)\(shell.day); :as-of sets another.", .muted)
  }
}

/// What happened on which day of the record.
enum RecordDates {
  /// A day or year with what there is.
  struct Row {
    /// A day, or a year for totals.
    var date: String
    /// A list, totals, or changes.
    var kind: String
    /// What there is, in words.
    var what: String
  }

  /// Every row, by date.
  static func all(of dataset: Dataset) -> [Row] {
    (lists(of: dataset) + totals(of: dataset) + changes(of: dataset)).sorted { $0.date < $1.date }
  }

  private static func lists(of dataset: Dataset) -> [Row] {
    dataset.relations.indices.flatMap { number -> [Row] in
      let schema = dataset.relations[number].schema
      let days: [Day]
      switch schema.timing {
      case .list(let day): days = [day]
      case .snapshots: days = dataset.lists(of: number)
      case .always, .undated, .dated: days = []
      }
      return days.map { day in
        let count = NumberText.grouped(dataset.at(day).relations[number].count)
        return Row(
          date: day.description, kind: "list", what: "list of \(schema.name): \(count) entries")
      }
    }
  }

  private static func totals(of dataset: Dataset) -> [Row] {
    dataset.editions.map { edition in
      Row(
        date: String(edition.year), kind: "totals",
        what: "\(edition.name): totals of \(NumberText.grouped(edition.base.count)) "
          + "\(edition.unit.plural), no rows")
    }
  }

  /// The ends of the years in which answers changed, with the fields that did.
  private static func changes(of dataset: Dataset) -> [Row] {
    var fields: [Day: [String]] = [:]
    for (number, relation) in dataset.relations.enumerated() {
      for (column, field) in relation.schema.fields.enumerated() where field.type == .answer {
        let days = dataset.changes(of: column, in: number)
        for day in days where day < dataset.latest { fields[day, default: []].append(field.name) }
      }
    }
    return fields.map { day, names in
      Row(
        date: day.description, kind: "changes",
        what: "answers changed in this year: " + names.joined(separator: ", "))
    }
  }
}
