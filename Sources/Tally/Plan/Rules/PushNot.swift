// push-not: a negation moves to the leaves, where it only swaps two bitmaps.

extension OptimizerRule {
  /// Kleene's logic keeps De Morgan's laws and the double negation, so the three values stay.
  static let pushNot = OptimizerRule(
    name: "push-not",
    rewriteSet: { set in
      switch set {
      case .filter(let inner, let condition): .filter(inner, pushed(condition))
      case .scope(let inner, let condition): .scope(inner, pushed(condition))
      case .scan, .combine, .settled: set
      }
    })

  private static func pushed(_ condition: Condition) -> Condition {
    switch condition {
    case .not(.not(let inner)): pushed(inner)
    case .not(.all(let parts)): .any(parts.map { pushed(.not($0)) })
    case .not(.any(let parts)): .all(parts.map { pushed(.not($0)) })
    case .not(.constant(let value)): .constant(!value)
    case .all(let parts): .all(parts.map(pushed))
    case .any(let parts): .any(parts.map(pushed))
    case .certainly(let inner): .certainly(pushed(inner))
    case .possibly(let inner): .possibly(pushed(inner))
    case .isSettled(let inner): .isSettled(pushed(inner))
    case .not, .constant, .answer, .order, .equal, .within, .before, .after, .words, .leadsTo,
      .isRow, .isKnown, .isNone, .linked:
      condition
    }
  }
}
