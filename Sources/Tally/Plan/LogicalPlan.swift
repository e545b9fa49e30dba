// What is to be done: about a dozen operators, known to the engine and to nobody's verbs.

/// Rows of one relation, with certain and possible members.
indirect enum SetPlan: Sendable, Equatable {
  /// All rows of a relation.
  case scan(Int)
  /// Rows within a scope, which is part of what the question is asked of: places, `of`.
  case scope(SetPlan, Condition)
  /// Rows that meet a condition, which is the question itself.
  case filter(SetPlan, Condition)
  /// Two sets of one relation.
  case combine(SetNode.Operator, SetPlan, SetPlan)
  /// Only the rows whose membership is settled.
  case settled(SetPlan)

  /// The relation that its rows are of.
  var relation: Int {
    switch self {
    // Most sets are all rows, or those that meet one condition.
    case .scan(let relation), .filter(.scan(let relation), _): relation
    case .scope(let set, _), .filter(let set, _), .combine(_, let set, _), .settled(let set):
      set.relation
    }
  }
}

/// A number to find for a set, or for each group of it.
struct Measure: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case count
    case share(Condition)
    case aggregate(Aggregator, Value)
  }
  var kind: Kind
  var set: SetPlan
  /// What the number counts.
  var unit: Unit
  /// Whether rows that are not settled are left out.
  var settledOnly = false
}

/// A column of rows to show.
struct OutputColumn: Sendable, Equatable {
  var name: String
  var value: Value
}

/// A key to sort by.
struct SortOrder: Sendable, Equatable {
  var value: Value
  var isDown: Bool
}

/// The way from the rows of a base to one number.
struct FunnelPlan: Sendable, Equatable {
  /// A condition of the question, in its order.
  struct Step: Sendable, Equatable {
    /// As it was typed.
    var text: String
    var condition: Condition
  }
  /// The number itself.
  var measure: Measure
  /// The set without its own conditions.
  var base: SetPlan
  var steps: [Step]
  /// Queries that list the rows that are counted, and those that leave the answer open.
  var rowsQuery: String
  var openQuery: String
  /// The day of the question where its words do not say it.
  var unsaidDay: Day?
}

/// Which published figures are checked: those of a relation, or of one document.
struct CheckPlan: Sendable, Equatable {
  var relation: Int
  var document: String?
}

/// What `show` shows.
enum CardPlan: Sendable, Equatable {
  /// One row of a relation with all that is known of it.
  case row(relation: Int, row: Int)
  /// What a field means and how much of it is known.
  case field(relation: Int, column: Int)
  /// What a relation is.
  case relation(Int)
}

/// What a table about the dataset itself lists.
enum CataloguePlan: Sendable, Equatable {
  case relations
  case fields(of: Int)
}

/// A plan over the record at one day, for a column of its own.
struct DatedPlan: Sendable, Equatable {
  /// The period as it was written: the column's name.
  var label: String
  var day: Day
  /// A figure or groups.
  var plan: LogicalPlan
}

/// Two plans of one measure: on two days, or of two sets.
struct ComparisonPlan: Sendable, Equatable {
  /// What the difference is from.
  var first: DatedPlan
  /// What the difference is to.
  var second: DatedPlan
  /// Whether the two are the same question on two days.
  var isOverTime: Bool
  /// The query that shows row by row what changed; empty where there is none.
  var changesQuery = ""

  /// The same with both plans rewritten.
  func rewritten(_ rewrite: (LogicalPlan) -> LogicalPlan) -> ComparisonPlan {
    var plan = self
    plan.first.plan = rewrite(first.plan)
    plan.second.plan = rewrite(second.plan)
    return plan
  }
}

/// One answer field of a set's rows on two days.
struct ChangesPlan: Sendable, Equatable {
  /// The set as it is on one day.
  struct Side: Sendable, Equatable {
    /// The period as it was written.
    var label: String
    var day: Day
    var set: SetPlan
  }
  var field: FieldRef
  var from: Side
  var to: Side

  /// The same with both sets rewritten.
  func rewritten(_ rewrite: (SetPlan) -> SetPlan) -> ChangesPlan {
    var plan = self
    plan.from.set = rewrite(from.set)
    plan.to.set = rewrite(to.set)
    return plan
  }
}

/// The plan of a query.
indirect enum LogicalPlan: Sendable, Equatable {
  /// One figure.
  case figure(Measure)
  /// Figures for each group.
  case group(GroupPlan)
  /// The same figure or groups on several days, side by side; or one below the other, with the
  /// days at a place among the keys.
  case across([DatedPlan], place: Int?)
  /// Two figures, or the groups of both, with how they differ.
  case compare(ComparisonPlan)
  /// How the answers of rows changed between two days.
  case changes(ChangesPlan)
  /// The members of a set.
  case rows(SetPlan)
  /// How a number came about.
  case funnel(FunnelPlan)
  /// Published figures against what the dataset gives.
  case check(CheckPlan)
  /// A card.
  case card(CardPlan)
  /// A table about the dataset.
  case catalogue(CataloguePlan)
  /// One figure of published totals.
  case totals(TotalsPlan)
  /// The first rows by a value, with those that tie with the last of them.
  case rank(LogicalPlan, by: Value, count: Int, isBottom: Bool)
  /// Rows that certainly meet a condition.
  case keep(LogicalPlan, Condition)
  /// Rows in order; `first` where later operators take no more.
  case sort(LogicalPlan, [SortOrder], first: Int?)
  /// Rows from `skip` on, at most `take`.
  case limit(LogicalPlan, skip: Int, take: Int?)
  /// Chosen columns.
  case columns(LogicalPlan, [OutputColumn])
  /// Further columns.
  case add(LogicalPlan, [AddedColumn])
  /// The ungrouped answer below the groups.
  case total(LogicalPlan)

  /// Whether it sets two days or two sets beside each other, and stands as it is.
  var isComparison: Bool {
    switch self {
    case .compare, .changes: true
    case .figure, .group, .across, .rows, .funnel, .check, .card, .catalogue, .totals, .rank,
      .keep, .sort, .limit, .columns, .add, .total:
      false
    }
  }
}

extension LogicalPlan {
  /// The relation that a card or a table of fields is about; nil for what is none of them.
  var shown: Int? {
    switch self {
    case .card(.row(let relation, _)), .card(.field(let relation, _)),
      .card(.relation(let relation)), .catalogue(.fields(of: let relation)):
      relation
    default: nil
    }
  }

  /// The set below stages of rows; nil where there are groups or no rows.
  var set: SetPlan? {
    switch self {
    case .rows(let set): set
    case .rank(let inner, _, _, _), .keep(let inner, _), .sort(let inner, _, _),
      .limit(let inner, _, _), .columns(let inner, _), .add(let inner, _), .total(let inner):
      inner.set
    case .figure, .group, .card, .catalogue, .check, .funnel, .across, .totals, .compare, .changes:
      nil
    }
  }

  /// The measure of a figure, or the first one of groups below stages.
  var measure: Measure? {
    if case .figure(let measure) = self { measure } else { measures.first }
  }

  /// The measures below stages of groups, all of one relation.
  var measures: [Measure] {
    switch self {
    case .figure(let measure): [measure]
    case .group(let plan): plan.columns.map(\.measure)
    case .rank(let inner, _, _, _), .keep(let inner, _), .sort(let inner, _, _),
      .limit(let inner, _, _), .columns(let inner, _), .add(let inner, _), .total(let inner):
      inner.measures
    case .funnel(let plan): [plan.measure]
    case .rows, .card, .catalogue, .check, .across, .totals, .compare, .changes: []
    }
  }
}
