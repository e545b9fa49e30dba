// Fields that a question asks twice: there bounds are sound, and may be wider than they need be.

extension Checker {
  /// Notes the first answer field that the conditions of a core ask a second time.
  mutating func noteRepeatedFields(_ core: Core, relation: Int) {
    var asked = AskedFields()
    if let set = core.set { asked.add(conditionsOf: set) }
    let first = asked.paths.count
    if let condition = core.condition { asked.add(condition) }
    // Most questions ask each field once: then there is nothing to look up.
    guard asked.hasRepeated else { return }
    let (paths, own) = (asked.paths, asked.paths[first...])
    let scope = Scope(relation: relation, schema: schema(relation))
    var seen: Set<String> = []
    for path in paths {
      guard let field = try? field(path, scope), field.field.isAnswer else { continue }
      if !seen.insert(path.text).inserted {
        let isShared = own.contains(path) && !own.dropLast().contains { $0.text == path.text }
        return note(
          isShared
            ? .fieldInBaseAndCondition(path.span, path.text)
            : .repeatedField(path.span, path.text))
      }
    }
  }
}

/// The paths that a condition mentions, in order.
struct AskedFields {
  private(set) var paths: [Path] = []

  /// None yet.
  init() {}

  /// The paths of an expression.
  init(in expr: Expr) { add(expr) }

  /// Adds the `where` conditions of a set's own terms; a set after `of` is part of the base.
  mutating func add(conditionsOf set: SetNode) {
    add(conditionsOf: set.first)
    for term in set.rest { add(conditionsOf: term) }
  }

  private mutating func add(conditionsOf term: SetTerm) {
    if case .group(let group) = term.head { add(conditionsOf: group) }
    for at in term.filters.indices {
      if case .condition(let expr, _) = term.filters[at] { add(expr) }
    }
  }

  /// How many texts are compared one by one: a question has a handful.
  private static let mostCompared = 16

  /// Whether a path stands there twice.
  var hasRepeated: Bool {
    guard paths.count <= AskedFields.mostCompared else {
      return Set(paths.map(\.text)).count < paths.count
    }
    for place in paths.indices {
      for other in 0..<place where paths[other].isSame(as: paths[place]) { return true }
    }
    return false
  }

  /// Adds the paths of an expression.
  mutating func add(_ expr: Expr) {
    switch expr {
    case .path(let path):
      if paths.isEmpty { paths.reserveCapacity(4) }
      paths.append(path)
    case .literal, .parameter, .linked, .has, .broken: break
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .negative(let inner, _), .modified(_, let inner, _), .state(let inner, _, _, _),
      .text(let inner, _, _, _), .equal(let inner, _, _), .member(let inner, _, _, _):
      add(inner)
    case .arithmetic(let a, _, let b), .compare(let a, _, let b):
      add(a)
      add(b)
    case .between(let a, let b, let c): for part in [a, b, c] { add(part) }
    case .junction(_, let parts): for at in parts.indices { add(parts[at]) }
    }
  }
}
