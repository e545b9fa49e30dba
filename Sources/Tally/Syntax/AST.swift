// The tree of a program: what was said, with the place of each part.

/// A source's statements.
struct Program: Sendable, Equatable {
  var statements: [Statement] = []
}

/// One statement.
struct Statement: Sendable, Equatable {
  var query: Query
  var span: Span
  /// Whether the parser found a mistake in it.
  var isBroken = false
}

/// A question and what is done with its answer.
struct Query: Sendable, Equatable {
  var core: Core
  var stages: [StageNode] = []
  /// `why` or `cite` before it.
  var preface: Name?
}

/// A verb with its clauses. Which clauses a verb uses is said in the verb's own file; a clause that
/// it does not use is empty.
struct Core: Sendable, Equatable {
  /// The verb's word.
  var verb: Name
  /// `10` in `top 10 states`.
  var count: Count?
  /// `population` in `sum population of counties`.
  var measure: Path?
  /// `detainers` in `share where detainers among counties`.
  var condition: Expr?
  /// The things that are asked about.
  var set: SetNode?
  /// What follows `by`.
  var grouping: [Path] = []
  /// What `top` ranks by.
  var rank: RankKey?
  /// What `show` shows.
  var subject: Name?
  /// The place that `show county` shows.
  var place: Place?
  /// `counties` in `show fields of counties`.
  var owner: Name?
  /// The document that `check figures from` names.
  var document: Quoted?
  /// The date of `show county "Cook, IL" as of 2019`.
  var asOf: PeriodNode?
  /// The periods after `across years`.
  var years: [PeriodNode] = []
  /// The whole of it.
  var span: Span
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
  var names: [Name]
  var span: Span { (names.first?.span ?? .none).joined(names.last?.span ?? .none) }
  /// As it is written.
  var text: String { names.map(\.text).joined(separator: ".") }
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

  var span: Span {
    switch self {
    case .name(let name): name.span
    case .set(let set): set.span
    }
  }
}

/// A place as it was typed.
struct Place: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case name, text, fips }
  var kind: Kind
  var text: String
  var span: Span
}

/// A period as it was typed; nil for `latest`.
struct PeriodNode: Sendable, Equatable {
  var period: Period?
  var span: Span
}

/// What `top` ranks by.
enum RankKey: Sendable, Equatable {
  case path(Path)
  case count(SetTerm, Span)
  case aggregate(Name, Path, SetTerm, Span)
  case share(Expr, SetTerm, Span)
}

/// A step after `|`. As with `Core`, each stage uses the clauses that its file says.
struct StageNode: Sendable, Equatable {
  var name: Name
  var columns: [ShownColumn] = []
  var keys: [SortKey] = []
  var count: Count?
  var condition: Expr?
  var span: Span

  /// Every expression in it.
  var expressions: [Expr] {
    columns.map(\.value) + keys.map(\.value) + (condition.map { [$0] } ?? [])
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
  enum TextTest: Sendable { case contains, startsWith, endsWith }
  enum Arithmetic: String, Sendable { case plus = "+", minus = "-", times = "*", over = "/" }

  case literal(Literal, Span)
  case path(Path)
  case call(Name, [Expr], Span)
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

  var span: Span {
    switch self {
    case .literal(_, let span), .call(_, _, let span), .negative(_, let span),
      .state(_, _, _, let span), .member(_, _, _, let span), .text(_, _, _, let span),
      .has(_, let span), .modified(_, _, let span), .broken(let span):
      span
    case .path(let path): path.span
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
