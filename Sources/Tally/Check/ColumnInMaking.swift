// What `add` makes: columns under new names, and functions over all rows.

/// What is needed to bind a column that is being added.
struct ColumnInMaking {
  /// The columns that functions over all rows make for it.
  var columns: [AddedColumn] = []
  /// The set of the rows; nil for groups.
  var set: SetPlan?
  /// Figures of groups that have no sum: shares, means, ends.
  var averages: Set<String> = []
}

extension Checker {
  /// A column of a function over all rows.
  mutating func window(
    _ function: WindowFunction, _ arguments: [Expr], _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Value {
    guard making != nil else { throw .onlyInAdd(span, source.text(span)) }
    guard arguments.count == 1 else { throw .wrongColumn(span, function) }
    let value = try shown(arguments[0], scope)
    if function.kind != .above { try checkNumber(value, function, arguments[0].span) }
    let name = source.text(span)
    let field = function.field(of: value, named: name)
    let at = scope.schema.fields.count + (making?.columns.count ?? 0)
    making?.columns.append(
      AddedColumn(field: field, content: .window(function, of: value), isShown: false))
    return .field(FieldRef(hops: [], column: at, field: field, text: name))
  }

  /// A place wants numbers of one unit; a part and a sum want numbers that have a sum.
  private func checkNumber(
    _ value: Value, _ function: WindowFunction, _ span: Span
  ) throws(Diagnostic) {
    guard case .number = value.kind else { throw .wrongColumn(span, function) }
    for leaf in value.leaves {
      if case .field(let field) = leaf, let set = making?.set {
        try checkUnit(of: field, at: span, in: set)
      }
      if function.kind != .place, hasNoSum(leaf) { throw .hasNoTotal(span, source.text(span)) }
    }
  }

  /// Whether the numbers of parts do not add up to one of the whole.
  func hasNoSum(_ leaf: Value) -> Bool {
    switch leaf {
    case .field(let field):
      field.field.unit == Field.fraction
        || field.hops.isEmpty && making?.averages.contains(field.field.name) == true
    case .linked(_, let measure): measure.kind.hasNoSum
    case .number, .text, .day, .condition, .arithmetic, .call, .bands: false
    }
  }
}

extension Measure.Kind {
  /// Whether the numbers of parts do not add up to that of the whole.
  fileprivate var hasNoSum: Bool {
    switch self {
    case .count: false
    case .share: true
    case .aggregate(let word, _): word != .sum
    }
  }
}

extension StageChecker {
  /// Adds a column that later ones and later stages may name.
  mutating func add(_ node: ShownColumn, _ stage: StageNode) throws(Diagnostic) {
    var scope = try rows(for: stage)
    guard let name = node.name else { throw .wantsWord(node.span) }
    let taken = scope.named.map(\.name) + scope.schema.fields.map(\.name)
    if taken.contains(name.text) { throw .columnTwice(name, taken: taken) }
    let numbers = plan.groups?.columns.filter { $0.measure.kind.hasNoSum } ?? []
    checker.making = ColumnInMaking(set: plan.set, averages: Set(numbers.map(\.name)))
    defer { checker.making = nil }
    let value = try checker.shown(node.value, scope)
    var columns = checker.making?.columns ?? []
    let last = scope.schema.fields.count + columns.count - 1
    if case .field(let field) = value, field.hops.isEmpty, !columns.isEmpty, field.column == last {
      columns[columns.count - 1].field.name = name.text
      columns[columns.count - 1].isShown = true
    } else {
      columns.append(
        AddedColumn(
          field: value.field(named: name.text), content: .value(value), isShown: true))
    }
    scope.schema.fields += columns.map(\.field)
    self.scope = scope
    plan = .add(plan, columns)
  }
}

extension Diagnostic {
  /// T463: a column under a name that there is.
  static func columnTwice(_ name: Name, taken: [String]) -> Diagnostic {
    var free = name.text + "_2"
    while taken.contains(free) { free += "_2" }
    return .columnTwice(name.span, name.text, fix: Fix(name.span, free))
  }

  /// T449: a part or a sum of what has no sum.
  static func hasNoTotal(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic(
      "T449", at: span, "\(text) has no total: shares, means and ends do not add up",
      help: ["counts and sums do, as in: percent_of_total(count)"])
  }

  /// T448: a function over all rows outside `add`.
  static func onlyInAdd(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic(
      "T448", at: span, "\(text) looks at all rows: it stands in the stage add",
      help: ["give it a name there, and use the name: | add n = \(text)"])
  }

  /// T408: a function over all rows of something else than a column.
  static func wrongColumn(_ span: Span, _ function: WindowFunction) -> Diagnostic {
    Diagnostic(
      "T408", at: span, "\(function.name) is \(function.meaning)",
      help: ["for example: \(function.example)"])
  }
}
