// The condition of a question of totals: only the edition's own fields, asked yes, no or unknown.

/// Reads conditions over an edition's fields.
struct TotalsReader {
  let edition: TotalsEdition
  let question: TotalsQuestion

  /// A condition.
  /// - Parameter whole: what the condition is a part of, where it is one side of a test.
  /// - Throws: T512 for what was not published, and what the checker says of mistakes.
  func condition(
    _ expr: Expr, of whole: Expr? = nil
  ) throws(Diagnostic) -> TotalsCondition {
    let whole = whole ?? expr
    switch expr {
    case .path(let path):
      guard path.rest.isEmpty, let field = edition.field(path.text) else {
        throw refused(whole, path.span, "by \(path.text)")
      }
      return .field(field)
    case .literal(.answer(let value), _): return .constant(value)
    case .modified(.not, let inner, _): return .not(try condition(inner))
    case .modified(.certainly, let inner, _): return .certainly(try condition(inner))
    case .modified(.possibly, let inner, _): return .possibly(try condition(inner))
    case .junction(.and, let parts): return .all(try conditions(parts))
    case .junction(.or, let parts): return .any(try conditions(parts))
    case .state(let inner, let isNot, let state, _):
      return negated(isNot, try tested(whole, inner, state))
    case .equal(let left, let isNot, let right):
      return negated(isNot, try equal(whole, try condition(left, of: whole), right))
    case .member(let left, let isNot, let values, _):
      let left = try condition(left, of: whole)
      var parts: [TotalsCondition] = []
      for value in values { parts.append(try equal(whole, left, value)) }
      return negated(isNot, .any(parts))
    case .has(_, let span): throw refused(whole, span, "by links")
    case .compare, .between, .text, .literal, .parameter, .call, .linked, .negative,
      .arithmetic, .broken:
      let path = AskedFields(in: expr).paths.first
      throw refused(whole, path?.span ?? expr.span, path.map { "by \($0.text)" } ?? "so")
    }
  }

  private func conditions(_ parts: [Expr]) throws(Diagnostic) -> [TotalsCondition] {
    var bound: [TotalsCondition] = []
    for part in parts { bound.append(try condition(part)) }
    return bound
  }

  private func tested(
    _ expr: Expr, _ inner: Expr, _ state: Expr.State
  ) throws(Diagnostic) -> TotalsCondition {
    switch state {
    case .known: return .isSettled(try condition(inner, of: expr))
    case .unknown: return .not(.isSettled(try condition(inner, of: expr)))
    case .none:
      _ = try condition(inner, of: expr)
      throw .neverNone(inner.span)
    }
  }

  /// That a condition is yes, or is no; a value that is neither has the checker's own words.
  private func equal(
    _ expr: Expr, _ left: TotalsCondition, _ right: Expr
  ) throws(Diagnostic) -> TotalsCondition {
    guard case .literal(.answer(let value), _) = right else {
      throw refused(expr, right.span, "so")
    }
    return .certainly(value ? left : .not(left))
  }

  private func negated(_ isNot: Bool, _ condition: TotalsCondition) -> TotalsCondition {
    isNot ? .not(condition) : condition
  }

  private func refused(_ expr: Expr, _ span: Span, _ what: String) -> Diagnostic {
    question.usualFault(expr) ?? question.notPublished(span, what, fix: nil)
  }
}
