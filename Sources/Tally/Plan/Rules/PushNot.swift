// push-not: a negation moves to the leaves, where it only swaps two bitmaps.

extension OptimizerRule {
  /// Kleene's logic keeps De Morgan's laws and the double negation, so the three values stay.
  static let pushNot = OptimizerRule(
    name: "push-not",
    rewriteSet: { set in
      switch set {
      case .filter(let inner, let condition) where condition.hasNotAbove:
        .filter(inner, rewritten(condition))
      case .scope(let inner, let condition) where condition.hasNotAbove:
        .scope(inner, rewritten(condition))
      case .scan, .scope, .filter, .combine, .settled: set
      }
    })

  private static func pushed(_ condition: Condition) -> Condition {
    condition.hasNotAbove ? rewritten(condition) : condition
  }

  private static func rewritten(_ condition: Condition) -> Condition {
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

extension Condition {
  /// Whether a negation stands above something that it can be pushed into.
  fileprivate var hasNotAbove: Bool {
    switch self {
    case .not(.not), .not(.all), .not(.any), .not(.constant): true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasNotAbove)
    case .certainly(let inner), .possibly(let inner), .isSettled(let inner): inner.hasNotAbove
    case .not, .constant, .answer, .order, .equal, .within, .before, .after, .words, .leadsTo,
      .isRow, .isKnown, .isNone, .linked:
      false
    }
  }
}
