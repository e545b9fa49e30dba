// The tree of a program: what was said, with the place of each part.

/// A source's statements.
struct Program: Sendable, Equatable {
  var statements: [Statement] = []
}

/// One statement.
struct Statement: Sendable, Equatable {
  /// What a statement can be.
  enum Body: Sendable, Equatable {
    case query(Query)
    case include(Quoted)
    case param(ParameterNode)
    case define(DefinitionNode)
    case expect(ExpectationNode)
  }

  var body: Body
  var span: Span
  /// Whether the parser found a mistake in it.
  var isBroken = false

  /// Whether it says what the answer above must be.
  var isExpectation: Bool {
    if case .expect = body { true } else { false }
  }

  /// The question, where it is one.
  var query: Query? {
    if case .query(let query) = body { query } else { nil }
  }
}

/// A verb with its clauses. Which clauses a verb uses is said in the verb's own file; a clause that
/// it does not use is empty.
struct Core: Sendable, Equatable {
  /// The verb's word.
  var verb: Name
  /// The things that are asked about.
  var set: SetNode?
  /// What follows `by`.
  var grouping: [DimensionNode] = []
  /// What follows `across`.
  var across: DimensionNode?
  /// The question that `compare`, `chart` or `map` is about: one or none.
  var inner: [Core] = []
  /// The clauses that few verbs have; nil where there are none.
  var clauses: Shared<CoreClauses>?
  /// The whole of it.
  var span: Span

  init(verb: Name, span: Span) {
    self.verb = verb
    self.span = span
  }

  /// The periods after `years`.
  var years: [PeriodNode] {
    guard !grouping.isEmpty || across != nil else { return [] }
    for case .years(let periods, _) in grouping + [across].compactMap(\.self) { return periods }
    return []
  }

  /// The place of `years` among what follows `by`; nil where it stands after `across`, or nowhere.
  var placeOfYears: Int? {
    grouping.firstIndex { if case .years = $0 { true } else { false } }
  }

  /// The same question on one day, without its first `years`.
  var onOneDay: Core {
    var core = self
    if let place = placeOfYears {
      core.grouping.remove(at: place)
    } else if case .years = across {
      core.across = nil
    }
    return core
  }

  /// Whether it is an earlier result: `_` or `_3`.
  var isResult: Bool { verb.text.hasPrefix("_") }
}

/// What an answer is divided by: a field, a function of one, or periods.
enum DimensionNode: Sendable, Equatable {
  case path(Path)
  /// A function of fields, or a condition in brackets.
  case value(Expr, Span)
  case years([PeriodNode], Span)

  var span: Span {
    switch self {
    case .path(let path): path.span
    case .value(_, let span): span
    case .years(_, let span): span
    }
  }
}

/// `as percent`, perhaps of the groups of a field.
struct PercentNode: Sendable, Equatable {
  var of: Path?
  var span: Span
}

/// A measure of a table: `count where notify named notifies`.
struct MeasureNode: Sendable, Equatable {
  /// `count`, `share` or an aggregator.
  var word: Name
  /// What an aggregator is of.
  var value: Expr?
  var condition: Expr?
  var name: Name?
  var span: Span
}

/// `param year = 2019`.
struct ParameterNode: Sendable, Equatable {
  var name: Name
  var value: Literal
  /// Where the value stands.
  var span: Span
}

/// `define big(n) of counties as population > $n`.
struct DefinitionNode: Sendable, Equatable {
  /// What a name can be given to.
  enum Meaning: Sendable, Equatable {
    case set(SetNode)
    case field(of: Name, Expr)
  }

  var name: Name
  var parameters: [Name] = []
  var meaning: Meaning
  /// Where what follows `as` stands, with its brackets: a tree has none.
  var span: Span
}

/// What a script says of the answer above.
enum ExpectationNode: Sendable, Equatable {
  /// A number that was typed, with its sign.
  struct Number: Sendable, Equatable {
    var isNegative: Bool
    var literal: Literal
    var span: Span
  }

  case value(Number)
  case interval(Number, Number)
  case between(Number, Number)
  case rows(Count)
  case error(Name)
  /// The lines between `<<` and `>>`.
  case block(Quoted)
}

/// A text that was typed in quotes.
struct Quoted: Sendable, Equatable {
  var text: String
  var span: Span
}

/// A word that names something, in small letters.
struct Name: Sendable, Equatable {
  var text: String
  var span: Span
}

/// A whole number that was typed.
struct Count: Sendable, Equatable {
  var value: Int
  var span: Span
}

/// A field, or one reached through links: `county.state.region`.
struct Path: Sendable, Equatable {
  /// Most paths are one name: no list is held for it.
  var first: Name
  var rest: [Name] = []

  /// All names, in order.
  var names: [Name] { [first] + rest }
  var span: Span { first.span.joined((rest.last ?? first).span) }
  /// As it is written.
  var text: String {
    rest.isEmpty ? first.text : names.map(\.text).joined(separator: ".")
  }

  /// Whether both are written alike.
  func isSame(as other: Path) -> Bool {
    guard first.text == other.first.text, rest.count == other.rest.count else { return false }
    return rest.indices.allSatisfy { rest[$0].text == other.rest[$0].text }
  }
}

/// Sets joined by one operator.
struct SetNode: Sendable, Equatable {
  enum Operator: String, Sendable { case union, intersect, minus }
  var first: SetTerm
  var joins: Operator?
  var rest: [SetTerm] = []
  var span: Span
}

/// A set with its filters: `agreements where model is task_force of counties in TX`.
struct SetTerm: Sendable, Equatable {
  indirect enum Head: Sendable, Equatable {
    case name(Name)
    case group(SetNode)
    /// An earlier result: `_` or `_3`.
    case result(Name)
  }
  var head: Head
  var filters: [Filter] = []
  /// The set after `of`: one or none.
  var of: [SetTerm] = []
  var span: Span
}

/// One restriction of a set.
enum Filter: Sendable, Equatable {
  case places([Place], Span)
  case asOf(PeriodNode)
  case with(Quantity)
  case without(LinkRef, Span)
  case condition(Expr, Span)
}

/// How many linked rows there must be.
struct Quantity: Sendable, Equatable {
  enum Bound: Sendable, Equatable { case atLeast, atMost, moreThan, exactly }
  var bound: Bound
  var count: Int
  var link: LinkRef
  var span: Span
}

/// A link by its name, or the rows of one that meet conditions, in brackets.
indirect enum LinkRef: Sendable, Equatable {
  case name(Name)
  case set(SetNode)
  /// A link of the one row that a field leads to: `county.agreements`.
  case through(Name, LinkRef)

  var span: Span {
    switch self {
    case .name(let name): name.span
    case .set(let set): set.span
    case .through(let name, let inner): name.span.joined(inner.span)
    }
  }
}

/// A place as it was typed.
struct Place: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case name, text, fips, parameter }
  var kind: Kind
  var text: String
  var span: Span
}

/// A period as it was typed; nil for `latest`, and for a parameter that has no value yet.
struct PeriodNode: Sendable, Equatable {
  var period: Period?
  var span: Span
  /// The parameter that stands for it.
  var parameter: Name?
}

/// What `top` ranks by.
enum RankKey: Sendable, Equatable {
  case column(ShownColumn)
  case count(SetTerm, Span)
  case aggregate(Name, Expr, SetTerm, Span)
  case share(Expr, SetTerm, Span)
}

/// A step after `|`. As with `Core`, each stage uses the clauses that its file says.
struct StageNode: Sendable, Equatable {
  var name: Name
  var columns: [ShownColumn] = []
  var keys: [SortKey] = []
  var count: Count?
  var condition: Expr?
  /// The columns that `add` makes.
  var added: [ShownColumn] = []
  var span: Span

  /// Every expression in it.
  var expressions: [Expr] {
    columns.map(\.value) + keys.map(\.value) + (condition.map { [$0] } ?? [])
      + added.map(\.value)
  }
}

/// A column to show.
struct ShownColumn: Sendable, Equatable {
  var value: Expr
  var name: Name?
  var span: Span
}

/// A key to sort by.
struct SortKey: Sendable, Equatable {
  var value: Expr
  var isDown: Bool
  var span: Span
}

/// A condition or a value.
indirect enum Expr: Sendable, Equatable {
  enum Junction: String, Sendable { case and, or }
  enum Modifier: String, Sendable { case not, certainly, possibly }
  enum Order: String, Sendable { case less = "<", atMost = "<=", more = ">", atLeast = ">=" }
  enum State: String, Sendable { case unknown, known, none }
  enum TextTest: Sendable { case contains, matches, startsWith, endsWith }
  enum Arithmetic: String, Sendable { case plus = "+", minus = "-", times = "*", over = "/" }

  case literal(Literal, Span)
  case path(Path)
  case call(Name, [Expr], Span)
  /// `$year`.
  case parameter(Name)
  /// `count of agreements`; with a number, `sum population of counties`.
  case linked(Name, Expr?, LinkRef, Span)
  case negative(Expr, Span)
  case arithmetic(Expr, Arithmetic, Expr)
  case compare(Expr, Order, Expr)
  case equal(Expr, isNot: Bool, Expr)
  case state(Expr, isNot: Bool, State, Span)
  case between(Expr, Expr, Expr)
  case member(Expr, isNot: Bool, [Expr], Span)
  case text(Expr, TextTest, String, Span)
  case has(Quantity, Span)
  case modified(Modifier, Expr, Span)
  case junction(Junction, [Expr])
  /// What stands where a mistake is.
  case broken(Span)

  /// The path, where it is nothing else.
  var path: Path? { if case .path(let path) = self { path } else { nil } }

  var span: Span {
    switch self {
    case .literal(_, let span), .call(_, _, let span), .negative(_, let span),
      .state(_, _, _, let span), .member(_, _, _, let span), .text(_, _, _, let span),
      .linked(_, _, _, let span), .has(_, let span), .modified(_, _, let span), .broken(let span):
      span
    case .path(let path): path.span
    case .parameter(let name): name.span
    case .arithmetic(let a, _, let b), .compare(let a, _, let b), .equal(let a, _, let b):
      a.span.joined(b.span)
    case .between(let a, _, let b): a.span.joined(b.span)
    case .junction(_, let parts):
      parts.dropFirst().reduce(parts.first?.span ?? .none) { $0.joined($1.span) }
    }
  }
}

/// A value that was typed.
enum Literal: Sendable, Equatable {
  case number(Double)
  case percent(Double)
  case text(String)
  case period(Period)
  case fips(String)
  case answer(Bool)
  case latest
}
