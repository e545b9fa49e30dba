// Measures of a set: what the verbs count, share and sum.

extension Checker {
  /// Counting rows of a relation.
  func countUnit(_ relation: Int) -> Unit {
    let schema = schema(relation)
    return Unit(.count, singular: schema.singular, plural: schema.name)
  }

  /// The share of a set's rows that meet a condition.
  mutating func share(_ expr: Expr, among set: SetPlan) throws(Diagnostic) -> Measure {
    let condition = try condition(expr, Scope(relation: set.relation, schema: schema(set.relation)))
    let rows = countUnit(set.relation)
    return Measure(
      kind: .share(condition), set: set,
      unit: Unit(.share, singular: rows.singular, plural: rows.plural))
  }

  /// A summary of a number of each row, or one of each group.
  mutating func aggregate(
    _ word: Aggregator, _ expr: Expr, of set: SetPlan, _ core: Core? = nil
  ) throws(Diagnostic) -> Measure {
    if case .path(let path) = expr { return try aggregate(word, path, of: set, core) }
    let scope = Scope(relation: set.relation, schema: schema(set.relation))
    let value = try number(expr, scope)
    for leaf in value.leaves {
      if case .field(let field) = leaf { try checkUnit(of: field, at: expr.span, in: set) }
      if word == .sum, hasNoSum(leaf) { throw .hasNoTotal(expr.span, source.text(expr.span)) }
    }
    let unit = value.field(named: "").unit
    return Measure(
      kind: .aggregate(word, value), set: set,
      unit: Unit(.measure, singular: unit.singular, plural: unit.plural))
  }

  private func aggregate(
    _ word: Aggregator, _ path: Path, of set: SetPlan, _ core: Core?
  ) throws(Diagnostic) -> Measure {
    let scope = Scope(relation: set.relation, schema: schema(set.relation))
    let field = try field(path, scope)
    guard field.field.type == .number else { throw .notANumber(path.span, path.text, field.field) }
    if field.field.unitField != nil {
      let dimensions = core.map { $0.grouping + [$0.across].compactMap(\.self) } ?? []
      var grouping: [FieldRef] = []
      for case .path(let path) in dimensions { grouping.append(try self.field(path, scope)) }
      try checkUnit(
        of: field, at: path.span, in: set, by: grouping, fix: core.flatMap { byUnit(field, $0) })
    }
    let unit = field.field.unit
    return Measure(
      kind: .aggregate(word, .field(field)), set: set,
      unit: Unit(.measure, singular: unit.singular, plural: unit.plural))
  }

  /// A measure of a table: of the table's set, narrowed by the measure's own condition.
  mutating func column(
    _ node: MeasureNode, of set: SetPlan, _ core: Core
  ) throws(Diagnostic) -> NamedMeasure {
    let name = node.name?.text ?? node.word.text
    if node.word.text == "share", let expr = node.condition {
      return NamedMeasure(name: name, measure: try share(expr, among: set))
    }
    var own = set
    if let expr = node.condition {
      let scope = Scope(relation: set.relation, schema: schema(set.relation))
      own = .filter(set, try condition(expr, scope))
    }
    guard let word = Aggregator.named(node.word.text), let value = node.value else {
      let unit = countUnit(set.relation)
      return NamedMeasure(name: name, measure: Measure(kind: .count, set: own, unit: unit))
    }
    return NamedMeasure(name: name, measure: try aggregate(word, value, of: own, core))
  }
}
