// What could be typed next: the parser run to the cursor, its wishes filled with names.

/// Completes a text at a place.
struct Completer {
  let dataset: Dataset
  let table: SyntaxTable
  /// What people call each row of a relation.
  let labels: (Relation) -> [String]
  /// What names mean after a query; nil where it has no rows.
  let scope: (Query, Source) -> Scope?
  /// The names that the session has given.
  var given = GivenNames()
  /// The most candidates that are given; more than a screen helps nobody.
  static let maximumCandidates = 200

  /// What could stand in place of the word that ends at a byte offset.
  func completions(_ text: String, at offset: Int) -> Completions {
    let bytes = Array(text.utf8.prefix(max(0, offset)))
    let source = Source(bytes: bytes)
    var tokens = Lexer.tokens(of: source).tokens.filter { $0.kind != .end }
    var replaces = Span(bytes.count, bytes.count)
    var typed = ""
    if let last = tokens.last, last.span.end == bytes.count,
      let first = isWordInProgress(last, source)
        ? tokens.count - 1 : periodInProgress(tokens, source)
    {
      replaces = tokens[first].span.joined(last.span)
      typed = source.text(replaces).lowercased().filter { $0 != "\"" }
      tokens.removeSubrange(first...)
    }
    if let start = tokens.lastIndex(where: { $0.kind == .newline }) {
      tokens.removeFirst(start + 1)
    }
    guard !tokens.contains(where: { $0.kind == .invalid }) else {
      return Completions(replaces: replaces, candidates: [])
    }
    let wishes = Parser.wishes(after: tokens, source: source, table: table)
    let all = wishes.flatMap { candidates($0, tokens: tokens, source: source) }
    return Completions(replaces: replaces, candidates: ranked(all, typed: typed))
  }

  /// A word, or a text whose closing quote is not typed yet.
  private func isWordInProgress(_ token: Token, _ source: Source) -> Bool {
    token.kind == .word || token.kind == .parameter
      || token.kind == .invalid && source.text(token.span).hasPrefix("\"")
  }

  /// The first token of digits where a period belongs: `2019`, `2019-0`, `2019-05`.
  private func periodInProgress(_ tokens: [Token], _ source: Source) -> Int? {
    let kinds: [Token.Kind] = [.number, .month, .day, .symbol(.minus)]
    var first = tokens.count
    while first > 0, kinds.contains(tokens[first - 1].kind),
      first == tokens.count || tokens[first - 1].span.end == tokens[first].span.start
    {
      first -= 1
    }
    let start = tokens.lastIndex { $0.kind == .newline }.map { $0 + 1 } ?? 0
    guard first < tokens.count, first >= start,
      !tokens[start...].contains(where: { $0.kind == .invalid })
    else { return nil }
    return Parser.wishes(after: Array(tokens[start..<first]), source: source, table: table)
      .contains(.name(.period)) ? first : nil
  }

  // MARK: Candidates

  private func candidates(_ wish: Wish, tokens: [Token], source: Source) -> [Completion] {
    switch wish {
    case .word(let word):
      guard let first = word.first, first.isLetter || word == "|" else { return [] }
      return [Completion(text: word, kind: .keyword, meaning: Keywords.meanings[word] ?? "")]
    case .verb(let word, let meaning):
      return [Completion(text: word, kind: .keyword, meaning: meaning)]
    case .name(.relation): return relations + named(given.sets)
    case .name(.field(let relation, let path)):
      let own = path.isEmpty ? named(given.fields[relation] ?? []) : []
      return fields(relation, path) + own + named(given.parameters)
    case .name(.link(let relation)): return links(schema(relation, []))
    case .name(.place): return places + named(given.parameters)
    case .name(.period): return periods + named(given.parameters)
    case .name(.value(let relation, let path)): return values(relation, path)
    case .name(.column): return columns(tokens, source)
    case .name(.subject): return subjects
    case .name(.checkable): return relations.filter { roles(of: $0.text) != nil }
    case .name(.document(let relation)):
      return roles(of: relation).map { values(relation, [$0.document]) } ?? []
    }
  }

  private func named(_ entries: [GivenNames.Entry]) -> [Completion] {
    entries.map { Completion(text: $0.name, kind: .definition, meaning: $0.meaning) }
  }

  private var relations: [Completion] {
    dataset.relations.map {
      Completion(text: $0.schema.name, kind: .relation, meaning: $0.schema.meaning)
    }
  }

  /// The schema that a path from a relation ends in.
  private func schema(_ relation: String, _ path: [String]) -> RelationSchema? {
    // Before the things are named, as in `share where …`, the first relation is meant most often.
    let number = relation.isEmpty ? dataset.relations.indices.first : dataset.relation(relation)
    guard let number else { return nil }
    var schema = dataset.relations[number].schema
    for name in path {
      guard let column = schema.field(name), case .link(let target) = schema.fields[column].type,
        let next = dataset.relation(target)
      else { return nil }
      schema = dataset.relations[next].schema
    }
    return schema
  }

  /// The fields after a path; after `reason.` and its like, the answers and the ways to them.
  private func fields(_ relation: String, _ path: [String]) -> [Completion] {
    let here = schema(relation, [])
    guard let word = path.first, GroundAspect(rawValue: word) != nil, here?.field(word) == nil
    else {
      let aspects = path.isEmpty && here.map(hasAnswers) == true ? self.aspects : []
      return fields(schema(relation, path)) + aspects.filter { here?.field($0.text) == nil }
    }
    let reached = schema(relation, Array(path.dropFirst()))
    return (reached?.fields ?? []).compactMap { field in
      switch field.type {
      case .answer: break
      case .link(let target):
        guard schema(target, []).map(hasAnswers) == true else { return nil }
      case .text, .category, .number, .date: return nil
      }
      return Completion(text: field.name, kind: .field, meaning: field.label)
    }
  }

  private var aspects: [Completion] {
    GroundAspect.allCases.map {
      Completion(text: $0.rawValue, kind: .field, meaning: $0.meaning)
    }
  }

  private func hasAnswers(_ schema: RelationSchema) -> Bool {
    schema.fields.contains { $0.type == .answer }
  }

  private func fields(_ schema: RelationSchema?) -> [Completion] {
    let functions = ScalarFunction.all.map {
      Completion(text: $0.name, kind: .function, meaning: $0.meaning)
    }
    guard let schema else { return [] }
    let numbers = schema.links.isEmpty ? [] : LinkNumber.all
    return schema.fields.map { Completion(text: $0.name, kind: .field, meaning: $0.label) }
      + functions + numbers.map { Completion(text: $0.name, kind: .function, meaning: $0.meaning) }
  }

  private func links(_ schema: RelationSchema?) -> [Completion] {
    (schema?.links ?? []).map { Completion(text: $0.name, kind: .link, meaning: $0.meaning) }
  }

  /// The days of the lists, and the years of totals; `latest` is a word of the grammar.
  private var periods: [Completion] {
    let days = Set(dataset.relations.indices.flatMap(dataset.lists)).sorted()
    return days.map {
      Completion(text: $0.description, kind: .value, meaning: "the day of a list")
    }
      + dataset.editions.map {
        Completion(
          text: String($0.year), kind: .value, meaning: "\($0.relation) by the totals of \($0.name)"
        )
      }
  }

  private var places: [Completion] { outerPlaces + innerPlaces }

  /// Places within places, by their full names in quotes.
  private var innerPlaces: [Completion] {
    dataset.relations.flatMap { relation -> [Completion] in
      guard let place = relation.schema.place, place.within != nil else { return [] }
      return labels(relation).map {
        Completion(text: quoted($0), kind: .place, meaning: relation.schema.singular)
      }
    }
  }

  private var outerPlaces: [Completion] {
    dataset.relations.flatMap { relation -> [Completion] in
      guard let naming = relation.schema.place, naming.within == nil,
        case .text(let codes, let texts)? = relation.column(naming.code)?.values,
        case .text(let nameCodes, let names)? = relation.column(naming.name)?.values
      else { return [] }
      return codes.indices.flatMap { row -> [Completion] in
        let (code, name) = (texts[Int(codes[row])], names[Int(nameCodes[row])])
        return [
          Completion(text: code, kind: .place, meaning: name),
          Completion(text: quoted(name), kind: .place, meaning: code),
        ]
      }
    }
  }

  private func values(_ relation: String, _ path: [String]) -> [Completion] {
    func value(_ text: String) -> Completion {
      Completion(text: quoted(text), kind: .value, meaning: "a value of \(path.last ?? "")")
    }
    if path.count > 1, let aspect = GroundAspect(rawValue: path[0]),
      schema(relation, [])?.field(path[0]) == nil
    {
      return words(aspect, relation, Array(path.dropFirst())).map(value)
    }
    guard let schema = schema(relation, Array(path.dropLast())), let name = path.last,
      let column = schema.field(name)
    else { return [] }
    switch schema.fields[column].type {
    case .answer: return ["yes", "no"].map(value)
    case .category(let words): return words.map(value)
    case .link: return places
    case .text:
      guard let number = dataset.relation(schema.name),
        case .text(_, let texts) = dataset.relations[number].columns[column].values
      else { return [] }
      return texts.prefix(Completer.maximumCandidates).filter { !$0.isEmpty }.map(value)
    case .number, .date: return []
    }
  }

  private func roles(of relation: String) -> FigureRoles? {
    dataset.relation(relation).flatMap { dataset.relations[$0].schema.figures }
  }

  /// What the grounds of an answer say.
  private func words(_ aspect: GroundAspect, _ relation: String, _ path: [String]) -> [String] {
    guard let schema = schema(relation, Array(path.dropLast())),
      let number = dataset.relation(schema.name), let column = path.last.flatMap(schema.field),
      case .answer(_, let grounds) = dataset.relations[number].columns[column].values
    else { return [] }
    return aspect.words(of: grounds)
  }

  private var subjects: [Completion] {
    let words = ["fields", "relations"].map {
      Completion(text: $0, kind: .keyword, meaning: "the record's own \($0)")
    }
    let rows = dataset.relations.map {
      Completion(text: $0.schema.singular, kind: .relation, meaning: $0.schema.meaning)
    }
    return words + rows + relations + dataset.relations.flatMap { fields($0.schema) }
  }

  /// The columns that a stage can name: those of the query before it.
  private func columns(_ tokens: [Token], _ source: Source) -> [Completion] {
    guard let bar = tokens.lastIndex(where: { $0.kind == .symbol(.pipe) }), let first = tokens.first
    else { return [] }
    let before = Source(source.text(Span(first.span.start, tokens[bar].span.start)))
    let (program, _) = Parser.parse(before, table: table)
    guard let statement = program.statements.first, !statement.isBroken,
      let query = statement.query, let scope = scope(query, before)
    else { return [] }
    let names = scope.named.map { Completion(text: $0.name, kind: .column, meaning: "") }
    let fields = scope.schema.fields.map {
      Completion(text: $0.name, kind: .column, meaning: $0.label)
    }
    let isAdd = bar + 1 < tokens.count && tokens[bar + 1].isWord("add")
    return names + fields.filter { !$0.text.contains("(") }
      + (isAdd ? functions : [])
  }

  /// The functions of the values of a row, and those over all rows.
  private var functions: [Completion] {
    (ScalarFunction.all.map { ($0.name, $0.meaning) }
      + WindowFunction.all.map { ($0.name, $0.meaning) })
      .map { Completion(text: $0.0, kind: .function, meaning: $0.1) }
  }

  private func quoted(_ text: String) -> String {
    let isWord =
      text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord && !Reserved.contains(text.lowercased())
      ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: Order

  /// Those that begin with what is typed, then those that hold its letters in order; each once.
  private func ranked(_ all: [Completion], typed: String) -> [Completion] {
    var seen: Set<String> = []
    let unique = all.filter { seen.insert($0.text).inserted }
    guard !typed.isEmpty else { return Array(unique.prefix(Completer.maximumCandidates)) }
    func plain(_ completion: Completion) -> String {
      completion.text.lowercased().filter { $0 != "\"" }
    }
    let starting = unique.filter { plain($0).hasPrefix(typed) }
    let holding = unique.filter { !plain($0).hasPrefix(typed) && holds(plain($0), typed) }
    return Array((starting.isEmpty ? holding : starting).prefix(Completer.maximumCandidates))
  }

  private func holds(_ text: String, _ letters: String) -> Bool {
    var rest = letters[...]
    for letter in text where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

/// What the grammar's own words mean, for completion.
package enum Keywords {
  /// Each word of the grammar with its meaning.
  package static let meanings: [String: String] = [
    "where": "rows that meet a condition", "in": "rows in a place", "with": "rows that have links",
    "without": "rows that have none", "of": "rows of linked things", "by": "a row for each value",
    "among": "what the share is of", "as": "as of a date", "union": "rows of either set",
    "intersect": "rows of both sets", "minus": "rows of the first set only",
    "and": "both", "or": "either", "not": "yes becomes no", "certainly": "yes only where known",
    "possibly": "yes unless known to be no", "is": "equals", "between": "from one end to the other",
    "contains": "a text that holds another", "starts": "starts with a text",
    "ends": "ends with a text", "matches": "a text that a pattern describes, as in \"^San .*\"",
    "has": "has linked things", "named": "a name for the column",
    "|": "a stage for the result", "unknown": "no value known", "known": "a value known",
    "none": "does not apply", "up": "least first", "down": "most first", "at least": "or more",
    "latest": "the record's newest day", "from": "of one document",
    "across": "parts of each group, or several dates, side by side",
    "percent": "parts of a whole in place of numbers", "years": "the periods to set side by side",
  ]
}
