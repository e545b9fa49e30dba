// The sets that a query has evaluated: its figure, its notes and its sources ask for the same ones.

import Synchronization

/// Sets and their members, for one query. A class, for the parts of a query share what one of them
/// has found.
final class EvaluatedSets: Sendable {
  /// How many sets are kept: a question has two or three, and a table one for each measure. Where
  /// there are more, the oldest makes way.
  static let maximumSets = 8

  private let sets = Mutex<[(plan: SetPlan, rows: RowSet)]>([])

  /// The members of a set, if it was evaluated and is kept.
  func rows(of plan: SetPlan) -> RowSet? {
    sets.withLock { sets in sets.first { $0.plan == plan }?.rows }
  }

  /// Keeps the members of a set. All rows of a relation cost nothing to say again.
  func keep(_ rows: RowSet, of plan: SetPlan) {
    if case .scan = plan { return }
    sets.withLock { sets in
      if sets.count >= EvaluatedSets.maximumSets { sets.removeFirst() }
      sets.append((plan, rows))
    }
  }
}
