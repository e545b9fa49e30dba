// A set that a question asks of, with the fields that its conditions read.

/// The set of a measure and the condition of its share, or a set of rows: what notes are made of.
/// A class, for each kind of note looks at it.
final class AskedSet {
  let set: SetPlan
  let condition: Condition?
  /// What the set's own conditions read.
  let fields: PlanFields
  /// The same with the share's condition.
  let all: PlanFields

  private init(_ set: SetPlan, _ condition: Condition? = nil) {
    self.set = set
    self.condition = condition
    var read = PlanFields()
    read.add(set)
    fields = read
    if let condition { read.add(condition, of: set.relation) }
    all = read
  }

  /// The sets of a plan: those of its measures, and that of its rows.
  static func all(of plan: LogicalPlan) -> [AskedSet] {
    if case .figure(let measure) = plan { return [AskedSet(measure)] }
    var found = plan.measures.map { AskedSet($0) }
    if let set = plan.set { found.append(AskedSet(set)) }
    return found
  }

  private convenience init(_ measure: Measure) {
    if case .share(let condition) = measure.kind {
      self.init(measure.set, condition)
    } else {
      self.init(measure.set)
    }
  }
}
