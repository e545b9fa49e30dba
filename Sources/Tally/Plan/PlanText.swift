// A plan in plain words, an operator a line: for whoever wants to see what a query becomes.

/// Writes plans.
struct PlanText {
  let dataset: Dataset

  /// The plan as it was asked and, where the optimizer changed it, as it is run.
  func text(_ plan: LogicalPlan) -> String {
    let asked = lines(plan)
    let run = lines(Optimizer.optimized(plan))
    guard asked != run else { return joined(asked) }
    return "as asked:\n" + joined(asked.map(indented)) + "\nas run:\n" + joined(run.map(indented))
  }

  private func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  private func indented(_ line: String) -> String { "  " + line }

  private func below(_ line: String, _ lines: [String]) -> [String] { [line] + lines.map(indented) }

  private func name(_ relation: Int) -> String { dataset.relations[relation].schema.name }

  // MARK: Plans

  private func lines(_ plan: LogicalPlan) -> [String] {
    switch plan {
    case .figure(let measure): return below("one number: \(words(measure))", lines(measure.set))
    case .group(let plan): return lines(plan)
    case .across(let columns, let place):
      return [place == nil ? "side by side:" : "one below the other:"]
        + columns.flatMap { column in
          below("on \(column.day):", lines(column.plan)).map(indented)
        }
    case .rows(let set): return below("the certain rows, the possible ones counted", lines(set))
    case .funnel(let funnel):
      return below(
        "how this number came about, in \(funnel.steps.count) steps: \(words(funnel.measure))",
        lines(funnel.measure.set))
    case .check(let check):
      return ["\(name(check.relation)) against their queries"]
        + (check.document.map { ["  of the document \"\($0)\""] } ?? [])
    case .card: return ["all that is known of one thing"]
    case .catalogue: return ["what the dataset holds"]
    case .totals(let totals):
      return ["one number of the totals published for \(totals.edition.year)"]
    case .compare(let plan):
      return ["the difference from the first to the second:"]
        + [plan.first, plan.second].flatMap { side in
          below("on \(side.day):", lines(side.plan)).map(indented)
        }
    case .changes(let plan):
      return ["how \(plan.field.text) changed from \(plan.from.day) to \(plan.to.day)"]
        + lines(plan.to.set).map(indented)
    case .rank, .keep, .sort, .limit, .columns, .add, .total: return stages(plan)
    }
  }

  private func lines(_ plan: GroupPlan) -> [String] {
    let columns = plan.columns.map { "\(words($0.measure)) named \($0.name)" }
    var line = columns.joined(separator: ", ")
    let sets = plan.columns.reduce(into: [[String]]()) { sets, column in
      let lines = lines(column.measure.set)
      if !sets.contains(lines) { sets.append(lines) }
    }
    switch plan.percent {
    case .whole?: line += ", as a part of all"
    case .group?: line += ", as a part of its group"
    case nil: break
    }
    if let across = plan.across { line += ", once more for each \(across.field.name)" }
    switch plan.grouping {
    case .keys(let keys):
      let names = keys.map(\.field.name).joined(separator: ", ")
      return below("for each \(names): \(line)", sets.flatMap(\.self))
    case .rows(of: let set, let join):
      return below(
        "for each row of the first set, of the rows of the second that lead to it: \(line)",
        lines(set) + sets.flatMap(\.self) + way(join))
    }
  }

  private func stages(_ plan: LogicalPlan) -> [String] {
    switch plan {
    case .rank(let inner, let value, let count, let isBottom):
      let end = isBottom ? "last" : "first"
      return below("the \(end) \(count) by \(words(value)), ties kept", lines(inner))
    case .keep(let inner, let condition):
      return below("keep where certainly \(words(condition))", lines(inner))
    case .sort(let inner, let orders, let first):
      let keys = orders.map { words($0.value) + ($0.isDown ? " down" : " up") }
      let cut = first.map { ", the first \($0)" } ?? ""
      return below("sort by \(keys.joined(separator: ", "))\(cut)", lines(inner))
    case .limit(let inner, let skip, let take):
      let parts = (skip > 0 ? ["skip \(skip)"] : []) + (take.map { ["take \($0)"] } ?? [])
      return below(parts.isEmpty ? "all" : parts.joined(separator: ", "), lines(inner))
    case .columns(let inner, let columns):
      let shown = columns.map { column in
        let value = words(column.value)
        return value == column.name ? value : "\(value) named \(column.name)"
      }
      return below("show \(shown.joined(separator: ", "))", lines(inner))
    case .add(let inner, let columns):
      return below("with \(columns.map(words).joined(separator: ", "))", lines(inner))
    case .total(let inner): return below("with the number of all", lines(inner))
    case .figure, .group, .across, .compare, .changes, .rows, .funnel, .check, .card, .catalogue,
      .totals:
      return lines(plan)
    }
  }

  private func lines(_ set: SetPlan) -> [String] {
    switch set {
    case .scan(let relation): return ["all \(name(relation))"]
    case .scope(let inner, let condition):
      return below("asked of those where \(words(condition))", lines(inner))
    case .filter(let inner, let condition):
      return below("where \(words(condition))", lines(inner))
    case .combine(let operation, let a, let b):
      return below(operation.rawValue, lines(a) + lines(b))
    case .settled(let inner): return below("only rows that are settled", lines(inner))
    }
  }

  private func words(_ column: AddedColumn) -> String {
    switch column.content {
    case .value(let value): "\(words(value)) named \(column.field.name)"
    case .window(let function, of: let value):
      "\(function.name)(\(words(value))) named \(column.field.name)"
    }
  }

  private func words(_ measure: Measure) -> String {
    let settled = measure.settledOnly ? ", of the settled rows only" : ""
    switch measure.kind {
    case .count: return "count" + settled
    case .share(let condition): return "share where \(words(condition))" + settled
    case .aggregate(let word, let value): return "\(word.rawValue) of \(words(value))" + settled
    }
  }

  // MARK: Expressions

  private func words(_ value: Value) -> String {
    switch value {
    case .field(let field): return field.text
    case .number(let number): return NumberText.exact(number)
    case .text(let text): return "\"\(text)\""
    case .arithmetic(let a, let operation, let b):
      let sign =
        switch operation {
        case .plus: "+"
        case .minus: "-"
        case .times: "*"
        case .over: "/"
        }
      return "(\(words(a)) \(sign) \(words(b)))"
    case .call(let function, let arguments):
      return "\(function.name)(\(arguments.map(words).joined(separator: ", ")))"
    case .day(let day): return day.description
    case .linked(let join, let measure):
      return "\(words(measure)) of (\(inline(measure.set)))" + words(join)
    case .bands(let inner, let bands):
      let edges = bands.edges.map { NumberText.exact($0) }.joined(separator: ", ")
      return "bands(\(words(inner)), \(edges))"
    case .condition(let condition): return words(condition)
    }
  }

  private func words(_ condition: Condition) -> String {
    switch condition {
    case .constant(let value): return value ? "always" : "never"
    case .answer(let field): return field.text
    case .order(let a, let order, let b): return "\(words(a)) \(sign(order)) \(words(b))"
    case .equal(let a, let b): return "\(words(a)) is \(words(b))"
    case .within(let value, let period):
      return "\(words(value)) is \(Period.text(period.first, period.last))"
    case .before(let value, let period): return "\(words(value)) < \(period.first)"
    case .after(let value, let period): return "\(words(value)) > \(period.last)"
    case .words(let value, let predicate): return "\(words(value)) \(words(predicate))"
    case .leadsTo(let field, let rows):
      let labels = self.keys(field.field, rows)
      return "\(field.text) is \(labels)"
    case .isRow(let rows):
      return rows.count == 1 ? "it is that one row" : "it is of \(rows.count) rows"
    case .isKnown(let value): return "\(words(value)) is known"
    case .isNone(let value): return "\(words(value)) is none"
    case .isSettled(let inner): return "(\(words(inner))) is known"
    case .certainly(let inner): return "certainly (\(words(inner)))"
    case .possibly(let inner): return "possibly (\(words(inner)))"
    case .not(let inner): return "not (\(words(inner)))"
    case .all(let parts): return parts.map(part).joined(separator: " and ")
    case .any(let parts): return parts.map(part).joined(separator: " or ")
    case .linked(let join, let set, let count):
      return "\(words(count)) of (\(inline(set)))" + words(join)
    }
  }

  private func part(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(\(words(condition)))"
    case .constant, .answer, .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow,
      .isKnown, .isNone, .isSettled, .certainly, .possibly, .not, .linked:
      words(condition)
    }
  }

  /// A set in one line, from what it is made of to what it is.
  private func inline(_ set: SetPlan) -> String {
    lines(set).reversed().map(trimmed).joined(separator: ", ")
  }

  private func words(_ join: Join) -> String {
    let owner =
      join.hops.last.map { " of its \(dataset.relations[$0.target].schema.singular)" } ?? ""
    return owner + (join.isComplete ? "" : " on a list that may lack some")
  }

  private func trimmed(_ line: String) -> String {
    String(line.drop { $0 == " " })
  }

  private func words(_ count: LinkCount) -> String {
    switch (count.least, count.most) {
    case (1, nil): "has any"
    case (let least, nil): "has at least \(least)"
    case (0, let most?): "has at most \(most)"
    case (let least, let most?):
      least == most ? "has exactly \(least)" : "has \(least) to \(most)"
    }
  }

  private func sign(_ order: Expr.Order) -> String {
    switch order {
    case .less: "<"
    case .atMost: "<="
    case .more: ">"
    case .atLeast: ">="
    }
  }

  private func words(_ predicate: TextPredicate) -> String {
    switch predicate {
    case .isOneOf(let texts):
      texts.count == 1 ? "is \"\(texts[0])\"" : "in (\(texts.joined(separator: ", ")))"
    case .contains(let text): "contains \"\(text)\""
    case .startsWith(let text): "starts with \"\(text)\""
    case .endsWith(let text): "ends with \"\(text)\""
    case .matches: "matches a pattern"
    }
  }

  /// The keys of the rows that a link leads to.
  private func keys(_ field: Field, _ rows: [Int]) -> String {
    guard case .link(let name) = field.type, let relation = dataset.relation(name),
      case .text(let codes, let texts)? =
        dataset.relations[relation].column(dataset.relations[relation].schema.key)?.values
    else { return "there" }
    return rows.map { texts[Int(codes[$0])] }.joined(separator: " or ")
  }

  /// How rows lead to others, where nobody says that all are listed.
  private func way(_ join: Join) -> [String] {
    join.isComplete ? [] : ["on a list that may lack some"]
  }
}
