// Numbers of several units: what may be summed, averaged and ranked, and what is said where not.

extension Checker {
  /// Refuses one number, or one order, of numbers whose unit stands in another field of the row:
  /// hours and people have no sum. They may be grouped by the unit, or be of one unit.
  /// - Parameters:
  ///   - grouping: what the number is of each of.
  ///   - fix: the query by its units, where one can be said.
  /// - Throws: T445.
  func checkUnit(
    of field: FieldRef, at span: Span, in set: SetPlan, by grouping: [FieldRef] = [],
    fix: Fix? = nil
  ) throws(Diagnostic) {
    let schema = schema(field.hops.last?.target ?? set.relation)
    guard let name = field.field.unitField, let column = schema.field(name) else { return }
    let isGrouped = grouping.contains {
      $0.hops == field.hops && $0.column == column && $0.aspect == nil
    }
    let one = [column, schema.field(schema.key)].compactMap(\.self)
    if isGrouped || field.hops.isEmpty && set.has(oneOf: one) { return }
    throw .mixedUnits(span, field.text, unit: name, of: schema.name, fix: fix)
  }

  /// The query of a measure with its units for groups.
  func byUnit(_ field: FieldRef, _ core: Core) -> Fix? {
    guard let unit = field.field.unitField, field.hops.isEmpty,
      let end = core.grouping.last?.span.end ?? core.set?.span.end
    else { return nil }
    return Fix(Span(end, end), (core.grouping.isEmpty ? " by " : ", ") + unit)
  }
}

extension Diagnostic {
  /// T445: one number of numbers that count different things.
  static func mixedUnits(
    _ span: Span, _ text: String, unit: String, of relation: String, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      "T445", at: span, "the numbers in \(text) are of several units: \(unit) names each",
      help: [
        "to ask of one unit say it: \(relation) where \(unit) is …;",
        "count \(relation) by \(unit) shows which there are",
      ], fixes: fix.map { [$0] } ?? [])
  }
}

extension SetPlan {
  /// Whether all members have one text in one of some columns, by the set's own conditions.
  fileprivate func has(oneOf columns: [Int]) -> Bool {
    switch self {
    case .scan: false
    case .scope(let set, let condition), .filter(let set, let condition):
      condition.names(oneOf: columns) || set.has(oneOf: columns)
    case .combine(.union, _, _): false
    case .combine(.intersect, let a, let b): a.has(oneOf: columns) || b.has(oneOf: columns)
    case .combine(.minus, let a, _): a.has(oneOf: columns)
    case .settled(let set): set.has(oneOf: columns)
    }
  }
}

extension Condition {
  /// Whether rows that meet it have one text in one of some columns.
  fileprivate func names(oneOf columns: [Int]) -> Bool {
    switch self {
    case .words(.field(let field), .isOneOf(let words)):
      field.hops.isEmpty && field.aspect == nil && words.count == 1
        && columns.contains(field.column)
    case .all(let parts): parts.contains { $0.names(oneOf: columns) }
    case .certainly(let inner): inner.names(oneOf: columns)
    default: false
    }
  }
}
