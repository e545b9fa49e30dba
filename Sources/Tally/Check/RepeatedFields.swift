// Fields that a question asks twice: there bounds are sound, and may be wider than they need be.

extension Checker {
  /// Notes the first answer field that the conditions of a core ask a second time.
  mutating func noteRepeatedFields(_ core: Core, relation: Int) {
    var conditions = core.set.map { AskedFields.conditions(of: $0) } ?? []
    let own = core.condition.map { AskedFields(in: $0).paths } ?? []
    if let condition = core.condition { conditions.append(condition) }
    let paths = conditions.flatMap { AskedFields(in: $0).paths }
    // Most questions ask each field once: then there is nothing to look up.
    guard paths.count > 1, AskedFields.isRepeated(paths.map(\.text)) else { return }
    let scope = Scope(relation: relation, schema: schema(relation))
    var seen: Set<String> = []
    for path in paths {
      guard let field = try? field(path, scope), field.field.type == .answer else { continue }
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

  /// The paths of an expression.
  init(in expr: Expr) { add(expr) }

  /// The `where` conditions of a set's own terms; a set after `of` is part of the base.
  static func conditions(of set: SetNode) -> [Expr] {
    ([set.first] + set.rest).flatMap { term -> [Expr] in
      var inner: [Expr] = []
      if case .group(let group) = term.head { inner = conditions(of: group) }
      return inner
        + term.filters.compactMap { filter in
          if case .condition(let expr, _) = filter { expr } else { nil }
        }
    }
  }

  /// How many texts are compared one by one: a question has a handful.
  private static let mostCompared = 16

  /// Whether a text stands there twice.
  static func isRepeated(_ texts: [String]) -> Bool {
    guard texts.count <= mostCompared else { return Set(texts).count < texts.count }
    return texts.indices.contains { texts[..<$0].contains(texts[$0]) }
  }

  private mutating func add(_ expr: Expr) {
    switch expr {
    case .path(let path): paths.append(path)
    case .literal, .parameter, .linked, .has, .broken: break
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .negative(let inner, _), .modified(_, let inner, _), .state(let inner, _, _, _),
      .text(let inner, _, _, _), .equal(let inner, _, _), .member(let inner, _, _, _):
      add(inner)
    case .arithmetic(let a, _, let b), .compare(let a, _, let b):
      add(a)
      add(b)
    case .between(let a, let b, let c): for part in [a, b, c] { add(part) }
    case .junction(_, let parts): for part in parts { add(part) }
    }
  }
}
