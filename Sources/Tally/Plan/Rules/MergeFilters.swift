// merge-filters: two conditions in a row are one.

extension OptimizerRule {
  /// A filter of a filter asks both conditions at once; so does a scope of a scope.
  static let mergeFilters = OptimizerRule(
    name: "merge-filters",
    rewriteSet: { set in
      switch set {
      case .filter(.filter(let inner, let first), let second):
        .filter(inner, .all(parts(first) + parts(second)))
      case .scope(.scope(let inner, let first), let second):
        .scope(inner, .all(parts(first) + parts(second)))
      default: set
      }
    })

  private static func parts(_ condition: Condition) -> [Condition] {
    if case .all(let parts) = condition { parts } else { [condition] }
  }
}
