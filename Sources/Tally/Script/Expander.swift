// Replaces the names that a session has given by what they stand for, in the text itself.

/// Writes a statement out: what comes has no parameter, result or definition in it.
///
/// Names are replaced in the text and not in the tree, so that an answer's own query can be run by
/// anybody, and each message and heading still speaks of what was typed (`Source.typed`).
struct Expander {
  /// How deep calls of definitions may stand within each other's values.
  static let maximumDepth = 16

  let vocabulary: Vocabulary
  let dataset: Dataset
  /// The day and the edition of questions that name none.
  var usual: Day?
  var edition: Int?
  /// The verbs, some of which may stand for questions.
  var language = Language.standard
  /// Names that stay as they are: those that a definition gives its own values.
  var formal: [String] = []

  /// A query with its names replaced.
  /// - Returns: the query and the source that its spans point into: the given one where there was
  ///   nothing to replace.
  /// - Throws: T320 to T325 for a name that has no meaning, or another, at the place where it was
  ///   typed.
  func expanded(
    _ query: Query, _ source: Source, _ span: Span
  ) throws(Diagnostic) -> (query: Query, source: Source) {
    let found = try written(query, source, span, NameUses.init, Expander.parsed)
    return (found.tree, found.source)
  }

  /// The text of a definition with its names replaced.
  func meaning(
    _ node: DefinitionNode, _ source: Source, _ span: Span
  ) throws(Diagnostic) -> String {
    let found = try written(node, source, span, NameUses.init, Expander.reread)
    return found.source.compact(found.tree.span)
  }

  /// A tree and its text with all names replaced: sets first, and then computed fields until there
  /// are none, for values of one may hold another.
  private func written<Tree>(
    _ tree: Tree, _ source: Source, _ span: Span, _ uses: (Tree, Dataset) -> NameUses,
    _ read: (Source) throws(Diagnostic) -> Tree
  ) throws(Diagnostic) -> (tree: Tree, source: Source) {
    var (tree, source, span) = (tree, source, span)
    do throws(Diagnostic) {
      var found = uses(tree, dataset)
      for pass in 0...Expander.maximumDepth {
        let replacements = try pass == 0 ? replaceSets(found, source) : replaceFields(found, source)
        if replacements.isEmpty, pass > 0 { return (tree, source) }
        guard !replacements.isEmpty else { continue }
        try checkLength(replacements, span)
        source = source.expanding(span, replacements)
        span = Span(0, source.bytes.count)
        tree = try read(source)
        found = uses(tree, dataset)
      }
      throw .nestedTooDeep(span, limit: Expander.maximumDepth)
    } catch {
      throw source.typed(error)
    }
  }

  /// Definitions of definitions double: what is written out has the limit of what is typed.
  private func checkLength(_ replacements: [Replacement], _ span: Span) throws(Diagnostic) {
    let length = replacements.reduce(span.end - span.start) { $0 + $1.text.utf8.count }
    guard length > Parser.maximumStatement, let first = replacements.first else { return }
    throw .expansionTooLong(first.span, limit: Parser.maximumStatement)
  }

  // MARK: Replacing

  /// Verbs of one's own, parameters, results and the heads of sets: they need no dataset.
  private func replaceSets(
    _ uses: NameUses, _ source: Source
  ) throws(Diagnostic) -> [Replacement] {
    var found: [Replacement] = []
    for use in uses.all {
      switch use {
      case .parameter(let name):
        guard !formal.contains(name.text) else { continue }
        let text = Expander.apart(try value(of: name), at: name.span, in: source)
        found.append(Replacement(span: name.span, text: text))
      case .verb(let name, let set):
        guard let template = language.template(of: name.text) else { continue }
        let head = Span(name.span.start, set.start)
        found.append(Replacement(span: head, text: template.opening + "("))
        found.append(Replacement(span: Span(set.end, set.end), text: ")" + template.closing))
      case .question(let name):
        found.append(Replacement(span: name.span, text: try vocabulary.result(name).text))
      case .result(let name):
        found.append(Replacement(span: name.span, text: try set(of: name)))
      case .set(let name):
        if let text = try set(named: name) {
          found.append(Replacement(span: name.span, text: text))
        }
      case .field: break
      }
    }
    return found.sorted { $0.span.start < $1.span.start }
  }

  /// Computed fields: what they are depends on the relation where they stand.
  private func replaceFields(
    _ uses: NameUses, _ source: Source
  ) throws(Diagnostic) -> [Replacement] {
    var found: [Replacement] = []
    for use in uses.all {
      guard case .field(let name, let values, let span, let relation) = use,
        let definition = vocabulary.definition(name.text),
        definition.relation == dataset.relations[relation].schema.name,
        !found.contains(where: { $0.span.start <= span.start && span.end <= $0.span.end })
      else { continue }
      guard values.count == definition.parameters.count else {
        throw .wantsValues(span, definition, given: values.count)
      }
      let texts = values.map { "(\(source.compact($0.span)))" }
      let text = Expander.substituted(
        definition.meaning, Dictionary(zip(definition.parameters, texts)) { first, _ in first })
      found.append(Replacement(span: span, text: "(\(text))"))
    }
    return found.sorted { $0.span.start < $1.span.start }
  }

  /// A value kept apart from what stands beside it, so that both stay the words that they are: with
  /// `-5` for it, `x -$n` must not become a comment.
  private static func apart(_ value: String, at span: Span, in source: Source) -> String {
    let blanks = Array(" \t\n(),".utf8)
    let isAfter = span.start > 0 && !blanks.contains(source.bytes[span.start - 1])
    let isBefore = span.end < source.bytes.count && !blanks.contains(source.bytes[span.end])
    return (isAfter ? " " : "") + value + (isBefore ? " " : "")
  }

  private func value(of name: Name) throws(Diagnostic) -> String {
    if let value = vocabulary.parameters[name.text] { return value }
    throw .unknownParameter(
      name, near: Spelling.nearest(name.text, in: vocabulary.parameters.keys.sorted()))
  }

  private func set(named name: Name) throws(Diagnostic) -> String? {
    guard dataset.relation(name.text) == nil, let definition = vocabulary.definition(name.text)
    else { return nil }
    if let relation = definition.relation { throw .fieldIsNoSet(name, of: relation) }
    return "(\(definition.meaning))"
  }

  /// The set that an earlier question was about.
  private func set(of name: Name) throws(Diagnostic) -> String {
    let result = try vocabulary.result(name)
    let source = Source(result.text)
    let query = try Expander.parsed(source)
    let keepsRows = query.stages.allSatisfy { ["show", "sort"].contains($0.name.text) }
    let isSet = query.core.verb.text == "list" || query.core.verb.text == "count"
    guard isSet, keepsRows, query.core.grouping.isEmpty, query.core.across == nil,
      let set = query.core.set
    else { throw .resultIsNoSet(name, result.text) }
    let text = "(\(source.text(set.span)))"
    // A result keeps its day, whatever the session has been set to since.
    guard result.usual != usual || result.edition != edition, DatesOfQuery(query).all.isEmpty
    else { return text }
    let day = result.edition.map(String.init) ?? result.usual.map { "\($0)" } ?? "latest"
    return text + " as of \(day)"
  }

  // MARK: Reading again

  private static func parsed(_ source: Source) throws(Diagnostic) -> Query {
    guard let query = try statement(source).query else {
      throw .unreadableExpansion(Span(0, source.bytes.count))
    }
    return query
  }

  private static func reread(_ source: Source) throws(Diagnostic) -> DefinitionNode {
    guard case .define(let node) = try statement(source).body else {
      throw .unreadableExpansion(Span(0, source.bytes.count))
    }
    return node
  }

  private static func statement(_ source: Source) throws(Diagnostic) -> Statement {
    let (program, diagnostics) = Parser.parse(source, table: .language)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    guard program.statements.count == 1 else {
      throw .unreadableExpansion(Span(0, source.bytes.count))
    }
    return program.statements[0]
  }

  /// A text with values for the parameters in it.
  static func substituted(_ text: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return text }
    let source = Source(text)
    let replacements = Lexer.tokens(of: source).tokens.compactMap { token -> Replacement? in
      guard token.kind == .parameter, let value = values[token.text] else { return nil }
      return Replacement(span: token.span, text: value)
    }
    let whole = source.expanding(Span(0, source.bytes.count), replacements)
    return whole.text(Span(0, whole.bytes.count))
  }
}

extension Source {
  /// A stretch on one line, without comments.
  func compact(_ span: Span) -> String {
    if isOneLine(span) { return text(span) }
    let inner = Source(text(span))
    var text = ""
    var end = 0
    for token in Lexer.tokens(of: inner).tokens where token.kind != .end {
      let gap = inner.text(Span(end, token.span.start))
      let isPlain = gap.allSatisfy { $0 == " " }
      text += isPlain || text.isEmpty ? gap : " "
      text += inner.text(token.span)
      end = token.span.end
    }
    return text
  }

  /// Whether a stretch is on one line already, without comments, tabs and blanks at its ends.
  private func isOneLine(_ span: Span) -> Bool {
    let space = UInt8(ascii: " ")
    let dash = UInt8(ascii: "-")
    var before = space
    let bytes = bytes
    for at in span.start..<span.end {
      let byte = bytes[at]
      // A text before the first word keeps its blanks, and one after the last loses them.
      guard byte >= space, byte < 0x7F, byte != dash || before != dash else { return false }
      before = byte
    }
    return before != space
  }
}
