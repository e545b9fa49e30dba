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

  /// A summary of a number field, or one of each group.
  func aggregate(
    _ word: Aggregator, _ path: Path, of set: SetPlan, _ node: SetNode? = nil,
    by grouping: [Path] = []
  ) throws(Diagnostic) -> Measure {
    let field = try field(path, Scope(relation: set.relation, schema: schema(set.relation)))
    guard field.field.type == .number else { throw .notANumber(path.span, path.text) }
    if field.field.unitField != nil {
      try checkUnit(
        of: field, at: path.span, in: set, by: try keys(grouping, of: set.relation),
        fix: node.flatMap { byUnit(field, $0, grouping) })
    }
    let unit = field.field.unit
    return Measure(
      kind: .aggregate(word, .field(field)), set: set,
      unit: Unit(.measure, singular: unit.singular, plural: unit.plural))
  }

  /// The fields among dimensions.
  func paths(_ dimensions: [DimensionNode]) throws(Diagnostic) -> [Path] {
    var paths: [Path] = []
    for dimension in dimensions {
      guard case .path(let path) = dimension else {
        throw .notYet(Name(text: "this", span: dimension.span))
      }
      paths.append(path)
    }
    return paths
  }

  /// A measure of the whole set, or of its groups.
  func grouped(
    _ measure: Measure, by paths: [Path], named name: String
  ) throws(Diagnostic) -> LogicalPlan {
    guard !paths.isEmpty else { return .figure(measure) }
    return .group(measure, .fields(try keys(paths, of: measure.set.relation)), named: name)
  }

  private func keys(_ paths: [Path], of relation: Int) throws(Diagnostic) -> [FieldRef] {
    var keys: [FieldRef] = []
    for path in paths {
      keys.append(try field(path, Scope(relation: relation, schema: schema(relation))))
    }
    return keys
  }
}
