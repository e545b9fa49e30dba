// What answers are divided by: keys, columns beside each other, percentages.

extension Checker {
  /// A measure of the whole set, or of its groups.
  mutating func grouped(
    _ measure: Measure, _ core: Core, named name: String
  ) throws(Diagnostic) -> LogicalPlan {
    // Most questions have nothing to group by.
    if core.grouping.isEmpty, core.across == nil, core.clauses == nil { return .figure(measure) }
    return try grouped([NamedMeasure(name: name, measure: measure)], core)
  }

  /// The measures of a core's groups; one measure of all rows where there is nothing to group by.
  mutating func grouped(
    _ columns: [NamedMeasure], _ core: Core
  ) throws(Diagnostic) -> LogicalPlan {
    guard let relation = columns.first?.measure.set.relation else { throw .wantsWord(core.span) }
    // What is called by what was typed: no other key takes its name.
    var taken = columns.map(\.name)
    for case .path(let path) in core.grouping + [core.across].compactMap(\.self) {
      taken.append(path.text)
    }
    var keys: [GroupKey] = []
    for dimension in core.grouping {
      let key = try key(dimension, of: relation, beside: taken)
      keys.append(key)
      taken.append(key.field.name)
    }
    let across: GroupKey?
    switch core.across {
    case .none: across = nil
    case .some(let dimension): across = try key(dimension, of: relation, beside: taken)
    }
    // A table without keys has no figure of its own: its numbers are one group, under their names.
    guard !keys.isEmpty || across != nil || !core.measures.isEmpty else {
      if let percent = core.percent { throw .percentWantsGroups(percent.span) }
      return .figure(columns[0].measure)
    }
    var plan = GroupPlan(grouping: .keys(keys), columns: columns, across: across)
    if let percent = core.percent {
      plan.percent = try divisor(percent, keys + [across].compactMap(\.self), core, relation)
      for at in plan.columns.indices { plan.columns[at].measure.unit.kind = .share }
    }
    return .group(plan)
  }

  /// The value that a dimension groups by. A path or a condition is named as it is written;
  /// a function by its name, and bands by what they are bands of.
  private mutating func key(
    _ dimension: DimensionNode, of relation: Int, beside taken: [String]
  ) throws(Diagnostic) -> GroupKey {
    let scope = Scope(relation: relation, schema: schema(relation))
    switch dimension {
    case .years(_, let span): throw .yearsTwice(span)
    case .path(let path):
      if path.text == "years" { throw .yearsWantPeriods(path.span) }
      let value = try shown(.path(path), scope)
      return GroupKey(value: value, field: value.field(named: path.text))
    case .value(let expr, let span):
      let value = try shown(expr, scope)
      let typed = source.written(span)
      let isBracketed = typed.hasPrefix("(") && typed.hasSuffix(")")
      let written = isBracketed ? String(typed.dropFirst().dropLast()) : typed
      guard case .call(let function, let arguments, _) = expr else {
        return GroupKey(value: value, field: value.field(named: written))
      }
      var names = [function.text, written]
      if case .bands = value, case .path(let path)? = arguments.first {
        names = [path.text] + names
      }
      let name = names.first { !taken.contains($0) } ?? written
      return GroupKey(value: value, field: value.field(named: name))
    }
  }

  /// What percentages are of.
  private mutating func divisor(
    _ percent: PercentNode, _ keys: [GroupKey], _ core: Core, _ relation: Int
  ) throws(Diagnostic) -> Divisor {
    guard let path = percent.of else { return .whole }
    let scope = Scope(relation: relation, schema: schema(relation))
    let value = try shown(.path(path), scope)
    if case .bands = value { throw .percentOfBands(path) }
    guard let key = keys.firstIndex(where: { $0.value == value }) else {
      let end = core.grouping.last?.span.end ?? core.set?.span.end ?? percent.span.start
      let added = (core.grouping.isEmpty ? " by " : ", ") + path.text
      throw .percentOfNoKey(path, fix: Fix(Span(end, end), added))
    }
    return .group(key: key)
  }
}
