// What a field means, how it is worded, and how much of it is known at which date.

extension Executor {
  /// The card of a field.
  func fieldCard(_ number: Int, _ column: Int, _ trail: inout SourceTrail) -> Card {
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
    entries += field.wordings.map {
      Card.Entry(name: "wording", label: "in " + $0.document, value: .text($0.text))
    }
    if !field.breaks.isEmpty {
      entries.append(
        Card.Entry(name: "breaks", label: "where its meaning changes", value: .text(field.breaks)))
    }
    if field.type == .answer { entries += coverage(reference, number) }
    let date = date(of: relation.schema)
    return Card(title: field.label, subtitle: "\(field.name), as of \(date)", entries: entries)
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

  /// How much of an answer is known at the end of each year and at the latest day.
  private func coverage(_ field: FieldRef, _ relation: Int) -> [Card.Entry] {
    dataset.changes(of: field.column, in: relation).map { day in
      let evaluator = Executor(dataset: dataset.at(day), shouldStop: shouldStop).evaluator(relation)
      let map = evaluator.map(.answer(field))
      let (yes, no) = (map.yes.population, map.no.population)
      let text = [(yes, "yes"), (no, "no"), (evaluator.relation.count - yes - no, "unknown")]
        .map { "\(NumberText.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
      return Card.Entry(name: "coverage", label: "on \(day)", value: .text(text))
    }
  }
}
