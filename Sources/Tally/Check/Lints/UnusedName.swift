// L104: a name that a script gives and never says again.

extension Lint {
  /// A `define`, a `param` or a parameter of a definition that nothing uses.
  static let unusedName = Lint(
    code: "L104", meaning: "a define or param that nothing uses",
    reason: """
      A definition that no question uses is often one that was meant to be used: a misspelt \
      name, or a condition that was written out again beside it. A file of definitions alone, \
      which others include, is not judged.
      """,
    wrong: "define big of counties as population > 1_000_000\ncount counties",
    right: "define big of counties as population > 1_000_000\ncount counties where big",
    find: { script in
      guard !script.queries.isEmpty else { return [] }
      return script.lines.flatMap { line -> [Finding] in
        switch line.statement.body {
        case .define(let node):
          return script.unused(node.name, in: line)
            + node.parameters.filter { !line.says($0.text) }
            .map { Finding(span: $0.span, message: "the definition does not use $\($0.text)") }
        case .param(let node): return script.unused(parameter: node.name, in: line)
        case .query, .include, .expect: return []
        }
      }
    })
}

extension LintedScript {
  fileprivate func unused(_ name: Name, in line: Line) -> [Lint.Finding] {
    let isUsed = lines.contains {
      $0.statement.span != line.statement.span && $0.words.contains(name.text)
    }
    return isUsed ? [] : [finding(name)]
  }

  /// A parameter is not used where a definition has one of its own of the same name.
  fileprivate func unused(parameter name: Name, in line: Line) -> [Lint.Finding] {
    let isUsed = lines.contains { other in
      if case .define(let node) = other.statement.body,
        node.parameters.contains(where: { $0.text == name.text })
      {
        return false
      }
      return other.says(name.text)
    }
    return isUsed ? [] : [finding(name)]
  }

  private func finding(_ name: Name) -> Lint.Finding {
    Lint.Finding(
      span: name.span, message: "nothing in this script uses \(name.text)",
      help: ["use it, or take the line out"])
  }
}

extension LintedScript.Line {
  /// Whether it says a parameter.
  fileprivate func says(_ parameter: String) -> Bool {
    tokens.contains { $0.kind == .parameter && $0.text == parameter }
  }
}
