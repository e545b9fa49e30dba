// Of which day the rows of a relation are, where that is not the answer's.

extension Executor {
  /// The day of the list that a relation shows; nil where its rows are of no single day.
  func listDay(of relation: Int) -> Day? {
    switch dataset.relations[relation].schema.timing {
    case .always, .dated: nil
    case .list(of: let day): day
    case .snapshots: dataset.lists(of: relation).last { $0 <= dataset.asOf }
    }
  }

  /// The day of a relation's first list; nil where it is no series of lists.
  func firstList(of relation: Int) -> Day? {
    switch dataset.relations[relation].schema.timing {
    case .always, .dated: nil
    case .list(of: let day): day
    case .snapshots: dataset.lists(of: relation).first
    }
  }
}
