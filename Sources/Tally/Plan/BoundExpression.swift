// Values and conditions after the binder: no names, only columns.

/// A step along a to-one link: from a link column to the relation it leads to.
struct Hop: Sendable, Hashable {
  /// The link's column in the relation that the step leaves.
  var column: Int
  /// The relation that the step enters.
  var target: Int
}

/// A field, reached through to-one links, of the relation that an expression is about.
struct FieldRef: Sendable, Equatable {
  var hops: [Hop]
  var column: Int
  /// What the column is.
  var field: Field
  /// How it was written, for headings.
  var text: String
  /// What is asked of the answer that the column holds, where it is not its value.
  var aspect: GroundAspect?
  /// Whether two references are to the same column by the same way.
  func isSame(as other: FieldRef) -> Bool {
    column == other.column && aspect == other.aspect && hops == other.hops
  }
  /// Whether it is an answer of the rows themselves, under its own name.
  var isOwnAnswer: Bool { hops.isEmpty && field.isAnswer && text == field.name }
  /// Whether it speaks of an answer: of its value, or of what that rests on.
  var isGrounded: Bool { field.isAnswer || aspect != nil }
}

extension Expr.Order {
  /// The comparison that is yes where this one is no.
  var opposite: Expr.Order {
    switch self {
    case .less: .atLeast
    case .atMost: .more
    case .more: .atMost
    case .atLeast: .less
    }
  }
}

/// What a text must look like. Letters compare without regard to case.
enum TextPredicate: Sendable, Equatable {
  case isOneOf([String])
  case contains(String)
  case startsWith(String)
  case endsWith(String)
  case matches(TextPattern)

  /// The texts that it compares with.
  var texts: [String] {
    switch self {
    case .isOneOf(let values): values
    case .contains(let part), .startsWith(let part), .endsWith(let part): [part]
    case .matches: []
    }
  }

  /// Whether a text looks like that.
  func accepts(_ text: String) -> Bool {
    let text = text.lowercased()
    switch self {
    case .isOneOf(let values): return values.contains { $0.lowercased() == text }
    case .contains(let part): return part.isEmpty || text.contains(part.lowercased())
    case .startsWith(let part): return text.hasPrefix(part.lowercased())
    case .endsWith(let part): return text.hasSuffix(part.lowercased())
    case .matches(let pattern): return pattern.accepts(text)
    }
  }
}

/// A number, text or date of each row.
indirect enum Value: Sendable, Equatable {
  case field(FieldRef)
  case number(Double)
  case text(String)
  case arithmetic(Value, Expr.Arithmetic, Value)
  case call(ScalarFunction, [Value])
  /// The band of a number between edges.
  case bands(Value, NumberBands)
  /// A day that was typed.
  case day(Day)
  /// A number of the rows that each row is linked to: how many they are, or one made of theirs.
  case linked(Join, Measure)
  /// A condition shown as a value: yes, no or unknown.
  case condition(Condition)
}

extension Value {
  /// A number of digits to round to: a whole one that was typed.
  var digits: Int? {
    guard case .number(let number) = self, let digits = Int(exactly: number),
      ScalarFunction.digits.contains(digits)
    else { return nil }
    return digits
  }

  /// Whether it counts things, so that it is never negative.
  var isAmount: Bool {
    switch self {
    case .field(let field): field.field.isAmount
    case .number(let number): number >= 0
    case .linked(_, let measure): measure.isAmount
    case .arithmetic(let a, let operation, let b):
      operation != .minus && a.isAmount && b.isAmount
    case .text, .day, .condition, .call, .bands: false
    }
  }

  /// Whether linked rows are counted or summed in it: then it may be an interval because rows are
  /// not settled, which is not to be known.
  var countsLinks: Bool {
    switch self {
    case .linked: true
    case .field, .number, .text, .day, .condition: false
    case .arithmetic(let a, _, let b): a.countsLinks || b.countsLinks
    case .call(_, let arguments): arguments.contains(where: \.countsLinks)
    case .bands(let inner, _): inner.countsLinks
    }
  }
}

/// A statement about each row that is yes, no or unknown.
indirect enum Condition: Sendable, Equatable {
  case constant(Bool)
  /// An answer field.
  case answer(FieldRef)
  /// Numbers in order.
  case order(Value, Expr.Order, Value)
  /// Two numbers alike.
  case equal(Value, Value)
  /// A date that lies within a period: both ends belong to it.
  case within(Value, Period)
  /// A date before a period's first day, or after its last.
  case before(Value, Period)
  case after(Value, Period)
  /// A text that looks like something.
  case words(Value, TextPredicate)
  /// A link that leads to one of these rows.
  case leadsTo(FieldRef, [Int])
  /// One of these rows of the relation itself.
  case isRow([Int])
  /// A value that is known (or none); yes or no.
  case isKnown(Value)
  /// A value that does not apply; yes or no.
  case isNone(Value)
  /// A condition that is yes or no; yes or no.
  case isSettled(Condition)
  case certainly(Condition)
  case possibly(Condition)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// A number of linked rows that belong to a set.
  case linked(Join, SetPlan, LinkCount)
}

/// How many linked rows there must be: at least `least`, and at most `most` where given.
struct LinkCount: Sendable, Equatable {
  var least: Int
  var most: Int?

  /// One or more: the plain `with` and `of`.
  static let any = LinkCount(least: 1, most: nil)
}

/// A way from the rows of one relation to rows of another.
struct Join: Sendable, Equatable {
  enum Way: Sendable, Equatable {
    /// A link column of the relation that the way leaves.
    case one(column: Int)
    /// A link column of the other relation that points back.
    case many(column: Int)
    /// A relation of pairs: its link column that points back, and the one that leads on.
    case pairs(relation: Int, back: Int, onward: Int)
  }
  var from: Int
  var to: Int
  var way: Way
  /// Whether the absence of a linked row means that there is none.
  var isComplete: Bool
  /// The links from the row that asks to one of the relation that the way leaves; most ways leave
  /// the row itself.
  var hops: [Hop] = []
}

extension Dataset {
  /// The way of a link.
  func join(_ link: Link, from relation: Int) -> Join? {
    guard let to = self.relation(link.target) else { return nil }
    let isComplete = isComplete(link)
    guard let name = link.through else {
      guard let column = relations[to].schema.field(link.inverse) else { return nil }
      return Join(from: relation, to: to, way: .many(column: column), isComplete: isComplete)
    }
    guard let pairs = self.relation(name), let back = relations[pairs].schema.field(link.inverse),
      let onward = link.onward.flatMap(relations[pairs].schema.field)
    else { return nil }
    return Join(
      from: relation, to: to, way: .pairs(relation: pairs, back: back, onward: onward),
      isComplete: isComplete)
  }
}
