// A set that a question asks of, with the fields that its conditions read.

/// The set of a measure and the condition of its share, or a set of rows: what notes are made of.
/// A class, for each kind of note looks at it.
final class AskedSet {
  let set: SetPlan
  let condition: Condition?
  /// What the set's own conditions read.
  var fields: PlanFields { own ?? all }
  /// Whether the set's own conditions ask for linked rows.
  var asksLinked: Bool {
    guard case .none = own else { return !fields.linked.isEmpty }
    return !all.linked.isEmpty
  }
  /// The same with the share's condition.
  let all: PlanFields
  /// The set's own, where there is a share's condition beside them.
  private let own: PlanFields?

  private init(_ set: SetPlan, _ condition: Condition? = nil) {
    self.set = set
    self.condition = condition
    var read = PlanFields()
    read.add(set)
    guard let condition else {
      (all, own) = (read, nil)
      return
    }
    own = read
    read.add(condition, of: set.relation)
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
