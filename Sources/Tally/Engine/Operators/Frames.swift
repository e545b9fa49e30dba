// Sets and groups as frames of rows.

extension Executor {
  /// The members of a set as rows, with the relation's usual columns.
  func frame(of set: SetPlan) -> Frame {
    let relation = dataset.relations[set.relation]
    let rows = rows(of: set)
    let shown = rows.certain.rows
    return Frame(
      relation: relation, number: set.relation, rows: shown, matched: shown.count,
      open: rows.unsettled.rows, columns: usualColumns(relation),
      unit: countUnit(set.relation), base: rows.basePossible.population,
      isOpenByConditions: rows.baseCertain == rows.basePossible)
  }

  private func usualColumns(_ relation: Relation) -> [OutputColumn] {
    relation.schema.shown.compactMap { name in
      relation.schema.field(name).map { at in
        let field = relation.schema.fields[at]
        return OutputColumn(
          name: name, value: .field(FieldRef(hops: [], column: at, field: field, text: name)))
      }
    }
  }

  /// A figure for each group, as rows of a relation made of the keys and the figures.
  func frame(of measure: Measure, by grouping: Grouping, named name: String) -> Frame {
    let input = input(of: measure)
    let table: GroupTable
    let keys: [Column]
    var unit = Unit(.count, singular: "group", plural: "groups")
    switch grouping {
    case .fields(let fields):
      table = groups(input.rows, by: fields, relation: measure.set.relation)
      let evaluator = evaluator(measure.set.relation)
      keys = fields.map { picked($0, table.representatives, evaluator) }
    case .rows(of: let set, let join):
      let outer = rows(of: set)
      unit = countUnit(set.relation)
      table = groups(of: outer, join)
      let rows = table.representatives.map(Int32.init)
      keys = [Column(.link(rows: rows), count: rows.count)]
    }
    var figures = table.certain.indices.map {
      input.figure(table.members($0), floating: table.floating[$0])
    }
    // Where the list of linked rows is not complete, there may be more than are known.
    if case .rows(of: _, let join) = grouping, !join.isComplete, measure.kind == .count {
      for index in figures.indices { figures[index].high = nil }
    }
    let relation = Relation(
      schema: GroupSchema.schema(measure, by: grouping, named: name, in: dataset),
      count: figures.count, columns: keys + [intervals(figures)])
    return groupFrame(relation, figures, table, input, unit)
  }

  private func groupFrame(
    _ relation: Relation, _ figures: [Figure], _ table: GroupTable, _ input: MeasureInput,
    _ unit: Unit
  ) -> Frame {
    let shown = figures.indices.filter { table.certain[$0] }
    let whole =
      table.isPartition
      ? input.figure()
      : input.figure(
        table.rows, floating: Array(Set(table.floating.joined())).sorted())
    let columns = relation.schema.fields.enumerated().map { at, field in
      OutputColumn(
        name: field.name,
        value: .field(FieldRef(hops: [], column: at, field: field, text: field.name)))
    }
    return Frame(
      relation: relation, number: nil, rows: shown, matched: shown.count,
      open: figures.indices.filter { !table.certain[$0] }, columns: columns,
      unit: unit, base: whole.base,
      figures: figures, whole: whole)
  }

  private func intervals(_ figures: [Figure]) -> Column {
    let open = Bitmap(count: figures.count) { figures[$0].low == nil }
    return Column(
      .number(low: figures.map(least), high: figures.map(most)),
      unknown: Bitmap(count: figures.count), none: open)
  }

  /// The proven ends of a figure. A figure over the known values alone proves none: what is not
  /// known could move it either way; a sum of amounts keeps its low end.
  private func least(_ figure: Figure) -> Double {
    guard let low = figure.low else { return 0 }
    return figure.lacksValues && figure.high != nil ? -.infinity : low
  }

  private func most(_ figure: Figure) -> Double {
    guard figure.low != nil else { return 0 }
    return figure.lacksValues ? .infinity : figure.high ?? .infinity
  }

  /// The values of a field at some rows.
  private func picked(_ field: FieldRef, _ rows: [Int], _ evaluator: Evaluator) -> Column {
    let missing = evaluator.missing(.field(field))
    let unknown = Bitmap(count: rows.count) { missing.unknown[rows[$0]] }
    let none = Bitmap(count: rows.count) { missing.none[rows[$0]] }
    let values: Column.Values
    switch field.field.type {
    case .answer:
      let map = evaluator.map(.answer(field))
      let grounds = Truth.allCases.map { Ground(value: $0) }
      let codes = rows.map { UInt16(map.yes[$0] ? 0 : map.no[$0] ? 1 : 2) }
      values = .answer(codes: codes, grounds: grounds)
    case .text, .category:
      let texts = evaluator.texts(.field(field))
      values = .text(codes: rows.map { texts.codes[$0] }, texts: texts.texts)
    case .link:
      let texts = evaluator.texts(.field(field))
      values = .link(rows: rows.map { Int32(texts.codes[$0]) })
    case .number:
      let numbers = evaluator.numbers(.field(field))
      values = .number(low: rows.map { numbers.low[$0] }, high: rows.map { numbers.high[$0] })
    case .date:
      let dates = evaluator.dates(.field(field))
      values = .date(first: rows.map { dates.first[$0] }, last: rows.map { dates.last[$0] })
    }
    return Column(values, unknown: unknown, none: none)
  }
}
