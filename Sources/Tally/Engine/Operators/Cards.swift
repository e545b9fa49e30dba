// What is known of one row, of a field, of a relation.

extension Executor {
  /// A card.
  func card(_ plan: CardPlan, _ trail: inout SourceTrail) -> Card {
    switch plan {
    case .row(let relation, let row):
      trail.add(row: row, of: relation)
      return rowCard(dataset.relations[relation], relation, row, trail)
    case .field(let relation, let column): return fieldCard(relation, column, &trail)
    case .relation(let relation):
      trail.add(field: nil, of: relation)
      return relationCard(dataset.relations[relation])
    }
  }

  private func rowCard(
    _ relation: Relation, _ number: Int, _ row: Int, _ trail: SourceTrail
  ) -> Card {
    let schema = relation.schema
    let title = fullName(of: row, in: relation)
    let frame = frame(of: .scan(number))
    var entries = schema.fields.enumerated().map { column, field in
      entry(FieldRef(hops: [], column: column, field: field, text: field.name), frame, row, trail)
    }
    for link in schema.links where !shouldStop() {
      entries += linkEntries(link, relation, number, row, trail)
    }
    return Card(
      title: title, subtitle: "\(schema.singular) as of \(date(of: schema))", entries: entries)
  }

  /// What a row is called in full: an outer place by its name, not its code.
  private func fullName(of row: Int, in relation: Relation) -> String {
    guard let place = relation.schema.place, place.within == nil,
      let column = relation.column(place.name), case .text(let codes, let texts) = column.values
    else { return labels(of: relation)[row] }
    return texts[Int(codes[row])]
  }

  private func entry(
    _ field: FieldRef, _ frame: Frame, _ row: Int, _ trail: SourceTrail
  ) -> Card.Entry {
    let cell = CellColumn(self, frame, .field(field)).cell(row)
    let ground = GroundColumn(self, field, frame.relation)?.ground(row)
    let date = field.field.asOf.map { "of \($0)" } ?? ""
    var detail = ground?.detail ?? date
    if ground?.value == .unknown, !field.field.settledBy.isEmpty,
      !field.field.notSettledFor.contains(ground?.reason ?? "")
    {
      detail += (detail.isEmpty ? "" : "; ") + "what would settle it: " + field.field.settledBy
    }
    return Card.Entry(
      name: field.field.name, label: field.field.label, value: cell, basis: ground?.basis ?? "",
      detail: detail,
      sources: trail.indices(ground?.sources ?? field.field.sources))
  }

  private func relationCard(_ relation: Relation) -> Card {
    let schema = relation.schema
    return Card(
      title: schema.name, subtitle: "as of \(date(of: schema))",
      entries: [
        Card.Entry(name: "meaning", label: "a row is", value: .text(schema.meaning)),
        Card.Entry(name: "rows", label: "rows", value: .number(Double(relation.count))),
        Card.Entry(name: "key", label: "key", value: .text(schema.key)),
        Card.Entry(
          name: "fields", label: "fields",
          value: .text(schema.fields.map(\.name).joined(separator: ", "))),
        Card.Entry(
          name: "links", label: "links",
          value: schema.links.isEmpty
            ? .none : .text(schema.links.map(\.name).joined(separator: ", "))),
      ])
  }
}
