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
    entries += schema.links.compactMap { linkEntry($0, relation, number, row, trail) }
    return Card(
      title: title, subtitle: "\(schema.singular) as of \(dataset.asOf)", entries: entries)
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
    return Card.Entry(
      name: field.field.name, label: field.field.label, value: cell, basis: ground?.basis ?? "",
      detail: ground?.detail ?? date,
      sources: trail.indices(ground?.sources ?? field.field.sources))
  }

  private func linkEntry(
    _ link: Link, _ relation: Relation, _ number: Int, _ row: Int, _ trail: SourceTrail
  ) -> Card.Entry? {
    guard let target = dataset.relation(link.target),
      let column = dataset.relations[target].schema.field(link.inverse)
    else { return nil }
    let all = Bitmap(count: dataset.relations[target].count, filled: true)
    let join = Join(
      from: number, to: target, way: .many(column: column), isComplete: link.isComplete)
    let (low, high) = linkCounts(join, certain: all, possible: all, from: relation)
    let value: Cell =
      if !link.isComplete {
        .text("\(low[row]) found; the list may lack some")
      } else if low[row] == high[row] {
        .number(Double(low[row]))
      } else {
        .text("\(low[row]), up to \(high[row])")
      }
    return Card.Entry(
      name: link.name, label: link.meaning, value: value,
      sources: trail.indices(dataset.relations[target].schema.sources))
  }

  private func fieldCard(_ number: Int, _ column: Int, _ trail: inout SourceTrail) -> Card {
    let relation = dataset.relations[number]
    let field = relation.schema.fields[column]
    let reference = FieldRef(hops: [], column: column, field: field, text: field.name)
    let values = relation.columns[column]
    var entries = [
      Card.Entry(name: "meaning", label: "meaning", value: .text(field.meaning)),
      Card.Entry(name: "type", label: "type", value: .text(field.type.word)),
      Card.Entry(name: "relation", label: "field of", value: .text(relation.schema.name)),
    ]
    if case .category(let words) = field.type {
      entries.append(
        Card.Entry(name: "values", label: "values", value: .text(words.joined(separator: ", "))))
    }
    if let day = field.asOf {
      entries.append(Card.Entry(name: "date", label: "values of", value: .date(day.description)))
    }
    if field.type == .answer {
      let input = input(
        of: Measure(
          kind: .count, set: .filter(.scan(number), .answer(reference)), unit: countUnit(number)))
      entries += answerEntries(input, reference, relation)
      trail.add(
        Measure(
          kind: .count, set: .filter(.scan(number), .answer(reference)), unit: countUnit(number)),
        base: input.rows.basePossible)
    } else {
      trail.add(field: field, of: number)
      let missing = values.unknown.population
      entries.append(
        Card.Entry(
          name: "known", label: "known for",
          value: .text("\(relation.count - missing) of \(relation.count) \(relation.schema.name)")))
    }
    return Card(
      title: field.label, subtitle: "\(field.name), as of \(dataset.asOf)", entries: entries)
  }

  private func answerEntries(
    _ input: MeasureInput, _ field: FieldRef, _ relation: Relation
  ) -> [Card.Entry] {
    let yes = input.rows.certain
    let open = input.rows.unsettled
    let no = ~(yes | open)
    let evidence = evidence(
      certain: yes, possible: yes | open, base: input.rows.basePossible, fields: [field],
      relation: relation)
    return [
      Card.Entry(
        name: "yes", label: "yes", value: .number(Double(yes.population)),
        detail: evidence.flatMap(EvidenceText.basis) ?? ""),
      Card.Entry(name: "no", label: "no", value: .number(Double(no.population))),
      Card.Entry(
        name: "unknown", label: "unknown", value: .number(Double(open.population)),
        detail: EvidenceText.list(evidence?.reasons ?? [])),
    ]
  }

  private func relationCard(_ relation: Relation) -> Card {
    let schema = relation.schema
    return Card(
      title: schema.name, subtitle: "as of \(dataset.asOf)",
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
