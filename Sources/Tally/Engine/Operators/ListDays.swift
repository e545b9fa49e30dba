// Of which day the rows of a relation are, where that is not the answer's.

extension Executor {
  /// The day of the list that a relation shows; nil where its rows are of no single day.
  func listDay(of relation: Int) -> Day? {
    switch dataset.relations[relation].schema.timing {
    case .always, .undated, .dated: nil
    case .list(of: let day): day
    case .snapshots: dataset.lists(of: relation).last { $0 <= dataset.asOf }
    }
  }

  /// The day of a relation's first list; nil where it is no series of lists.
  func firstList(of relation: Int) -> Day? {
    switch dataset.relations[relation].schema.timing {
    case .always, .undated, .dated: nil
    case .list(of: let day): day
    case .snapshots: dataset.lists(of: relation).first
    }
  }

  /// Whether an answer rests on rows of the user's own alone, which state no date.
  func isUndated(_ trail: SourceTrail) -> Bool {
    let relations = trail.relations
    for number in relations
    where dataset.relations[number].schema.timing != .undated {
      return false
    }
    return !relations.isEmpty
  }

  /// What a relation's rows are shown as of.
  func date(of schema: RelationSchema) -> AnswerDate {
    schema.timing == .undated ? .unstated : AnswerDate(dataset.asOf)
  }

  /// What an answer is as of. Rows of one list are of its day, whatever day was asked; an answer
  /// that uses anything else of a day is of the day asked.
  func date(of plan: LogicalPlan, _ trail: SourceTrail) -> AnswerDate {
    let asked = AnswerDate(dataset.asOf)
    if isUndated(trail) { return .unstated }
    if let shown = plan.shown, dataset.relations[shown].schema.timing == .undated {
      return .unstated
    }
    guard let head = plan.measure?.set.relation ?? plan.set?.relation, let day = listDay(of: head),
      !trail.usesAnswers
    else { return asked }
    let isAlone = trail.relations.allSatisfy { number in
      listDay(of: number).map { $0 == day } ?? (dataset.relations[number].schema.timing == .always)
    }
    return isAlone ? AnswerDate(day) : asked
  }
}
