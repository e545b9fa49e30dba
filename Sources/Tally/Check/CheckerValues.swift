// Values: fields through links, numbers, texts, periods.

/// One side of a comparison, before the other side says what is wanted.
enum Operand {
  case value(Value)
  case condition(Condition)
  case period(Period)
  case truth(Bool)
  case fips(String)

  /// The value, where it is a number.
  var number: Value? {
    guard case .value(let value) = self, case .number = value.kind else { return nil }
    return value
  }

  /// The value, where it is a date.
  var date: Value? {
    guard case .value(let value) = self, case .date = value.kind else { return nil }
    return value
  }

  /// The field, where it is one.
  var field: Field? {
    guard case .value(.field(let field)) = self else { return nil }
    return field.field
  }

  /// The period: one that was typed, or a four-digit number as a year.
  var asPeriod: Period? {
    switch self {
    case .period(let period): period
    case .value(.number(let number)):
      number >= 1000 && number <= 9999 && number == number.rounded()
        ? Period(year: Int(number)) : nil
    case .value, .condition, .truth, .fips: nil
    }
  }
}

extension Checker {
  /// What an expression is as one side of a comparison.
  mutating func operand(_ expr: Expr, _ scope: Scope) throws(Diagnostic) -> Operand {
    switch expr {
    case .literal(let literal, _): return operand(literal)
    case .parameter(let name): throw .unknownParameter(name, near: [])
    case .linked(let word, let inner, let link, let span):
      return .value(try linked(word, inner, link, span, scope))
    case .path(let path):
      let value = try value(of: path, scope)
      if case .field(let field) = value, field.field.isAnswer {
        return .condition(.answer(field))
      }
      if case .condition(let condition) = value { return .condition(condition) }
      return .value(value)
    case .negative(let inner, _):
      let value = try number(inner, scope)
      if case .number(let number) = value { return .value(.number(-number)) }
      return .value(.arithmetic(.number(0), .minus, value))
    case .arithmetic(let a, let operation, let b):
      return .value(.arithmetic(try number(a, scope), operation, try number(b, scope)))
    case .call(let name, let arguments, let span):
      return .value(try call(name, arguments, span, scope))
    case .compare, .equal, .state, .between, .member, .text, .has, .modified, .junction, .broken:
      return .condition(try condition(expr, scope))
    }
  }

  private func operand(_ literal: Literal) -> Operand {
    switch literal {
    case .number(let number), .percent(let number): .value(.number(number))
    case .text(let text): .value(.text(text))
    case .period(let period): .period(period)
    case .fips(let digits): .fips(digits)
    case .answer(let value): .truth(value)
    case .latest: .period(Period(dataset.latest))
    }
  }

  mutating func number(_ expr: Expr, _ scope: Scope) throws(Diagnostic) -> Value {
    let found = try operand(expr, scope)
    guard let value = found.number else {
      throw .notANumber(expr.span, source.text(expr.span), found.field)
    }
    return value
  }

  private mutating func call(
    _ name: Name, _ arguments: [Expr], _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Value {
    if let window = WindowFunction.named(name.text) {
      return try self.window(window, arguments, span, scope)
    }
    guard let function = dataset.function(name.text) else {
      throw .unknownFunction(
        name, dataset.functions.map(\.name) + WindowFunction.all.map(\.name))
    }
    if case .numberToBand = function.kind { return try bands(arguments, span, scope) }
    guard function.takes.contains(arguments.count) else {
      throw .wrongArguments(span, function)
    }
    var values: [Value] = []
    for argument in arguments { values.append(try self.argument(argument, of: function, scope)) }
    if case .numberToDigits = function.kind, values.count > 1, values[1].digits == nil {
      throw .wrongArgument(arguments[1].span, function)
    }
    return .call(function, values)
  }

  private mutating func argument(
    _ expr: Expr, of function: ScalarFunction, _ scope: Scope
  ) throws(Diagnostic) -> Value {
    let operand = try operand(expr, scope)
    switch function.kind {
    case .dateToNumber: if let date = operand.date { return date }
    case .datesToNumber:
      if let date = operand.date { return date }
      if case .period(let period) = operand, period.first == period.last {
        return .day(period.first)
      }
    case .numberToDigits, .numberToBand:
      if case .field(let field)? = operand.number, field.field.unit == Field.fraction {
        throw .shareOfFunction(expr.span, function, source.text(expr.span))
      }
      if let number = operand.number { return number }
    case .textToText:
      if case .value(let value) = operand, case .text = value.kind { return value }
    }
    throw .wrongArgument(expr.span, function, given: operand.field)
  }

  /// A number of linked rows: `count of agreements`, `sum population of counties`.
  private mutating func linked(
    _ word: Name, _ inner: Expr?, _ link: LinkRef, _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Value {
    guard let relation = scope.relation else { throw .noLinksHere(span) }
    let (join, set) = try linkedSet(link, from: relation)
    if case .one(let column) = join.way {
      let last = schema(join.from).fields[column].name
      throw .oneIsNoList(
        span, schema(relation).singular, names(join.hops, relation, last), inner?.path,
        at: link.span)
    }
    guard let inner else {
      return .linked(join, Measure(kind: .count, set: set, unit: countUnit(set.relation)))
    }
    return .linked(join, try aggregate(Aggregator.named(word.text) ?? .sum, inner, of: set))
  }

  /// The value that a stage shows or sorts by: any expression.
  mutating func shown(_ expr: Expr, _ scope: Scope) throws(Diagnostic) -> Value {
    switch try operand(expr, scope) {
    case .value(let value): return value
    case .condition(.answer(let field)): return .field(field)
    case .condition(let condition): return .condition(condition)
    case .truth(let value): return .condition(.constant(value))
    case .period, .fips: return .text(source.text(expr.span))
    }
  }

  // MARK: Fields

  /// The value that a path names: a column that a stage has named, or a field.
  func value(of path: Path, _ scope: Scope) throws(Diagnostic) -> Value {
    if let column = scope.named.first(where: { $0.name == path.text }) { return column.value }
    return .field(try field(path, scope))
  }

  /// The field that a path names, through to-one links.
  func field(_ path: Path, _ scope: Scope) throws(Diagnostic) -> FieldRef {
    if let column = scope.schema.field(path.text) {
      return FieldRef(
        hops: [], column: column, field: scope.schema.fields[column], text: path.text)
    }
    if let asked = try aspect(path, scope) { return asked }
    var schema = scope.schema
    var hops: [Hop] = []
    for name in path.names.dropLast() {
      hops.append(try hop(name, schema, scope))
      schema = self.schema(hops[hops.count - 1].target)
    }
    let last = path.rest.last ?? path.first
    guard let column = schema.field(last.text) else { throw unknownField(last, schema, scope) }
    return FieldRef(hops: hops, column: column, field: schema.fields[column], text: path.text)
  }

  /// The step to the one row that a link field leads to.
  private func hop(
    _ name: Name, _ schema: RelationSchema, _ scope: Scope
  ) throws(Diagnostic) -> Hop {
    guard let column = schema.field(name.text) else { throw unknownField(name, schema, scope) }
    guard case .link(let target) = schema.fields[column].type,
      let relation = dataset.relation(target)
    else { throw noStep(name, schema.fields[column].type.word, schema) }
    return Hop(column: column, target: relation)
  }

  /// The step to the one row that a link field of a relation leads to.
  func hop(_ name: Name, from relation: Int) throws(Diagnostic) -> Hop {
    let schema = schema(relation)
    return try hop(name, schema, Scope(relation: relation, schema: schema))
  }

  /// A way as it is written: `county.state`.
  private func names(_ hops: [Hop], _ relation: Int, _ last: String) -> String {
    let starts = [relation] + hops.map(\.target)
    let fields = zip(starts, hops).map { schema($0).fields[$1.column].name }
    return (fields + [last]).joined(separator: ".")
  }

  /// What is asked of an answer's ground: `reason.detainers`, `basis.county.notify`. Nil where the
  /// path does not begin with such a word, or the word is a link of these rows.
  private func aspect(_ path: Path, _ scope: Scope) throws(Diagnostic) -> FieldRef? {
    guard let next = path.rest.first, scope.relation != nil,
      let aspect = GroundAspect(rawValue: path.first.text)
    else { return nil }
    if let column = scope.schema.field(path.first.text),
      case .link = scope.schema.fields[column].type
    {
      return nil
    }
    let inner = Path(first: next, rest: Array(path.rest.dropFirst()))
    let answer = try field(inner, scope)
    guard answer.field.isAnswer, answer.aspect == nil else {
      throw .onlyAnswersRest(inner.span, inner.text, answer.field.type.word, on: path.first.text)
    }
    return FieldRef(
      hops: answer.hops, column: answer.column, field: aspect.field(of: answer.field),
      text: path.text, aspect: aspect)
  }

  /// The relation whose column a field is; nil for a column of groups.
  func owner(of field: FieldRef) -> Relation? {
    field.hops.last.map { dataset.relations[$0.target] }
      ?? dataset.relations.first { relation in
        guard relation.schema.fields.indices.contains(field.column) else { return false }
        let own = relation.schema.fields[field.column]
        return (field.aspect?.field(of: own) ?? own) == field.field
      }
  }

  /// The distinct texts of a field; nil where it is none of a relation, or holds no texts.
  func knownTexts(_ field: FieldRef) -> [String]? {
    let owner = owner(of: field)
    if let aspect = field.aspect,
      case .answer(_, let grounds)? = owner?.columns[field.column].values
    {
      return aspect.words(of: grounds)
    }
    guard let column = owner?.columns[field.column], case .text(_, let texts) = column.values
    else { return nil }
    return Array(texts)
  }
}
