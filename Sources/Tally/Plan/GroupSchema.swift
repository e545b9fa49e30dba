// The schema of groups: what stages may name after a grouping.

/// Groups are rows too: of the keys, then the figure.
enum GroupSchema {
  /// The schema of a measure's groups.
  static func schema(
    _ measure: Measure, by grouping: Grouping, named name: String, in dataset: Dataset
  ) -> RelationSchema {
    let figure = Field(
      name, .number, meaning: "the group's figure",
      unit: measure.unit.kind == .share
        ? Field.fraction : (measure.unit.singular, measure.unit.plural))
    let fields = keys(grouping, in: dataset) + [figure]
    return RelationSchema(
      "groups", singular: "group", meaning: "the rows of a grouped answer",
      key: fields.first?.name ?? "", fields: fields, shown: fields.map(\.name))
  }

  /// The fields of the keys: named as they were written, or by what a row is.
  static func keys(_ grouping: Grouping, in dataset: Dataset) -> [Field] {
    switch grouping {
    case .fields(let fields):
      return fields.map { reference in
        var key = reference.field
        key.name = reference.text
        return key
      }
    case .rows(of: let set, _):
      let schema = dataset.relations[set.relation].schema
      return [Field(schema.singular, .link(to: schema.name), meaning: schema.meaning)]
    }
  }
}
