// Arithmetic with two numbers, as they are written.

extension Expr.Arithmetic {
  /// The result, rounded once; a quotient by zero is 0, and so is one by an infinite end. Such an
  /// end is passed by every number, so that nothing times it is still nothing.
  func of(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .plus: Written.sum(a, b)
    case .minus: Written.difference(a, b)
    case .times: a == 0 || b == 0 ? 0 : Written.product(a, b)
    case .over: b == 0 || !b.isFinite ? 0 : Written.quotient(a, b)
    }
  }
}
