// Conditions in SQL. SQL's three values are Kleene's: null is unknown.

extension SQLEmitter {
  /// A condition on the rows of a scope.
  mutating func condition(
    _ condition: Condition, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLCondition {
    switch condition {
    case .constant(let value): return value ? .yes : .no
    case .answer(let field): return try answer(field, &scope)
    case .order(let a, let order, let b):
      return ordered(try number(a, &scope), order, try number(b, &scope))
    case .equal(let a, let b): return equal(try number(a, &scope), try number(b, &scope))
    case .within(let value, let period): return within(try date(value, &scope), period)
    case .before(let value, let period):
      let day = SQLText.literal(period.first.description)
      return dated(try date(value, &scope), "<", day, no: ">=")
    case .after(let value, let period):
      let day = SQLText.literal(period.last.description)
      return dated(try date(value, &scope), ">", day, no: "<=")
    case .words(let value, let predicate):
      let words = try words(value, &scope)
      return guarded(words.none, try looks(words, predicate))
    case .leadsTo(let field, let rows): return try leads(field, to: rows, &scope)
    case .isRow(let rows):
      guard let relation = scope.relation else { throw SQLRefusal("a group is no row") }
      let key = try tables.column(try tables.key(of: relation), of: relation)
      return isOne(of: try keys(rows, relation), "\(SQLScope.alias).\(SQLText.name(key.name))")
    case .isKnown(let value): return .not(try missing(value, &scope).unknown)
    case .isNone(let value): return try missing(value, &scope).none
    case .isSettled(let inner): return try self.condition(inner, &scope).tested("IS NOT NULL")
    case .certainly(let inner): return try self.condition(inner, &scope).tested("IS TRUE")
    case .possibly(let inner): return try self.condition(inner, &scope).tested("IS NOT FALSE")
    case .not(let inner): return .not(try self.condition(inner, &scope))
    case .all(let parts): return .all(try conditions(parts, &scope))
    case .any(let parts): return .any(try conditions(parts, &scope))
    case .linked(let join, let set, let count): return try linked(join, set, count, &scope)
    }
  }

  private mutating func conditions(
    _ parts: [Condition], _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [SQLCondition] {
    var found: [SQLCondition] = []
    for part in parts { found.append(try condition(part, &scope)) }
    return found
  }

  /// What does not apply meets no condition.
  func guarded(_ none: SQLCondition?, _ condition: SQLCondition) -> SQLCondition {
    none.map { .all([.not($0), condition]) } ?? condition
  }

  // MARK: Leaves

  private mutating func answer(
    _ field: FieldRef, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLCondition {
    let reached = try reach(field, &scope)
    return guarded(reached.none, SQLCondition(text: "\(reached.part()) = 'yes'"))
  }

  private func ordered(_ a: SQLNumber, _ order: Expr.Order, _ b: SQLNumber) -> SQLCondition {
    func holds(_ order: Expr.Order) -> String {
      switch order {
      case .less: "\(a.high) < \(b.low)"
      case .atMost: "\(a.high) <= \(b.low)"
      case .more: "\(a.low) > \(b.high)"
      case .atLeast: "\(a.low) >= \(b.high)"
      }
    }
    return guarded(
      none(a.none, b.none),
      a.isExact && b.isExact
        ? SQLCondition(text: holds(order)) : either(holds(order), no: holds(order.opposite)))
  }

  private func equal(_ a: SQLNumber, _ b: SQLNumber) -> SQLCondition {
    guard a.isExact, b.isExact else {
      return guarded(
        none(a.none, b.none),
        either(
          "\(a.low) = \(a.high) AND \(b.low) = \(b.high) AND \(a.low) = \(b.low)",
          no: "\(a.high) < \(b.low) OR \(a.low) > \(b.high)"))
    }
    return guarded(none(a.none, b.none), SQLCondition(text: "\(a.low) = \(b.low)"))
  }

  /// True where one text is, false where the other is, else unknown.
  private func either(_ yes: String, no: String) -> SQLCondition {
    SQLCondition(text: "CASE WHEN \(yes) THEN TRUE WHEN \(no) THEN FALSE END")
  }

  private func within(_ date: SQLDate, _ period: Period) -> SQLCondition {
    let first = SQLText.literal(period.first.description)
    let last = SQLText.literal(period.last.description)
    guard date.first != date.last else {
      return guarded(
        date.none,
        first == last
          ? SQLCondition(text: "\(date.first) = \(first)")
          : SQLCondition(text: "(\(date.first) BETWEEN \(first) AND \(last))"))
    }
    return guarded(
      date.none,
      either(
        "\(date.first) >= \(first) AND \(date.last) <= \(last)",
        no: "\(date.last) < \(first) OR \(date.first) > \(last)"))
  }

  /// Before a day, where the last end is; or after it, where the first end is.
  private func dated(
    _ date: SQLDate, _ yes: String, _ day: String, no: String
  ) -> SQLCondition {
    let isBefore = yes == "<"
    guard date.first != date.last else {
      return guarded(date.none, SQLCondition(text: "\(date.first) \(yes) \(day)"))
    }
    return guarded(
      date.none,
      either(
        "\(isBefore ? date.last : date.first) \(yes) \(day)",
        no: "\(isBefore ? date.first : date.last) \(no) \(day)"))
  }

  private func looks(
    _ words: SQLWords, _ predicate: TextPredicate
  ) throws(SQLRefusal) -> SQLCondition {
    let text = try lowered(words)
    _ = try lowered(SQLWords(text: "", texts: predicate.texts))
    switch predicate {
    case .isOneOf(let values): return isOne(of: values.map { $0.lowercased() }, text)
    case .contains(let part): return like(text, "%", part, "%")
    case .startsWith(let part): return like(text, "", part, "%")
    case .endsWith(let part): return like(text, "%", part, "")
    case .matches: throw SQLRefusal("databases have patterns of their own, which match otherwise")
    }
  }

  private func like(
    _ text: String, _ before: String, _ part: String, _ after: String
  ) -> SQLCondition {
    var pattern = String.UnicodeScalarView()
    for scalar in part.lowercased().unicodeScalars {
      if "%_!".unicodeScalars.contains(scalar) { pattern.append("!") }
      pattern.append(scalar)
    }
    let isEscaped = pattern.contains("!")
    let quoted = SQLText.literal(before + String(pattern) + after)
    return SQLCondition(text: "\(text) LIKE \(quoted)\(isEscaped ? " ESCAPE '!'" : "")")
  }

  func isOne(of texts: [String], _ text: String) -> SQLCondition {
    var distinct: [String] = []
    for text in texts where !distinct.contains(text) { distinct.append(text) }
    guard distinct.count != 1 else {
      return SQLCondition(text: "\(text) = \(SQLText.literal(distinct[0]))")
    }
    // No list is a list in SQL without a text in it; of none a known text is none.
    guard !distinct.isEmpty else {
      return SQLCondition(text: "\(text) IS NULL AND NULL", isSimple: false)
    }
    return SQLCondition(text: "\(text) IN \(SQLText.list(distinct))")
  }

  // MARK: Missing values

  /// Where a value is not known, and where it does not apply: both true or false.
  mutating func missing(
    _ value: Value, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (unknown: SQLCondition, none: SQLCondition) {
    func found(_ text: String, _ none: SQLCondition?) -> (SQLCondition, SQLCondition) {
      guard let none else { return (SQLCondition(text: "\(text) IS NULL"), .no) }
      return (
        .all([SQLCondition(text: "\(text) IS NULL"), none.tested("IS NOT TRUE")]),
        none.tested("IS TRUE")
      )
    }
    switch value {
    case .field(let field):
      if let figure = scope.figure(value) {
        return (.no, SQLCondition(text: "\(figure.column("low")) IS NULL"))
      }
      let reached = try reach(field, &scope)
      return found(reached.part(), reached.none)
    case .call(let function, let arguments):
      guard arguments.count == 1, let inner = arguments.first else {
        throw SQLRefusal("\(function.name) of several values has no word there")
      }
      return try missing(inner, &scope)
    case .linked: throw .countsLinks()
    case .bands:
      let words = try words(value, &scope)
      return found(words.text, words.none)
    case .arithmetic:
      let number = try number(value, &scope)
      return found(number.low, number.none)
    case .condition(let inner): return (try condition(inner, &scope).tested("IS NULL"), .no)
    case .number, .text, .day: return (.no, .no)
    }
  }

  // MARK: Links

  /// The keys of some rows.
  func keys(_ rows: [Int], _ relation: Int) throws(SQLRefusal) -> [String] {
    let table = dataset.relations[relation]
    guard case .text(let codes, let texts)? = table.column(table.schema.key)?.values else {
      throw SQLRefusal("\(table.schema.name) has no key of words")
    }
    return rows.map { texts[Int(codes[$0])] }
  }

  /// A link that is not known leads to none of the rows where its place excludes them all.
  private mutating func leads(
    _ field: FieldRef, to rows: [Int], _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLCondition {
    let reached = try reach(field, &scope)
    guard case .link(let name) = reached.column.field.type, let target = dataset.relation(name)
    else { return .no }
    let keys = try keys(rows, target)
    let isThere = isOne(of: keys, reached.part())
    guard reached.column.mayBeUnknown, let relation = reached.relation,
      let excluded = try excluded(reached, relation, rows, keys, target)
    else { return guarded(reached.none, isThere) }
    return guarded(
      reached.none,
      SQLCondition(
        text: "CASE WHEN \(reached.part()) IS NOT NULL THEN \(isThere.text) "
          + "WHEN \(excluded.text) THEN FALSE END"))
  }

  /// Where an unknown link cannot lead to any of some rows; nil where it may.
  private mutating func excluded(
    _ link: SQLReached, _ relation: Int, _ rows: [Int], _ keys: [String], _ target: Int
  ) throws(SQLRefusal) -> SQLCondition? {
    guard link.column.field.within != nil else { return nil }
    var own = SQLCondition.no
    if let bound = try bound(link.column.field, of: relation, target) {
      var here = link
      here.column = bound.own
      let places = dataset.relations[target].columns[bound.place]
      guard case .link(let outer) = places.values, rows.allSatisfy(places.isKnown),
        case .link(let name) = bound.own.field.type, let number = dataset.relation(name)
      else { return try noCandidates(link, keys) }
      let near = try self.keys(Array(Set(rows.map { Int(outer[$0]) })).sorted(), number)
      own = .not(isOne(of: near, here.part()))
    }
    guard link.column.hasCandidates else { return own == .no ? nil : own }
    return SQLCondition(
      text: "CASE WHEN \(link.part("_candidates")) IS NOT NULL "
        + "THEN \(noCandidate(link, keys).text) ELSE \(own.text) END")
  }

  private func noCandidates(
    _ link: SQLReached, _ keys: [String]
  ) throws(SQLRefusal) -> SQLCondition? {
    guard link.column.hasCandidates else { return nil }
    return SQLCondition(
      text: "CASE WHEN \(link.part("_candidates")) IS NOT NULL "
        + "THEN \(noCandidate(link, keys).text) END")
  }

  private func noCandidate(_ link: SQLReached, _ keys: [String]) -> SQLCondition {
    .not(
      .any(
        keys.map {
          SQLCondition(text: isCandidate(SQLText.literal($0), link.part("_candidates")))
        }))
  }

  /// Whether a key is one of the keys in a text with blanks between them.
  func isCandidate(_ key: String, _ candidates: String) -> String {
    let padded = "' ' || \(candidates) || ' '"
    return "replace(\(padded), ' ' || \(key) || ' ', '') <> \(padded)"
  }

  /// The link of the same relation that bounds a link, and the place of the rows that it leads to.
  mutating func bound(
    _ field: Field, of relation: Int, _ target: Int
  ) throws(SQLRefusal) -> (own: SQLColumn, place: Int)? {
    let schema = dataset.relations[relation].schema
    let pointed = dataset.relations[target].schema
    guard let within = field.within, let own = schema.field(within),
      let place = pointed.place?.within, let at = pointed.field(place)
    else { return nil }
    return (try tables.column(own, of: relation), at)
  }
}
