// The schema of groups: what stages may name after a grouping.

/// Groups are rows too: of the keys, then the figures.
enum GroupSchema {
  /// The schema of groups. What `across` adds has the names of values, which only the rows know:
  /// stages speak of the keys and of the figures of whole rows.
  static func schema(_ plan: GroupPlan, in dataset: Dataset) -> RelationSchema {
    let fields = keys(plan.grouping, in: dataset) + plan.columns.map(figure)
    return RelationSchema(
      "groups", singular: "group", meaning: "the rows of a grouped answer",
      key: fields.first?.name ?? "", fields: fields, shown: fields.map(\.name))
  }

  /// The fields of the keys: named as they were written, or by what a row is.
  static func keys(_ grouping: Grouping, in dataset: Dataset) -> [Field] {
    switch grouping {
    case .keys(let keys): return keys.map(\.field)
    case .rows(of: let set, _):
      let schema = dataset.relations[set.relation].schema
      return [Field(schema.singular, .link(to: schema.name), meaning: schema.meaning)]
    }
  }

  /// The field of a column of figures.
  static func figure(_ column: NamedMeasure) -> Field {
    let unit = column.measure.unit
    return Field(
      column.name, .number, meaning: "the group's figure",
      unit: unit.kind == .share ? Field.fraction : (unit.singular, unit.plural))
  }
}
