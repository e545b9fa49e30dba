// top-rows: a sort whose rows are cut keeps no more than the cut shows.

extension OptimizerRule {
  /// `sort` then `take` keeps the first rows only.
  static let topRows = OptimizerRule(
    name: "top-rows",
    rewrite: { plan in
      guard case .limit(.sort(let inner, let orders, _), let skip, let take?) = plan else {
        return plan
      }
      return .limit(.sort(inner, orders, first: skip + take), skip: skip, take: take)
    })
}
