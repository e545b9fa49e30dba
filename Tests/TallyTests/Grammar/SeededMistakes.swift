// Every small mistake that a grammar can have: for the test that the judge sees each of them.

/// Copies of a grammar with one mistake each.
enum SeededMistakes {
  /// A grammar with a mistake, and what it is.
  struct Altered {
    var mistake: String
    var rule: String
    var grammar: EBNF
  }

  /// For each rule: an alternative less, a part left out, `?` and `*` made to occur once,
  /// and a part made optional. What is no sound grammar any more is left out.
  static func all(of grammar: EBNF) -> [Altered] {
    grammar.rules.flatMap { rule in
      variants(of: rule.body).compactMap { what, body in
        guard let changed = try? grammar.replacing(rule.name, body) else { return nil }
        return Altered(mistake: "\(rule.name): \(what)", rule: rule.name, grammar: changed)
      }
    }
  }

  /// - Parameter emptyAnyway: whether the place allows nothing already, so that a part that becomes
  ///   optional there is no mistake.
  private static func variants(
    of body: Expression, emptyAnyway: Bool = false
  ) -> [(String, Expression)] {
    switch body {
    case .literal, .token, .rule:
      return emptyAnyway ? [] : [("optional \(body)", .optional(body))]
    case .sequence(let parts):
      let fewer = parts.indices.map { index -> (String, Expression) in
        ("without \(parts[index])", .sequence(removing(index, from: parts)))
      }
      return fewer + inside(parts, emptyAnyway: false) { .sequence($0) }
    case .choice(let parts):
      let fewer = parts.indices.map { index -> (String, Expression) in
        ("no alternative \(parts[index])", .choice(removing(index, from: parts)))
      }
      return fewer + inside(parts, emptyAnyway: emptyAnyway) { .choice($0) }
    case .optional(let part):
      return [("must \(part)", part), ("many \(part)", .star(part))]
        + variants(of: part, emptyAnyway: true).map { ($0, .optional($1)) }
    case .star(let part):
      return [("one \(part)", part), ("at most one \(part)", .optional(part))]
        + variants(of: part, emptyAnyway: true).map { ($0, .star($1)) }
    case .plus(let part):
      return [("one \(part)", part)] + (emptyAnyway ? [] : [("none \(part)", .star(part))])
        + variants(of: part, emptyAnyway: emptyAnyway).map { ($0, .plus($1)) }
    }
  }

  /// Each variant of each part, the other parts as they are.
  private static func inside(
    _ parts: [Expression], emptyAnyway: Bool, _ build: ([Expression]) -> Expression
  ) -> [(String, Expression)] {
    parts.indices.flatMap { index in
      variants(of: parts[index], emptyAnyway: emptyAnyway).map { what, variant in
        var changed = parts
        changed[index] = variant
        return (what, build(changed))
      }
    }
  }

  private static func removing(_ index: Int, from parts: [Expression]) -> [Expression] {
    var fewer = parts
    fewer.remove(at: index)
    return fewer
  }
}
