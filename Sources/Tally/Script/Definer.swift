// Gives names their meanings, after a look whether they make sense.

/// Makes a definition of a statement.
struct Definer {
  let vocabulary: Vocabulary
  let dataset: Dataset
  let source: Source
  /// The statement's own stretch of the source.
  let span: Span
  /// Binds a query whose names are written out.
  let bind: (Query, Source) throws(Diagnostic) -> Void

  /// Values of every kind, for a look at a definition that takes values.
  private static let samples = ["1", "2019", "\"TX\"", "yes"]

  /// The definition that a statement makes.
  /// - Throws: T323 for a name that is taken, T324 for a set with values, and what the checker says
  ///   of the meaning itself.
  func definition(_ node: DefinitionNode) throws(Diagnostic) -> Definition {
    try checkName(node)
    var relation: String?
    if case .field(let owner, _) = node.meaning {
      guard dataset.relation(owner.text) != nil else {
        throw .unknownRelation(owner, known: dataset.relations.map(\.schema.name))
      }
      relation = owner.text
    } else if !node.parameters.isEmpty {
      throw .setTakesNoValues(node.name)
    }
    try checkMeaning(node)
    var expander = Expander(vocabulary: vocabulary, dataset: dataset)
    expander.formal = node.parameters.map(\.text)
    return Definition(
      name: node.name.text, relation: relation, parameters: node.parameters.map(\.text),
      meaning: try expander.meaning(node, source, span), note: note,
      origin: source.name)
  }

  private func checkName(_ node: DefinitionNode) throws(Diagnostic) {
    let name = node.name
    if dataset.relation(name.text) != nil { throw .nameTaken(name, "a list of the record") }
    for relation in dataset.relations
    where relation.schema.links.contains(where: { $0.name == name.text }) {
      throw .nameTaken(name, "a link of \(relation.schema.name)")
    }
    for relation in dataset.relations {
      guard let column = relation.schema.field(name.text),
        case .link = relation.schema.fields[column].type
      else { continue }
      throw .nameTaken(name, "a link of \(relation.schema.name)")
    }
    guard case .field(let owner, _) = node.meaning, let number = dataset.relation(owner.text)
    else { return }
    if dataset.relations[number].schema.field(name.text) != nil {
      throw .nameTaken(name, "a field of \(owner.text)")
    }
    if dataset.function(name.text) != nil { throw .nameTaken(name, "a function") }
  }

  /// Binds a question about the meaning; what is wrong with it is then said of it.
  private func checkMeaning(_ node: DefinitionNode) throws(Diagnostic) {
    let prefixes =
      switch node.meaning {
      case .set: ["count "]
      case .field(let owner, _): ["list \(owner.text) where ", "list \(owner.text) | show "]
      }
    var first: Diagnostic?
    let samples = node.parameters.isEmpty ? [""] : Definer.samples
    for prefix in prefixes {
      for sample in samples {
        do throws(Diagnostic) {
          return try check(prefix, node.span.start, node.parameters.map { ($0.text, sample) })
        } catch {
          first = first ?? error
        }
      }
    }
    if let first { throw first }
  }

  private func check(
    _ prefix: String, _ start: Int, _ values: [(String, String)]
  ) throws(Diagnostic) {
    var vocabulary = vocabulary
    for (name, value) in values { vocabulary.set(name, value) }
    let head = Replacement(span: Span(span.start, start), text: prefix)
    let asked = source.expanding(span, [head])
    let (program, diagnostics) = Parser.parse(asked, table: .language)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw asked.typed(error) }
    guard program.statements.count == 1, let query = program.statements[0].query else {
      throw asked.typed(.unreadableExpansion(Span(0, asked.bytes.count)))
    }
    let expander = Expander(vocabulary: vocabulary, dataset: dataset)
    let whole = try expander.expanded(query, asked, Span(0, asked.bytes.count))
    do throws(Diagnostic) { try bind(whole.query, whole.source) } catch {
      throw whole.source.typed(error)
    }
  }

  /// The lines of `---` above the statement.
  private var note: String {
    var lines: [String] = []
    var line = source.line(at: span.start) - 1
    while line >= 0 {
      let text = source.text(source.lineSpan(line)).drop { $0 == " " || $0 == "\t" }
      guard text.hasPrefix("---") else { break }
      lines.insert(String(text.dropFirst(3).drop { $0 == " " }), at: 0)
      line -= 1
    }
    return lines.joined(separator: " ")
  }
}
