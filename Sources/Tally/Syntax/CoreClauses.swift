// The clauses of a question that only some verbs have, held apart: most questions have none.

/// What may stand in a core beside its verb, its set and its groups.
struct CoreClauses: Sendable, Equatable {
  /// `10` in `top 10 states`.
  var count: Count?
  /// `population` in `sum population of counties`.
  var measure: Expr?
  /// `detainers` in `share where detainers among counties`.
  var condition: Expr?
  /// `as percent`.
  var percent: PercentNode?
  /// What follows the `with` of a table.
  var measures: [MeasureNode] = []
  /// What `top` ranks by.
  var rank: RankKey?
  /// What `show` shows.
  var subject: Name?
  /// The place that `show county` shows.
  var place: Place?
  /// `counties` in `show fields of counties`.
  var owner: Name?
  /// The document that `check figures from` names.
  var document: Quoted?
  /// The date of `show county "Cook, IL" as of 2019`.
  var asOf: PeriodNode?
  /// The period after `from`.
  var from: PeriodNode?
  /// The period after `to`.
  var to: PeriodNode?
  /// The set after `against`.
  var against: SetNode?
  /// `bars` in `chart … as bars`.
  var form: Name?
}

extension Core {
  /// `10` in `top 10 states`.
  var count: Count? {
    get { clauses?.content.count }
    set { change { $0.count = newValue } }
  }
  /// `population` in `sum population of counties`.
  var measure: Expr? {
    get { clauses?.content.measure }
    set { change { $0.measure = newValue } }
  }
  /// `detainers` in `share where detainers among counties`.
  var condition: Expr? {
    get { clauses?.content.condition }
    set { change { $0.condition = newValue } }
  }
  /// `as percent`.
  var percent: PercentNode? {
    get { clauses?.content.percent }
    set { change { $0.percent = newValue } }
  }
  /// What follows the `with` of a table.
  var measures: [MeasureNode] {
    get { clauses?.content.measures ?? [] }
    set { change { $0.measures = newValue } }
  }
  /// What `top` ranks by.
  var rank: RankKey? {
    get { clauses?.content.rank }
    set { change { $0.rank = newValue } }
  }
  /// What `show` shows.
  var subject: Name? {
    get { clauses?.content.subject }
    set { change { $0.subject = newValue } }
  }
  /// The place that `show county` shows.
  var place: Place? {
    get { clauses?.content.place }
    set { change { $0.place = newValue } }
  }
  /// `counties` in `show fields of counties`.
  var owner: Name? {
    get { clauses?.content.owner }
    set { change { $0.owner = newValue } }
  }
  /// The document that `check figures from` names.
  var document: Quoted? {
    get { clauses?.content.document }
    set { change { $0.document = newValue } }
  }
  /// The date of `show county "Cook, IL" as of 2019`.
  var asOf: PeriodNode? {
    get { clauses?.content.asOf }
    set { change { $0.asOf = newValue } }
  }
  /// The period after `from`.
  var from: PeriodNode? {
    get { clauses?.content.from }
    set { change { $0.from = newValue } }
  }
  /// The period after `to`.
  var to: PeriodNode? {
    get { clauses?.content.to }
    set { change { $0.to = newValue } }
  }
  /// The set after `against`.
  var against: SetNode? {
    get { clauses?.content.against }
    set { change { $0.against = newValue } }
  }
  /// `bars` in `chart … as bars`.
  var form: Name? {
    get { clauses?.content.form }
    set { change { $0.form = newValue } }
  }

  /// Changes a clause. What has no clause gets a place for them.
  private mutating func change(_ change: (inout CoreClauses) -> Void) {
    var content = clauses?.content ?? CoreClauses()
    change(&content)
    clauses = Shared(content)
  }
}
