// Conditions: what must be yes, no or unknown of each row.

extension Checker {
  /// The condition that an expression states.
  mutating func condition(_ expr: Expr, _ scope: Scope) throws(Diagnostic) -> Condition {
    switch expr {
    case .junction(.and, let parts): return .all(try conditions(parts, scope))
    case .junction(.or, let parts): return .any(try conditions(parts, scope))
    case .modified(.not, let inner, _): return .not(try condition(inner, scope))
    case .modified(.certainly, let inner, _): return .certainly(try condition(inner, scope))
    case .modified(.possibly, let inner, _): return .possibly(try condition(inner, scope))
    case .state(let inner, let isNot, let state, _):
      return negated(isNot, try stateTest(inner, state, scope))
    case .equal(let left, let isNot, let right):
      return negated(isNot, try equality(left, [right], scope, isNot: isNot))
    case .member(let left, let isNot, let values, _):
      return negated(isNot, try equality(left, values, scope))
    case .compare(let left, let order, let right): return try ordered(left, order, right, scope)
    case .between(let value, let low, let high):
      return .all([
        try ordered(value, .atLeast, low, scope), try ordered(value, .atMost, high, scope),
      ])
    case .text(let left, let test, let text, let span):
      return try textTest(left, test, text, span, scope)
    case .has(let quantity, let span):
      guard let relation = scope.relation else { throw .noLinksHere(span) }
      return try linked(quantity, from: relation)
    case .literal(.answer(let value), _): return .constant(value)
    case .path(let path): return try fieldCondition(path, scope)
    case .parameter(let name): throw .unknownParameter(name, near: [])
    case .literal(.text(let text), let span) where scope.schema.field(text.lowercased()) != nil:
      throw .quotedField(span, text.lowercased())
    case .literal, .call, .linked, .negative, .arithmetic, .broken:
      throw .notACondition(expr.span, "this", "a value", example: nil)
    }
  }

  private func negated(_ isNot: Bool, _ condition: Condition) -> Condition {
    isNot ? .not(condition) : condition
  }

  private mutating func conditions(
    _ parts: [Expr], _ scope: Scope
  ) throws(Diagnostic) -> [Condition] {
    var bound: [Condition] = []
    bound.reserveCapacity(parts.count)
    for part in parts { bound.append(try condition(part, scope)) }
    return bound
  }

  /// A bare field: only an answer is a condition.
  private mutating func fieldCondition(_ path: Path, _ scope: Scope) throws(Diagnostic) -> Condition
  {
    if let relation = scope.relation, path.rest.isEmpty,
      schema(relation).link(path.text) != nil
    {
      throw .linkIsNoCondition(path)
    }
    if scope.named.isEmpty { return try answer(try field(path, scope), path) }
    switch try value(of: path, scope) {
    case .condition(let condition): return condition
    case .field(let field): return try answer(field, path)
    case .number, .text, .arithmetic, .call, .bands, .day, .linked:
      throw .notACondition(path.span, path.text, "a value", example: nil)
    }
  }

  private func answer(_ field: FieldRef, _ path: Path) throws(Diagnostic) -> Condition {
    guard field.field.isAnswer else {
      throw .notACondition(
        path.span, path.text, field.field.type.word, example: example(field.field))
    }
    return .answer(field)
  }

  private func example(_ field: Field) -> String? {
    switch field.type {
    case .answer: nil
    case .number: "\(field.name) > 100_000"
    case .text: "\(field.name) contains \"San\""
    case .category(let words): words.first.map { "\(field.name) is \($0)" }
    case .date: "\(field.name) > 2025"
    case .link: "\(field.name) is known"
    }
  }

  private mutating func stateTest(
    _ expr: Expr, _ state: Expr.State, _ scope: Scope
  ) throws(Diagnostic) -> Condition {
    let operand = try operand(expr, scope)
    switch (state, operand) {
    case (.known, .condition(let condition)): return .isSettled(condition)
    case (.unknown, .condition(let condition)): return .not(.isSettled(condition))
    case (.none, .condition(.answer(let field))) where !field.hops.isEmpty:
      return .isNone(.field(field))
    case (.none, .condition): throw .neverNone(expr.span)
    case (.known, .value(let value)): return .isKnown(value)
    case (.unknown, .value(let value)): return .not(.isKnown(value))
    case (.none, .value(let value)): return .isNone(value)
    case (_, .period), (_, .truth), (_, .fips):
      throw .notACondition(expr.span, "this", "a value", example: nil)
    }
  }

  // MARK: Order

  private mutating func ordered(
    _ left: Expr, _ order: Expr.Order, _ right: Expr, _ scope: Scope
  ) throws(Diagnostic) -> Condition {
    let a = try operand(left, scope)
    let b = try operand(right, scope)
    if let value = a.date {
      guard let period = b.asPeriod else { throw .needsPeriod(right.span, source.text(left.span)) }
      return dated(value, order, period)
    }
    if let value = b.date {
      guard let period = a.asPeriod else { throw .needsPeriod(left.span, source.text(right.span)) }
      return dated(value, order.mirrored, period)
    }
    try refuseBareShare(a, right, scope)
    try refuseBareShare(b, left, scope)
    guard let x = a.number else {
      throw .notANumber(left.span, source.text(left.span), a.field)
    }
    guard let y = b.number else {
      throw .notANumber(right.span, source.text(right.span), b.field)
    }
    return .order(x, order, y)
  }

  /// A share is compared with a percentage: a number above 1 would never be met.
  private func refuseBareShare(
    _ operand: Operand, _ other: Expr, _ scope: Scope
  ) throws(Diagnostic) {
    guard case .value(.field(let field)) = operand, field.field.unit == Field.fraction,
      case .literal(.number(let number), let span) = other, number > 1
    else { return }
    throw .shareIsPercent(span, field.text, source.text(span))
  }

  private func dated(_ value: Value, _ order: Expr.Order, _ period: Period) -> Condition {
    switch order {
    case .less: .before(value, period)
    case .more: .after(value, period)
    case .atMost: .all([.not(.after(value, period)), .not(.isNone(value))])
    case .atLeast: .all([.not(.before(value, period)), .not(.isNone(value))])
    }
  }

  // MARK: Equality

  /// That a value is one of some values.
  /// - Parameter isNot: whether one comparison is negated; nil where it is a list of values.
  private mutating func equality(
    _ left: Expr, _ rights: [Expr], _ scope: Scope, isNot: Bool? = nil
  ) throws(Diagnostic) -> Condition {
    let operand = try operand(left, scope)
    var parts: [Condition] = []
    for right in rights { parts.append(try equal(operand, left, right, scope, isNot)) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func equal(
    _ left: Operand, _ leftExpr: Expr, _ right: Expr, _ scope: Scope, _ isNot: Bool?
  ) throws(Diagnostic) -> Condition {
    switch left {
    case .condition(let condition):
      guard case .literal(.answer(let value), _) = right else {
        throw .answerIsYesOrNo(right.span, leftExpr.span, in: source, isNot: isNot)
      }
      guard !value, case .answer(let field) = condition, !field.hops.isEmpty else {
        return .certainly(value ? condition : .not(condition))
      }
      // What does not apply is not "no": a state agency's agreement has no county.
      return .all([.certainly(.not(condition)), .not(.isNone(.field(field)))])
    case .value(let value):
      switch value.kind {
      case .number: return try equalNumbers(value, leftExpr, right, scope)
      case .date:
        guard let period = try operand(right, scope).asPeriod else {
          throw .needsPeriod(right.span, source.text(leftExpr.span))
        }
        return .within(value, period)
      case .text: return try equalTexts(value, right)
      case .truth(let condition):
        return
          try equal(.condition(condition), leftExpr, right, scope, isNot)
      }
    case .period, .truth, .fips: throw .fieldFirst(leftExpr.span)
    }
  }

  private mutating func equalNumbers(
    _ value: Value, _ left: Expr, _ right: Expr, _ scope: Scope
  ) throws(Diagnostic) -> Condition {
    guard let number = try operand(right, scope).number else {
      throw .notANumber(right.span, source.text(right.span))
    }
    return .equal(value, number)
  }

  private mutating func equalTexts(_ value: Value, _ right: Expr) throws(Diagnostic) -> Condition {
    if case .field(let field) = value, case .link(let target) = field.field.type {
      return .leadsTo(field, try linkedRows(right, target))
    }
    let word = try word(right)
    if case .field(let field) = value { try checkWord(word, right.span, field) }
    return .words(value, .isOneOf([word]))
  }

  /// The word or text on the right of `is`.
  private func word(_ expr: Expr) throws(Diagnostic) -> String {
    switch expr {
    case .path(let path) where path.rest.isEmpty: return path.text
    case .literal(.text(let text), _): return text
    case .literal(.fips(let digits), _): return digits
    case .literal(.number, let span): return source.text(span)
    default: throw .wantsWord(expr.span)
    }
  }

  /// A category's word must be one of its values; a text that no row has is worth a warning.
  private mutating func checkWord(
    _ word: String, _ span: Span, _ field: FieldRef
  ) throws(Diagnostic) {
    if case .category(let values) = field.field.type {
      guard values.contains(word.lowercased()) else {
        throw .unknownValue(span, word, field.field.name, values)
      }
      return
    }
    guard let texts = knownTexts(field) else { return }
    let small = smallTexts[field.text] ?? Set(texts.map { $0.lowercased() })
    smallTexts[field.text] = small
    if !small.contains(word.lowercased()), !notes.contains(where: { $0.code == "W304" }) {
      let near = Spelling.nearest(word, in: texts.filter { !$0.isEmpty })
      note(.noSuchText(span, word, field.field.name, near))
    }
  }

  private func textTest(
    _ left: Expr, _ test: Expr.TextTest, _ text: String, _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Condition {
    var copy = self
    guard case .value(let value) = try copy.operand(left, scope), case .text = value.kind else {
      throw .notText(left.span, source.text(left.span))
    }
    let predicate: TextPredicate =
      switch test {
      case .matches: .matches(try pattern(text, endingAt: span.end))
      case .contains: .contains(text)
      case .startsWith: .startsWith(text)
      case .endsWith: .endsWith(text)
      }
    return .words(value, predicate)
  }

  /// The pattern of a text in quotes that ends at an offset.
  private func pattern(_ text: String, endingAt end: Int) throws(Diagnostic) -> TextPattern {
    do throws(PatternFault) {
      return try TextPattern(text)
    } catch {
      // A quote inside the text is written twice, and a typographic one takes three bytes.
      let closing = source.text(Span(end - 3, end)).hasSuffix("\"") ? 1 : 3
      func typed(_ count: Int) -> Int {
        text.prefix(count).utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\"") ? 2 : 1) }
      }
      let start = end - closing - typed(text.count)
      throw .badPattern(
        Span(start + typed(error.range.lowerBound), start + typed(error.range.upperBound)),
        error.kind)
    }
  }
}

extension Expr.Order {
  /// The order with its sides changed.
  var mirrored: Expr.Order {
    switch self {
    case .less: .more
    case .atMost: .atLeast
    case .more: .less
    case .atLeast: .atMost
    }
  }
}
