// changes: which rows changed their answer between two days, and how.

extension Verb {
  /// How many rows went from each answer to each, and which.
  public static let changes = Verb(
    name: "changes", summary: "which answers changed between two days",
    grammar: #"changes ::= "changes" "in" path "of" set "from" period "to" period"#,
    examples: ["changes in detainers of counties in California from 2017 to 2026"],
    parse: { parser, core in
      parser.expect("in", "\"in\" and an answer, as in: changes in detainers of counties")
      parser.heads.append(parser.headAfter("of"))
      core.measure = .path(parser.path())
      parser.heads.removeLast()
      parser.expect("of", "\"of\" and the things to look at")
      core.set = parser.set()
      parser.expect("from", "\"from\" and a period")
      core.from = parser.period()
      parser.expect("to", "\"to\" and a period")
      core.to = parser.period()
    },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set, case .path(let path)? = core.measure, let from = core.from,
        let to = core.to
      else { throw .wantsWord(core.span) }
      let days = try checker.days(from: from, to: to, of: core)
      return .changes(try checker.changes(in: path, of: node, days))
    })
}

extension Checker {
  /// One answer of a set's rows on two days.
  fileprivate mutating func changes(
    in path: Path, of node: SetNode, _ days: ComparedDays
  ) throws(Diagnostic) -> ChangesPlan {
    let from = try side(node, on: days.from)
    let to = try side(node, on: days.to)
    let field = try answer(path, of: from.set.relation)
    var fields = PlanFields()
    fields.add(from.set)
    if fields.answers(of: from.set.relation).contains(where: { $0.isSame(as: field) }) {
      throw .changesOfOwnCondition(node.span, path.text, fix: withoutCondition(node))
    }
    fields.add(field, of: from.set.relation)
    try checkBreaks(fields, between: days, fix: nil)
    return ChangesPlan(field: field, from: from, to: to)
  }

  private mutating func side(
    _ node: SetNode, on side: ComparedDays.Side
  ) throws(Diagnostic) -> ChangesPlan.Side {
    var checker = on(side)
    let set = try checker.set(node)
    takeNotes(of: checker)
    return ChangesPlan.Side(label: source.text(side.span), day: side.day, set: set)
  }

  /// A yes/no field of rows that are the same ones on each day.
  private func answer(_ path: Path, of relation: Int) throws(Diagnostic) -> FieldRef {
    let schema = schema(relation)
    let field = try field(path, Scope(relation: relation, schema: schema))
    let answers = schema.fields.filter { $0.type == .answer }.map(\.name)
    guard field.field.type == .answer else {
      throw .changesWantAnswers(
        path.span, path.text, because: "is \(field.field.type.word)", answers: answers)
    }
    guard field.hops.isEmpty else {
      throw .changesWantAnswers(
        path.span, path.text, because: "is a field of other rows than \(schema.name)",
        answers: answers)
    }
    if schema.timing == .undated {
      throw .changesWantAnswers(
        path.span, path.text, because: "is of rows of your own, which state no date", answers: [])
    }
    if case .snapshots = schema.timing {
      throw .changesWantAnswers(
        path.span, path.text, because: "is of lists, each of which has rows of its own",
        answers: [])
    }
    return field
  }

  /// A set without its one condition.
  private func withoutCondition(_ node: SetNode) -> Fix? {
    let conditions = node.first.filters.compactMap { filter in
      if case .condition(_, let span) = filter { span } else { nil as Span? }
    }
    guard node.rest.isEmpty, conditions.count == 1, let span = conditions.first,
      source.text(Span(span.end, min(span.end + 1, source.bytes.count))) == " "
    else { return nil }
    return Fix(Span(span.start, span.end + 1), "", for: "every row, whatever its answer")
  }
}
