// The tests of a condition that make two values of three.

/// Collects what `is yes`, `is no`, `certainly` and `possibly` test in a set's own conditions.
struct Decrees {
  /// What is tested, in words, and what its unknowns count as.
  struct Decree: Equatable {
    var condition: Condition
    var words: String
    var asYes: Bool
  }

  private(set) var found: [Decree] = []

  mutating func add(_ set: SetPlan) {
    switch set {
    case .scan: break
    case .scope(let inner, _), .settled(let inner): add(inner)
    case .filter(let inner, let condition):
      add(inner)
      add(condition)
    case .combine(_, let a, let b):
      add(a)
      add(b)
    }
  }

  mutating func add(_ condition: Condition) {
    switch condition {
    case .certainly(let inner): add(inner, asYes: false)
    case .possibly(let inner): add(inner, asYes: true)
    case .not(let inner): add(inner)
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .constant, .answer, .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow,
      .isKnown, .isNone, .isSettled, .linked:
      break
    }
  }

  private mutating func add(_ inner: Condition, asYes: Bool) {
    var bare = inner
    while case .not(let deeper) = bare { bare = deeper }
    let words: String
    if case .answer(let field) = bare { words = field.text } else { words = "the condition" }
    let decree = Decree(condition: bare, words: words, asYes: asYes)
    if !found.contains(decree) { found.append(decree) }
  }
}
