// Numbers of linked rows where these are many: each row adds to the row that it points to.

extension Executor {
  /// The figures of the rows of a long relation, for each row that they point to: the groups of
  /// their link. Nil where rows may point to several, where there may be more of them, or where
  /// the number has no plain form.
  /// - Complexity: O(rows) in one pass, without lists of rows.
  func longLinkFigures(
    _ join: Join, _ measure: Measure, from relation: Relation
  ) -> LinkFigures? {
    let target = dataset.relations[join.to]
    guard case .many(let column) = join.way, join.isComplete, isLong(join.to),
      target.doubtful == nil, target.columns[column].unknown.isEmpty
    else { return nil }
    let field = target.schema.fields[column]
    let key = FieldRef(hops: [], column: column, field: field, text: field.name)
    let plan = GroupPlan(
      grouping: .keys([GroupKey(value: .field(key), field: field)]),
      columns: [NamedMeasure(name: measure.kind.word, measure: measure)])
    guard let dense = DenseGroups(self, plan), case .link(let owners)? = dense.keys.first?.values
    else { return nil }
    var figures = [Figure?](repeating: nil, count: relation.count)
    for (group, owner) in owners.enumerated() where !dense.keys[0].none[group] {
      figures[Int(owner)] = dense.figures[0].figures[group]
    }
    let nothing = Figure.ofNoRows(measure, countUnit(join.to))
    return LinkFigures(figures.map { $0 ?? nothing }, measure)
  }
}

extension Figure {
  /// The figure of no rows: a count and a sum are 0, other numbers are none.
  fileprivate static func ofNoRows(_ measure: Measure, _ baseUnit: Unit) -> Figure {
    let counts = SummaryCounts(
      certain: 0, optional: 0, missing: 0, members: 0, open: 0, base: 0, baseLow: 0)
    switch measure.kind {
    case .count, .share:
      return Figure(
        low: 0, high: 0, unknown: 0, base: 0, baseLow: 0, unit: measure.unit, baseUnit: baseUnit)
    case .aggregate(let word, _):
      return summary(
        counts, word == .sum ? (0, 0) : nil, word, measure.unit, baseUnit,
        isAmount: measure.isAmount)
    }
  }
}

extension LinkFigures {
  /// What figures of complete lists prove.
  fileprivate init(_ figures: [Figure], _ measure: Measure) {
    self.init(count: figures.count)
    let isSum = measure.kind.word == Aggregator.sum.rawValue
    for figure in figures {
      // A mean of rows that are all only possible may not be.
      let isSure = isSum || figure.existence == .certain && figure.known != 0
      if figure.low != nil, isSure, !figure.lacksValues || isSum && measure.isAmount {
        append(proven: figure)
      } else if figure.knownOf == 0 {
        append(empty: figure)
      } else {
        append(open: figure)
      }
    }
  }
}
