// A set in the words of its question, for the queries that an answer proposes.

/// The parts of a set that is one relation with filters, as they were typed.
struct SetWords {
  /// `counties`.
  let head: String
  /// What narrows the base: places and dates.
  private(set) var scope: [String] = []
  /// The set's own conditions, each as one that may follow `where`.
  private(set) var conditions: [String] = []
  /// What follows `of`, with that word.
  let rest: String

  /// - Parameter date: of the query, which its words may leave to the session.
  ///
  /// Nil where the set is more than one relation with filters, or holds a comment.
  init?(_ set: SetNode, _ source: Source, _ date: QueryDate) {
    guard set.rest.isEmpty, case .name(let name) = set.first.head else { return nil }
    let text = source.text(set.span)
    guard !text.contains("--"), !text.contains("\n") else { return nil }
    head = source.text(name.span)
    scope = date.isUnsaid ? ["as of \(date.day)"] : []
    rest = set.first.of.first.map { " of " + source.text($0.span) } ?? ""
    for filter in set.first.filters {
      switch filter {
      case .condition(_, let span): conditions.append(SetWords.after("where", span, source))
      case .places(_, let span): scope.append(source.text(span))
      case .asOf(let period): scope.append("as of " + source.text(period.span))
      case .with(let quantity):
        conditions.append("has " + SetWords.after("with", quantity.span, source))
      case .without(_, let span):
        conditions.append("not has " + SetWords.after("without", span, source))
      }
    }
  }

  /// The text after a word: a tree has no brackets.
  private static func after(_ word: String, _ span: Span, _ source: Source) -> String {
    String(
      source.text(Span(span.start + word.utf8.count, span.end)).drop(while: \.isWhitespace))
  }

  /// Conditions as one: `(a)`, `((a) and (b))`.
  static func all(_ conditions: [String]) -> String {
    conditions.count == 1
      ? "(\(conditions[0]))" : "(" + conditions.map { "(\($0))" }.joined(separator: " and ") + ")"
  }

  /// The set's base: `counties in Texas`.
  var scoped: String { ([head] + scope).joined(separator: " ") + rest }

  /// The rows of the set's base that meet a condition; all of them without one.
  func list(where condition: String?) -> String {
    (["list", head] + scope + (condition.map { ["where " + $0] } ?? [])).joined(separator: " ")
      + rest
  }

  /// The rows for which the set's own conditions are unknown; empty where it has none.
  var open: String {
    conditions.isEmpty ? "" : list(where: SetWords.all(conditions) + " is unknown")
  }

  /// The members.
  var members: String {
    switch conditions.count {
    case 0: list(where: nil)
    case 1: list(where: conditions[0])
    default: list(where: conditions.map { "(\($0))" }.joined(separator: " and "))
    }
  }

  /// The members that meet a condition more.
  func members(where condition: String) -> String {
    conditions.isEmpty
      ? list(where: condition)
      : list(where: (conditions + [condition]).map { "(\($0))" }.joined(separator: " and "))
  }

  /// The rows that leave a share open: those that may be members, where membership or the share's
  /// condition is unknown.
  func open(share condition: String) -> String {
    guard !conditions.isEmpty else { return list(where: "(\(condition)) is unknown") }
    let member = SetWords.all(conditions)
    return list(
      where: "possibly \(member) and (\(member) is unknown or (\(condition)) is unknown)")
  }
}
