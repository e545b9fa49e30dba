// show: what is known of a place, a field, a relation.

extension Verb {
  /// A card of one thing, or a table about the record itself.
  public static let show = Verb(
    name: "show", summary: "what is known of a place, a field or the record",
    grammar: #"show ::= "show" name ( place | "of" name )? ( "as" "of" period )?"#,
    examples: [
      "show county \"Cook, IL\"", "show county \"Travis, TX\" as of 2018",
      "show fields of counties", "show detainers", "show relations",
    ],
    parse: { parser, core in
      parser.refuseShowMe()
      core.subject = parser.name(.subject, "what to show, such as detainers or county")
      let role = NameRole.row(of: core.subject?.text ?? "")
      parser.wish(.name(role))
      if parser.take("of") {
        core.owner = parser.name(.relation, "things, such as counties")
      } else if !parser.endsCore, !parser.current.isWord("as") {
        core.place = parser.place(role)
      }
      if parser.takeAsOf() { core.asOf = parser.period() }
    },
    lower: { core, checker throws(Diagnostic) in
      guard let subject = core.subject else { throw .wantsWord(core.span) }
      return try checker.shown(subject, place: core.place, owner: core.owner)
    })
}

extension Parser {
  /// `show me the counties` is `list counties`, and `show me detainers` is `show detainers`.
  fileprivate mutating func refuseShowMe() {
    guard current.isWord("me"), next.kind == .word else { return }
    let verb = previousSpan
    let me = current
    advance(1)
    if current.isWord("the"), next.kind == .word { advance(1) }
    let rest = current.span.start
    fail(.showMe(me.span, from: verb.start, to: rest))
  }

  /// Whether the core of a query ends here: at a bar or at the statement's end.
  var endsCore: Bool {
    current.kind == .end || current.kind == .newline || current.kind == .symbol(.pipe)
  }
}

extension Checker {
  /// What `show` shows.
  func shown(_ subject: Name, place: Place?, owner: Name?) throws(Diagnostic) -> LogicalPlan {
    if let owner { return try shown(subject, of: owner) }
    if let place { return try shown(subject, at: place) }
    if subject.text == "relations" { return .catalogue(.relations) }
    if let relation = dataset.relation(subject.text) {
      try checkTiming(of: relation, at: subject.span)
      return .card(.relation(relation))
    }
    for (number, relation) in dataset.relations.enumerated() {
      if let column = relation.schema.field(subject.text) {
        try checkTiming(of: number, at: subject.span)
        return .card(.field(relation: number, column: column))
      }
    }
    throw unknownSubject(subject)
  }

  private func shown(_ subject: Name, of owner: Name) throws(Diagnostic) -> LogicalPlan {
    guard let relation = dataset.relation(owner.text) else {
      throw .unknownRelation(owner, known: dataset.relations.map(\.schema.name))
    }
    try checkTiming(of: relation, at: owner.span)
    if subject.text == "fields" { return .catalogue(.fields(of: relation)) }
    guard let column = schema(relation).field(subject.text) else {
      throw unknownField(
        subject, schema(relation), Scope(relation: relation, schema: schema(relation)))
    }
    return .card(.field(relation: relation, column: column))
  }

  private func shown(_ subject: Name, at place: Place) throws(Diagnostic) -> LogicalPlan {
    guard let relation = dataset.relations.firstIndex(where: { $0.schema.singular == subject.text })
    else {
      let isField = dataset.relations.contains { $0.schema.field(place.text.lowercased()) != nil }
      guard isField else { throw unknownSubject(subject) }
      throw .subjectAfterKind(subject.span.joined(place.span), place.text)
    }
    if schema(relation).place == nil {
      let expr = Expr.literal(.text(place.text), place.span)
      let rows = Array(Set(try linkedRows(expr, schema(relation).name))).sorted()
      guard rows.count == 1, let row = rows.first else {
        let keys = textsOf(rows, relation)
        throw .ambiguousThing(place.span, place.text, schema(relation).name, keys: keys)
      }
      return .card(.row(relation: relation, row: row))
    }
    let found = try resolve(place, in: relation)
    return .card(.row(relation: relation, row: found))
  }

  /// The keys of some rows.
  private func textsOf(_ rows: [Int], _ relation: Int) -> [String] {
    let table = dataset.relations[relation]
    guard case .text(let codes, let texts)? = table.column(table.schema.key)?.values else {
      return []
    }
    return rows.map { texts[Int(codes[$0])] }
  }

  private func unknownSubject(_ subject: Name) -> Diagnostic {
    let place = Place(kind: .name, text: source.text(subject.span), span: subject.span)
    if let found = try? resolve(place) {
      return .placeNeedsKind(
        subject, typed: place.text, kind: schema(found.relation).singular)
    }
    let known =
      ["fields", "relations"] + dataset.relations.map(\.schema.singular)
      + dataset.relations.map(\.schema.name)
      + dataset.relations.flatMap { $0.schema.fields.map(\.name) }
    let others = Set(known).subtracting([subject.text]).sorted()
    return .unknownSubject(subject, near: Spelling.nearest(subject.text, in: others))
  }
}
