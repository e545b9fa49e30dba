// A set that a question asks of, with the fields that its conditions read.

/// The set of a measure and the condition of its share, or a set of rows: what notes are made of.
struct AskedSet {
  var set: SetPlan
  var condition: Condition?
  /// What the set's own conditions read.
  var fields: PlanFields
  /// The same with the share's condition.
  var all: PlanFields

  private init(_ set: SetPlan, _ condition: Condition? = nil) {
    self.set = set
    self.condition = condition
    fields = PlanFields()
    fields.add(set)
    all = fields
    if let condition { all.add(condition, of: set.relation) }
  }

  /// The sets of a plan: those of its measures, and that of its rows.
  static func all(of plan: LogicalPlan) -> [AskedSet] {
    if case .figure(let measure) = plan { return [AskedSet(measure)] }
    var found = plan.measures.map(AskedSet.init)
    if let set = plan.set { found.append(AskedSet(set)) }
    return found
  }

  private init(_ measure: Measure) {
    if case .share(let condition) = measure.kind {
      self.init(measure.set, condition)
    } else {
      self.init(measure.set)
    }
  }
}
