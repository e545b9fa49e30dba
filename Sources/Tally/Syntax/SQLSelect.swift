// A select of SQL, such as reporters paste, as a sentence of tally.

/// A `select` of one table, read clause by clause.
struct SQLSelect {
  private let source: Source
  private var clauses: [String: [Token]] = [:]
  private var table = ""
  private var alias: String?
  /// What the result calls a selected number, by what the select calls it.
  private var names: [String: String] = [:]

  /// One thing that is selected.
  private enum Item {
    case star
    case count
    /// `avg(population)` as `average population`.
    case measure(String)
    case field(String)
  }

  /// The words that begin a clause, in their order.
  private static let words = ["select", "from", "where", "group", "having", "order", "limit"]

  /// Whether a token on a new line goes on with the select above it.
  static func goesOn(with token: Token) -> Bool {
    token.kind == .word && (words.dropFirst() + ["and", "or"]).contains(token.text)
  }

  /// Whether tokens begin as a select, or as one whose first word was left out.
  static func begins(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first else { return false }
    if first.isWord("select") { return true }
    return first.isWord("count") && tokens.count > 3 && tokens[1].kind == .symbol(.open)
      && tokens[2].kind == .symbol(.times)
  }

  /// The sentence that asks the same; nil for a select that tally cannot say in one.
  static func sentence(_ tokens: [Token], in source: Source) -> String? {
    guard begins(tokens) else { return nil }
    var select = SQLSelect(source: source)
    guard select.split(tokens), select.readTable() else { return nil }
    return select.sentence()
  }

  private init(source: Source) { self.source = source }

  // MARK: Clauses

  /// Puts each token into its clause; false where the clauses are not in their order.
  private mutating func split(_ tokens: [Token]) -> Bool {
    var depth = 0
    var clause = 0
    for (index, token) in tokens.enumerated() {
      if token.kind == .symbol(.open) { depth += 1 }
      if token.kind == .symbol(.close) { depth -= 1 }
      let begun = depth == 0 && token.kind == .word ? Self.words.firstIndex(of: token.text) : nil
      guard let begun else {
        clauses[Self.words[clause], default: []].append(token)
        continue
      }
      guard begun > clause || index == 0 else { return false }
      clause = begun
    }
    for word in ["group", "order"] where clauses[word] != nil {
      guard clauses[word]?.first?.isWord("by") ?? false else { return false }
      clauses[word]?.removeFirst()
    }
    return true
  }

  /// The table of `from`, with a short name if it has one.
  private mutating func readTable() -> Bool {
    let tokens = (clauses["from"] ?? []).filter { !$0.isWord("as") }
    guard (1...2).contains(tokens.count), tokens.allSatisfy({ $0.kind == .word }) else {
      return false
    }
    table = source.text(tokens[0].span)
    alias = tokens.count == 2 ? tokens[1].text : tokens[0].text
    return true
  }

  private func mended(_ tokens: [Token]) -> String {
    let text = SQLTerms.mended(tokens, in: source, alias: alias ?? table)
    return names[text.lowercased()] ?? text
  }

  // MARK: The sentence

  private mutating func sentence() -> String? {
    var selected = clauses["select"] ?? []
    let isDistinct = selected.first?.isWord("distinct") ?? false
    if isDistinct { selected.removeFirst() }
    for part in parts(selected) { note(part) }
    let items = parts(selected).compactMap(item)
    guard !items.isEmpty, items.count == parts(selected).count else { return nil }
    let fields = items.compactMap { if case .field(let name) = $0 { name } else { nil } }
    var groups = clauses["group"].map { parts($0).map(mended) } ?? []
    if isDistinct {
      guard groups.isEmpty, fields.count == items.count else { return nil }
      groups = fields
    }
    let measures = items.compactMap(measure)
    guard measures.count <= 1, let tail = tail(isGrouped: !groups.isEmpty) else { return nil }
    let verb = measures.first ?? (groups.isEmpty ? "list" : "count")
    guard verb == "list" || fields.allSatisfy(groups.contains) else { return nil }
    let hasStar = items.contains { if case .star = $0 { true } else { false } }
    guard verb == "list" || !hasStar, !hasStar || items.count == 1 else { return nil }
    let by = groups.isEmpty ? "" : " by " + groups.joined(separator: ", ")
    let show = verb == "list" && !hasStar ? " | show " + fields.joined(separator: ", ") : ""
    return verb + " " + table + condition + by + tail + show
  }

  private var condition: String {
    guard let tokens = clauses["where"], !tokens.isEmpty else { return "" }
    return " where " + bracketed(tokens)
  }

  /// What follows the groups or rows: `having`, `order by`, `limit`.
  private func tail(isGrouped: Bool) -> String? {
    var text = ""
    if let having = clauses["having"] {
      guard isGrouped else { return nil }
      text += " | keep " + bracketed(having)
    }
    if let order = clauses["order"] {
      let keys = parts(order).map(sortKey)
      // `order by 2` is the second column, and a bare number here would be a value.
      guard !keys.contains(where: { $0.first?.isNumber ?? true }) else { return nil }
      text += " | sort by " + keys.joined(separator: ", ")
    }
    if let limit = clauses["limit"] {
      guard limit.count == 1, limit[0].kind == .number else { return nil }
      text += " | take " + limit[0].text
    }
    return text
  }

  private func sortKey(_ tokens: [Token]) -> String {
    guard let last = tokens.last, last.isWord("desc") || last.isWord("asc") else {
      return mended(tokens)
    }
    return mended(tokens.dropLast()) + (last.isWord("desc") ? " down" : "")
  }

  /// A condition with the brackets that SQL's "and before or" leaves out.
  private func bracketed(_ tokens: [Token]) -> String {
    let parts = split(tokens) { $0.isWord("or") || $0.kind == .symbol(.pipes) }
    guard parts.count > 1 else { return mended(tokens) }
    return parts.map { part in
      let isJoined = split(part) { $0.isWord("and") || $0.kind == .symbol(.ampersands) }.count > 1
      return isJoined ? "(" + mended(part) + ")" : mended(part)
    }.joined(separator: " or ")
  }

  // MARK: Lists

  private func parts(_ tokens: [Token]) -> [[Token]] {
    split(tokens) { $0.kind == .symbol(.comma) }
  }

  /// The stretches between tokens outside brackets.
  private func split(_ tokens: [Token], at isBetween: (Token) -> Bool) -> [[Token]] {
    var parts: [[Token]] = [[]]
    var depth = 0
    var isRange = false
    for token in tokens {
      if token.kind == .symbol(.open) { depth += 1 }
      if token.kind == .symbol(.close) { depth -= 1 }
      if token.isWord("between") { isRange = true }
      let endsRange = isRange && token.isWord("and")
      if endsRange { isRange = false }
      if depth == 0, !endsRange, isBetween(token) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(token)
      }
    }
    return parts
  }

  /// Remembers what a selected number is called: `sum(population) as people` is the column sum.
  private mutating func note(_ tokens: [Token]) {
    var named = tokens
    if named.count > 2, named[named.count - 2].isWord("as") { named.removeLast(2) }
    guard let item = item(tokens), let measure = measure(item),
      let word = measure.split(separator: " ").first.map(String.init)
    else { return }
    if named.count < tokens.count, let name = tokens.last { names[name.text] = word }
    names[mended(named).lowercased()] = word
  }

  /// One selected thing, its new name left out.
  private func item(_ tokens: [Token]) -> Item? {
    var tokens = tokens
    if tokens.count > 2, tokens[tokens.count - 2].isWord("as") { tokens.removeLast(2) }
    guard let first = tokens.first else { return nil }
    if tokens.count == 1, first.kind == .symbol(.times) { return .star }
    guard tokens.count > 1, tokens[1].kind == .symbol(.open) else {
      let isPath = tokens.allSatisfy { $0.kind == .word || $0.kind == .symbol(.dot) }
      return isPath && tokens.count % 2 == 1 ? .field(mended(tokens)) : nil
    }
    guard tokens.last?.kind == .symbol(.close) else { return nil }
    let inner = Array(tokens[2..<tokens.count - 1])
    if first.isWord("count") {
      // count(name) leaves out the rows without a name, and has no short form here.
      let countsRows = inner.first.map { $0.kind == .symbol(.times) || $0.kind == .number }
      return inner.count == 1 && countsRows ?? false ? .count : nil
    }
    guard let word = ["sum": "sum", "avg": "average", "min": "min", "max": "max"][first.text],
      inner.allSatisfy({ $0.kind == .word || $0.kind == .symbol(.dot) }), !inner.isEmpty
    else { return nil }
    return .measure(word + " " + mended(inner) + " of")
  }

  private func measure(_ item: Item) -> String? {
    switch item {
    case .count: "count"
    case .measure(let text): text
    case .star, .field: nil
    }
  }
}
