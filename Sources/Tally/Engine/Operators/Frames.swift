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

  /// The figures of each group, as rows of a relation made of the keys and the figures.
  /// - Throws: `ExecutionError.tooWide` where `across` has more values than there may be columns.
  func frame(of plan: GroupPlan) throws(ExecutionError) -> Frame {
    switch plan.grouping {
    case .keys(let keys): try frame(of: plan, by: keys)
    case .rows(of: let set, let join): frame(of: plan, of: set, join)
    }
  }

  private func frame(
    of plan: GroupPlan, by keys: [GroupKey]
  ) throws(ExecutionError) -> Frame {
    let unit = Unit(.count, singular: "group", plural: "groups")
    linked.expect(plan.columns.compactMap(\.measure.kind.value))
    if isWorthSlots(plan.columns.first?.measure.set.relation), let dense = DenseGroups(self, plan) {
      guard !shouldStop() else { throw .stopped }
      return frame(plan, dense.keys, dense.figures, dense.groups, unit)
    }
    let divided = try DividedRows(self, plan)
    guard !shouldStop() else { throw .stopped }
    var frame = frame(plan, divided.keys, divided.figures, divided.groups, unit)
    frame.notes += divided.notes
    // The figures of whole rows are there to sort and to keep by; what is shown is their parts.
    if plan.across != nil {
      frame.columns.removeSubrange(keys.count..<keys.count + plan.columns.count)
    }
    return frame
  }

  private func frame(of plan: GroupPlan, of set: SetPlan, _ join: Join) -> Frame {
    let groups = groups(of: rows(of: set), join)
    let all = Array(Set(groups.floating.joined())).sorted()
    let figures = plan.columns.map { column in
      let input = input(of: column.measure)
      var figures = groups.indices.map {
        input.figure(groups.members($0), floating: groups.floating[$0])
      }
      // Where the list of linked rows is not complete, there may be more than are known.
      if !join.isComplete {
        let keepsLow = column.measure.kind.keepsLow(isAmount: input.isAmount)
        for index in figures.indices { figures[index].open(keepingLow: keepsLow) }
      }
      return FigureColumn(
        field: GroupSchema.figure(column), figures: figures,
        whole: input.figure(groups.rows, floating: all))
    }
    let rows = groups.keys.map { Int32($0[0]) }
    var frame = frame(
      plan, [Column(.link(rows: rows), count: rows.count)], figures, groups,
      countUnit(set.relation))
    let isProven = plan.columns.allSatisfy { $0.measure.kind == .count }
    if !join.isComplete, !isProven {
      frame.notes.append(lackNote(join))
    }
    return frame
  }

  /// That numbers of a list that may lack rows are not known, and what is: groups of its rows.
  private func lackNote(_ join: Join) -> String {
    let schema = dataset.relations[join.to].schema
    let note =
      "the list of \(schema.name) may lack some: what is made of their numbers is not known"
    guard case .many(let column) = join.way else { return note }
    return note + "; groups of \(schema.name) by \(schema.fields[column].name) are of those it has"
  }

  private func frame(
    _ plan: GroupPlan, _ keys: [Column], _ figures: [FigureColumn], _ groups: GroupTable,
    _ unit: Unit
  ) -> Frame {
    var schema = GroupSchema.schema(plan, in: dataset)
    schema.fields = schema.fields.prefix(keys.count) + figures.map(\.field)
    let relation = Relation(
      schema: schema, count: groups.certain.count,
      columns: keys + figures.map { intervals($0.figures) })
    let shown = groups.indices.filter { groups.certain[$0] }
    let columns = schema.fields.enumerated().map { at, field in
      OutputColumn(
        name: field.name,
        value: .field(FieldRef(hops: [], column: at, field: field, text: field.name)))
    }
    return Frame(
      relation: relation, number: nil, rows: shown, matched: shown.count,
      open: groups.indices.filter { !groups.certain[$0] }, columns: columns, unit: unit,
      base: figures.first?.whole?.base ?? 0, baseLow: figures.first?.whole?.baseLow,
      figures: Dictionary(
        uniqueKeysWithValues: zip(keys.count..<keys.count + figures.count, figures)))
  }

  private func intervals(_ figures: [Figure]) -> Column {
    // A sum of which no end is proven is not known, whatever those of its values that are make.
    let missing = Bitmap(count: figures.count) { figures[$0].low == nil }
    let unknown = Bitmap(count: figures.count) {
      missing[$0] && (figures[$0].lacksValues || !figures[$0].isOfNothing)
    }
    return Column(
      .numbers(figures.map(least), figures.map(most)), unknown: unknown,
      none: missing - unknown)
  }

  /// The proven ends of a figure. A figure over the known values alone proves none: what is not
  /// known could move it either way; a sum of amounts keeps its low end.
  private func least(_ figure: Figure) -> Double {
    guard let low = figure.low else { return 0 }
    if figure.existence == .possible { return -.infinity }
    return figure.lacksValues && figure.high != nil ? -.infinity : low
  }

  private func most(_ figure: Figure) -> Double {
    guard figure.low != nil else { return 0 }
    if figure.existence == .possible { return .infinity }
    return figure.lacksValues ? .infinity : figure.high ?? .infinity
  }
}
