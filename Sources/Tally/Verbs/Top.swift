// top and bottom: the first rows by a number, ties kept.

extension Verb {
  /// The rows with the greatest proven numbers.
  public static let top = ranking(
    "top", "the first by a number, most first",
    [
      "top 10 states by count of counties where detainers", "top 5 counties in TX by population",
      "top 3 counties by ((count of agreements) / population) named each",
    ])
  /// The rows with the least numbers that can be proven.
  public static let bottom = ranking(
    "bottom", "the first by a number, least first",
    ["bottom 5 states by share where detainers among counties"])

  private static func ranking(_ word: String, _ summary: String, _ examples: [String]) -> Verb {
    Verb(
      name: word, summary: summary,
      grammar: #"top ::= ( "top" | "bottom" ) INT set "by" rankkey"#, examples: examples,
      parse: { parser, core in
        core.count = parser.integer("how many")
        let set = parser.set()
        core.set = set
        parser.expect("by", "\"by\" and what to rank by, as in: by population")
        parser.heads.append(set.first.head.relation)
        core.rank = parser.rankKey()
        parser.heads.removeLast()
      },
      lower: { core, checker throws(Diagnostic) in
        guard let node = core.set, let count = core.count, let key = core.rank else {
          throw .wantsWord(core.span)
        }
        guard count.value > 0 else { throw .tooFew(count) }
        let set = try checker.set(node)
        return try checker.ranked(set, key, count: count.value, isBottom: word == "bottom")
      })
  }
}

extension Checker {
  /// The plan of a ranking.
  mutating func ranked(
    _ set: SetPlan, _ key: RankKey, count: Int, isBottom: Bool
  ) throws(Diagnostic) -> LogicalPlan {
    let measure: Measure
    let name: String
    let span: Span
    switch key {
    case .column(let column):
      return try ranked(set, by: column, count: count, isBottom: isBottom)
    case .count(let term, let place):
      let inner = try self.term(term)
      measure = Measure(kind: .count, set: inner, unit: countUnit(inner.relation))
      (name, span) = ("count", place)
    case .aggregate(let word, let value, let term, let place):
      let inner = try self.term(term)
      measure = try aggregate(Aggregator.named(word.text) ?? .sum, value, of: inner)
      (name, span) = (word.text, place)
    case .share(let expr, let term, let place):
      measure = try share(expr, among: try self.term(term))
      (name, span) = ("share", place)
    }
    let join = try manyJoin(from: set.relation, to: measure.set.relation, at: span)
    let grouping = Grouping.rows(of: set, join)
    let column = NamedMeasure(name: name, measure: measure)
    let figure = FieldRef(
      hops: [], column: GroupSchema.keys(grouping, in: dataset).count,
      field: GroupSchema.figure(column), text: name)
    return .rank(
      .group(GroupPlan(grouping: grouping, columns: [column])), by: .field(figure), count: count,
      isBottom: isBottom)
  }

  private mutating func ranked(
    _ set: SetPlan, by column: ShownColumn, count: Int, isBottom: Bool
  ) throws(Diagnostic) -> LogicalPlan {
    let scope = Scope(relation: set.relation, schema: schema(set.relation))
    let value = try number(column.value, scope)
    for case .field(let field) in value.leaves {
      try checkUnit(of: field, at: column.value.span, in: set)
    }
    let name = column.name?.text ?? source.written(column.span)
    var shown = shownColumns(of: set.relation)
    // What is ranked by stands last, unless it is shown anyway; a name goes to what was named so.
    if !shown.contains(OutputColumn(name: name, value: value)) {
      shown.removeAll { $0.name == name }
      shown.append(OutputColumn(name: name, value: value))
    }
    let ranked = LogicalPlan.rank(.rows(set), by: value, count: count, isBottom: isBottom)
    return .columns(ranked, shown)
  }

  /// The columns that a list of a relation's rows has.
  private func shownColumns(of relation: Int) -> [OutputColumn] {
    let schema = schema(relation)
    return schema.shown.compactMap { name in
      schema.field(name).map { column in
        let field = FieldRef(
          hops: [], column: column, field: schema.fields[column], text: name)
        return OutputColumn(name: name, value: .field(field))
      }
    }
  }

  private func manyJoin(from outer: Int, to inner: Int, at span: Span) throws(Diagnostic) -> Join {
    let schema = schema(outer)
    let target = self.schema(inner).name
    for link in schema.links where link.target == target && link.through == nil {
      if let join = findJoin(from: outer, named: link.name) { return join }
    }
    // The pairs of a link are themselves rows that point back: a county's pairs are its neighbours.
    for link in schema.links where link.through == target {
      if let column = self.schema(inner).field(link.inverse) {
        return Join(
          from: outer, to: inner, way: .many(column: column), isComplete: link.isComplete)
      }
    }
    throw .rankNeedsMany(span, schema.singular, target)
  }
}
