// The names that completion offers: relations, fields, links, columns.

extension Completer {
  /// The candidates for a role.
  func choices(_ role: NameRole, at word: TypedWord) -> [CompletionChoice] {
    switch role {
    case .relation: [relations, CompletionChoice(named(given.sets))]
    case .field(let relation, let path): fields(relation, path)
    case .linkedField(let relation): [linkedFields(relation)]
    case .link(let relation, let path): [links(relation, path, at: word)]
    case .function(let relation): functions(of: relation, at: word)
    case .values(let function):
      takesValues(function) ? [CompletionChoice([Keywords.completion(of: "(")])] : []
    case .linkNumber(let relation): linkNumbers(of: relation, at: word)
    case .column(let path): columns(path, at: word)
    case .subject: [subjects]
    case .checkable:
      [
        CompletionChoice(
          dataset.relations.map(\.schema).filter { $0.figures != nil }.map(Completer.relation))
      ]
    case .parameter: [CompletionChoice(parameters(at: word))]
    case .result: [CompletionChoice(results)]
    case .code: [CompletionChoice(codes)]
    case .file: []
    case .place: places
    case .row(let subject): rows(of: subject)
    case .period: [periods]
    case .value(let relation, let path): values(schema(relation), path)
    case .columnValue(let path): values(queryScope(at: word)?.schema, path)
    case .document(let relation):
      schema(relation).flatMap { schema in
        schema.figures.map { values(schema, [$0.document], isText: true) }
      } ?? []
    }
  }

  func named(_ entries: [GivenNames.Entry]) -> [Completion] {
    entries.map {
      Completion(
        text: $0.name, kind: .definition, meaning: $0.meaning, follow: $0.takesValues ? "(" : " ")
    }
  }

  private var results: [Completion] {
    given.results.map { Completion(text: $0.name, kind: .result, meaning: $0.meaning) }
  }

  private var codes: [Completion] {
    DiagnosticCode.all.map { Completion(text: $0.name, kind: .code, meaning: $0.meaning) }
  }

  /// Values with names, and in a definition the names that it gives its own values.
  private func parameters(at word: TypedWord) -> [Completion] {
    let formal = DefinedValues.names(in: word.before).map {
      Completion(text: "$" + $0, kind: .definition, meaning: "a value of this definition")
    }
    return formal + named(given.parameters)
  }

  // MARK: Relations and their parts

  private static func relation(_ schema: RelationSchema) -> Completion {
    Completion(text: schema.name, kind: .relation, meaning: schema.meaning)
  }

  private var relations: CompletionChoice {
    CompletionChoice(
      cache.list("relations") { CandidateList(dataset.relations.map { Self.relation($0.schema) }) })
  }

  /// The schema of a relation, or of what a definition, a result or a link leads to.
  func schema(_ name: String) -> RelationSchema? {
    if let number = dataset.relation(name) { return dataset.relations[number].schema }
    if let relation = given.relation(of: name), relation != name { return schema(relation) }
    let links = dataset.relations.lazy.flatMap(\.schema.links)
    return links.first { $0.name == name }.flatMap { dataset.relation($0.target) }
      .map { dataset.relations[$0].schema }
  }

  /// The schema that a path leads to.
  func schema(_ start: RelationSchema?, after path: [String]) -> RelationSchema? {
    var schema = start
    for name in path {
      guard let here = schema, let column = here.field(name),
        case .link(let target) = here.fields[column].type,
        let next = dataset.relation(target)
      else { return nil }
      schema = dataset.relations[next].schema
    }
    return schema
  }

  /// The fields after a path. Where it is not said yet whose fields they are, those of every
  /// relation, the first one's first.
  private func fields(_ relation: String, _ path: [String]) -> [CompletionChoice] {
    guard let schema = schema(relation) else {
      guard relation.isEmpty, path.isEmpty else { return [] }
      let all = cache.list("fields") {
        CandidateList(unique(dataset.relations.flatMap { fields(of: $0.schema, isAlone: false) }))
      }
      return [
        CompletionChoice(all), CompletionChoice(named(plain(given.fields.values.flatMap(\.self)))),
      ]
    }
    guard path.isEmpty else { return [CompletionChoice(fields(of: schema, after: path))] }
    let own = cache.list("fields of " + schema.name) { CandidateList(fields(of: schema)) }
    return [CompletionChoice(own), CompletionChoice(named(plain(given.fields[schema.name] ?? [])))]
  }

  private func plain(_ entries: [GivenNames.Entry]) -> [GivenNames.Entry] {
    entries.filter { !$0.takesValues }
  }

  /// The fields after a path; after `reason.` and its like, the answers and the ways to them.
  private func fields(of schema: RelationSchema, after path: [String]) -> [Completion] {
    guard let word = path.first, GroundAspect(rawValue: word) != nil, schema.field(word) == nil
    else { return (self.schema(schema, after: path)?.fields ?? []).map { Self.field($0) } }
    let reached = self.schema(schema, after: Array(path.dropFirst()))
    return (reached?.fields ?? []).filter { field in
      switch field.type {
      case .answer: return true
      case .link(let target): return self.schema(target).map(Self.hasAnswers) == true
      case .text, .category, .number, .date: return false
      }
    }.map { Self.field($0) }
  }

  /// What a path may begin with: fields, and what is asked of the evidence.
  private func fields(of schema: RelationSchema, isAlone: Bool = true) -> [Completion] {
    let label = isAlone ? "" : ", of \(schema.name)"
    let aspects = Self.hasAnswers(schema) ? GroundAspect.allCases : []
    return schema.fields.map { Self.field($0, label) }
      + aspects.filter { schema.field($0.rawValue) == nil }.map {
        Completion(text: $0.rawValue, kind: .field, meaning: $0.meaning, follow: ".")
      }
  }

  private static func field(_ field: Field, _ label: String = "") -> Completion {
    Completion(text: field.name, kind: .field, meaning: field.meaning + label)
  }

  private var functions: [Completion] {
    dataset.functions.map {
      Completion(text: $0.name, kind: .function, meaning: $0.meaning, follow: "(")
    }
  }

  private func functions(of relation: String, at word: TypedWord) -> [CompletionChoice] {
    let name = schema(relation)?.name ?? queryScope(at: word)?.schema.name ?? ""
    let own = (given.fields[name] ?? []).filter(\.takesValues)
    let windows = relation.isEmpty && isAdding(word) ? Self.windows : []
    return [CompletionChoice(named(own) + functions + windows)]
  }

  private func takesValues(_ name: String) -> Bool {
    dataset.functions.contains { $0.name == name }
      || WindowFunction.all.contains { $0.name == name }
      || given.fields.values.contains { $0.contains { $0.name == name && $0.takesValues } }
  }

  private func linkNumbers(of relation: String, at word: TypedWord) -> [CompletionChoice] {
    let stage = queryScope(at: word)
    // Groups have no links.
    let found = schema(relation) ?? (stage?.relation == nil ? nil : stage?.schema)
    let hasLinks = found.map { !$0.links.isEmpty } ?? (relation.isEmpty && stage == nil)
    guard hasLinks else { return [] }
    return [
      CompletionChoice(
        LinkNumber.all.map { Completion(text: $0.name, kind: .function, meaning: $0.meaning) })
    ]
  }

  private static func hasAnswers(_ schema: RelationSchema) -> Bool {
    schema.fields.contains { $0.type == .answer }
  }

  /// The numbers of what links lead to.
  private func linkedFields(_ relation: String) -> CompletionChoice {
    let targets = schema(relation).map { $0.links.map(\.target) }
    let schemas = dataset.relations.map(\.schema).filter { targets?.contains($0.name) ?? true }
    let numbers = schemas.flatMap { schema in
      schema.fields.filter { $0.type == .number }.map { Self.field($0, ", of \(schema.name)") }
    }
    return CompletionChoice(unique(numbers))
  }

  /// The links of what a path leads to; in a stage the path begins at the rows of the question.
  private func links(
    _ relation: String, _ path: [String], at word: TypedWord
  ) -> CompletionChoice {
    let start = relation.isEmpty && !path.isEmpty ? queryScope(at: word)?.schema : nil
    let all = path.isEmpty ? dataset.relations.flatMap(\.schema.links) : []
    let links = schema(start ?? schema(relation), after: path).map(\.links) ?? all
    return CompletionChoice(
      unique(links.map { Completion(text: $0.name, kind: .link, meaning: $0.meaning) }))
  }

  private var subjects: CompletionChoice {
    CompletionChoice(
      cache.list("subjects") {
        let words = ["fields", "relations"].map {
          Completion(text: $0, kind: .keyword, meaning: "the record's own \($0)")
        }
        let schemas = dataset.relations.map(\.schema)
        let rows = schemas.map {
          Completion(text: $0.singular, kind: .relation, meaning: $0.meaning)
        }
        let fields = schemas.flatMap { schema in schema.fields.map { Self.field($0) } }
        return CandidateList(unique(rows + words + schemas.map(Self.relation) + fields))
      })
  }

  private func unique(_ completions: [Completion]) -> [Completion] {
    var seen: Set<String> = []
    return completions.filter { seen.insert($0.text).inserted }
  }

  // MARK: Columns

  /// What stages can name: columns that have names, fields of the rows, functions.
  private func columns(_ path: [String], at word: TypedWord) -> [CompletionChoice] {
    guard let scope = queryScope(at: word) else { return [] }
    guard path.isEmpty else {
      return [CompletionChoice(fields(of: scope.schema, after: path))]
    }
    let names = scope.named.map { Completion(text: $0.name, kind: .column, meaning: "") }
    let fields = scope.schema.fields.map {
      Completion(text: $0.name, kind: .column, meaning: $0.meaning)
    }
    let others = scope.relation == nil ? [] : self.fields(of: scope.schema)
    let own = named(plain(given.fields[scope.schema.name] ?? []))
    return [
      CompletionChoice(unique((names + fields + others).filter { Self.isName($0.text) } + own))
    ]
  }

  /// Whether a text is one name of the language; columns that are shown as they were written may
  /// have other ones.
  private static func isName(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static var windows: [Completion] {
    WindowFunction.all.map {
      Completion(text: $0.name, kind: .function, meaning: $0.meaning, follow: "(")
    }
  }

  private func isAdding(_ word: TypedWord) -> Bool {
    guard let bar = word.before.lastIndex(where: { $0.kind == .symbol(.pipe) }) else {
      return false
    }
    return bar + 1 < word.before.count && word.before[bar + 1].isWord("add")
  }

  /// The columns of the query before the last bar.
  func queryScope(at word: TypedWord) -> Scope? {
    guard let bar = word.before.last(where: { $0.kind == .symbol(.pipe) }),
      let first = word.before.first
    else { return nil }
    return scope(Source(word.source.text(Span(first.span.start, bar.span.start))))
  }
}

/// The names between the brackets of a definition.
private enum DefinedValues {
  static func names(in tokens: [Token]) -> [String] {
    guard tokens.count > 2, tokens[0].isWord("define"), tokens[2].kind == .symbol(.open) else {
      return []
    }
    return tokens.dropFirst(3).prefix { $0.kind != .symbol(.close) }
      .filter { $0.kind == .word }.map(\.text)
  }
}
