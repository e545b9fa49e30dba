// Tables about the dataset itself: its relations, the fields of one.

extension Executor {
  /// A table about the dataset.
  func catalogue(_ plan: CataloguePlan) -> Table {
    switch plan {
    case .relations: relations()
    case .fields(let relation): fields(of: dataset.relations[relation])
    }
  }

  private func relations() -> Table {
    table(
      [
        AnswerColumn("name", .text), AnswerColumn("rows", .number),
        AnswerColumn("a_row_is", .text),
      ],
      dataset.relations.map { relation in
        [
          .text(relation.schema.name), .number(Double(relation.count)),
          .text(relation.schema.meaning),
        ]
      }, Unit(.count, singular: "relation", plural: "relations"))
  }

  private func fields(of relation: Relation) -> Table {
    let schema = relation.schema
    let fields = zip(schema.fields, relation.columns).map { field, column -> [Cell] in
      let known = relation.count - column.unknown.population
      let share = relation.count == 0 ? Cell.none : .percent(Double(known) / Double(relation.count))
      return [.text(field.name), .text(field.type.word), share, .text(field.meaning)]
    }
    let links = schema.links.map { link -> [Cell] in
      [.text(link.name), .text("a list of \(link.target)"), .none, .text(link.meaning)]
    }
    return table(
      [
        AnswerColumn("name", .text), AnswerColumn("type", .text), AnswerColumn("known", .percent),
        AnswerColumn("meaning", .text),
      ], fields + links, Unit(.count, singular: "field", plural: "fields"))
  }

  private func table(_ columns: [AnswerColumn], _ rows: [[Cell]], _ unit: Unit) -> Table {
    Table(columns: columns, rows: rows, unit: unit, matched: rows.count, base: rows.count)
  }
}
