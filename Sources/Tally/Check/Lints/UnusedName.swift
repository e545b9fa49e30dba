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
      let said = SaidNames(script.lines)
      return script.lines.flatMap { line -> [Finding] in
        switch line.statement.body {
        case .define(let node):
          return said.unused(node)
            + node.parameters.filter { !line.parameters.contains($0.text) }
            .map { Finding(span: $0.span, message: "the definition does not use $\($0.text)") }
        case .param(let node): return said.unused(node)
        case .query, .include, .expect: return []
        }
      }
    })
}

/// How often the lines of a script say each word and each parameter.
private struct SaidNames {
  private var words: [String: Int] = [:]
  private var parameters: Set<String> = []

  init(_ lines: [LintedScript.Line]) {
    for line in lines {
      for word in line.words { words[word, default: 0] += 1 }
      parameters.formUnion(line.parameters.subtracting(line.ownParameters))
    }
  }

  /// A name is used where another line than its own says it.
  func unused(_ node: DefinitionNode) -> [Lint.Finding] {
    words[node.name.text, default: 0] > 1 ? [] : [finding(node.name)]
  }

  func unused(_ node: ParameterNode) -> [Lint.Finding] {
    parameters.contains(node.name.text) ? [] : [finding(node.name)]
  }

  private func finding(_ name: Name) -> Lint.Finding {
    Lint.Finding(
      span: name.span, message: "nothing in this script uses \(name.text)",
      help: ["use it, or take the line out"])
  }
}

extension LintedScript.Line {
  /// The parameters that it says.
  fileprivate var parameters: Set<String> {
    Set(tokens.filter { $0.kind == .parameter }.map(\.text))
  }

  /// The parameters that a definition has of its own, which hide those of the script.
  fileprivate var ownParameters: Set<String> {
    guard case .define(let node) = statement.body else { return [] }
    return Set(node.parameters.map(\.text))
  }
}
