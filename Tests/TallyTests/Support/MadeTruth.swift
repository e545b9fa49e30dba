// What a condition means, a row at a time, in the plainest words: the tests' own evaluator.

@testable import Tally

extension Truth {
  /// Kleene's not.
  var negated: Truth { self == .yes ? .no : self == .no ? .yes : .unknown }

  /// Yes or no.
  init(_ value: Bool) { self = value ? .yes : .no }

  /// Yes, no, or unknown where neither is proven.
  init(yes: Bool, no: Bool) { self = yes ? .yes : no ? .no : .unknown }

  /// Kleene's and: no where one is no, else unknown where one is unknown.
  static func all(_ parts: [Truth]) -> Truth {
    parts.contains(.no) ? .no : parts.contains(.unknown) ? .unknown : .yes
  }

  /// Kleene's or.
  static func any(_ parts: [Truth]) -> Truth { all(parts.map(\.negated)).negated }
}

/// A number of one row.
enum MadeResult {
  case known(Double, Double)
  case unknown
  case none
}

extension MadeWorld {
  /// The cell that a path leads to.
  func cell(_ path: [String], _ table: String, _ row: Int) -> MadeCell {
    guard path.count > 1 else { return self[table][row, path[0]] }
    switch self[table][row, path[0]] {
    case .link(let next): return cell(Array(path.dropFirst()), target(path[0], of: table), next)
    case .unknown: return .unknown
    default: return .none
    }
  }

  /// The table that a link field leads to.
  func target(_ field: String, of table: String) -> String {
    let schema = self[table].schema
    guard let at = schema.field(field), case .link(let target) = schema.fields[at].type else {
      return ""
    }
    return target
  }

  /// A number of a row.
  func value(_ number: MadeNumber, _ table: String, _ row: Int) -> MadeResult {
    switch number {
    case .literal(let value): return .known(value, value)
    case .field(let path):
      switch cell(path, table, row) {
      case .number(let value): return .known(value, value)
      case .none: return .none
      default: return .unknown
      }
    case .year(let path):
      switch cell(path, table, row) {
      case .date(let first, let last):
        return .known(Double(first.prefix(4)) ?? 0, Double(last.prefix(4)) ?? 0)
      case .none: return .none
      default: return .unknown
      }
    case .arithmetic(let a, let mark, let b):
      return combined(value(a, table, row), mark, value(b, table, row))
    case .linked(let word, let field, let link, let condition):
      return linked(word, field, link, condition, table, row)
    }
  }

  private func combined(_ a: MadeResult, _ mark: String, _ b: MadeResult) -> MadeResult {
    if case .none = a { return .none }
    if case .none = b { return .none }
    guard case .known(let p, let q) = a, case .known(let r, let s) = b else { return .unknown }
    if mark == "/", r <= 0, s >= 0 { return .unknown }
    // An end without bound is passed by every number; nothing times it is nothing.
    let corners = [(p, r), (p, s), (q, r), (q, s)].map { x, y in
      switch mark {
      case "*": x == 0 || y == 0 ? 0 : x * y
      default: y.isFinite ? x / y : 0
      }
    }
    let (low, high) =
      switch mark {
      case "+": (p + r, q + s)
      case "-": (p - s, q - r)
      default: (corners.min() ?? 0, corners.max() ?? 0)
      }
    return low.isFinite || high.isFinite ? .known(low, high) : .unknown
  }

  /// What a condition is of a row.
  func truth(_ condition: MadeCondition, _ table: String, _ row: Int) -> Truth {
    switch condition {
    case .answer(let path): return answer(cell(path, table, row))
    case .compare(let a, let mark, let b):
      return compared(value(a, table, row), mark, value(b, table, row))
    case .equal(let a, let isNot, let b):
      let same = equal(value(a, table, row), value(b, table, row))
      return isNot ? same.negated : same
    case .between(let a, let b, let c):
      let x = value(a, table, row)
      return .all([
        compared(x, ">=", value(b, table, row)), compared(x, "<=", value(c, table, row)),
      ])
    case .date(let path, let mark, let period): return dated(cell(path, table, row), mark, period)
    case .dateIs(let path, let isNot, let period):
      let within = dated(cell(path, table, row), "is", period)
      return isNot ? within.negated : within
    case .text(let path, let test, let text): return words(cell(path, table, row), test, text)
    case .oneOf(let path, let isNot, let texts):
      let one = Truth.any(texts.map { words(cell(path, table, row), "is", $0) })
      return isNot ? one.negated : one
    case .leads(let path, let isNot, let rows, _):
      let leads = leads(path, rows, table, row)
      return isNot ? leads.negated : leads
    case .gap(let number, let isNot, let state):
      var value = value(number, table, row)
      if number.countsLinks, case .known(let low, let high) = value, low != high {
        value = .unknown
      }
      return Truth(gap(value, state) != isNot)
    case .state(.answer(let path), let isNot, "no") where cell(path, table, row) == .none:
      // What does not apply is not "no".
      return Truth(isNot)
    case .state(let inner, let isNot, let state):
      return Truth(isIn(truth(inner, table, row), state) != isNot)
    case .has(let quantity, let link, let inner): return has(quantity, link, inner, table, row)
    case .modified(let word, let inner):
      let inner = truth(inner, table, row)
      guard word != "not" else { return inner.negated }
      return Truth(word == "certainly" ? inner == .yes : inner != .no)
    case .junction(let word, let parts):
      let parts = parts.map { truth($0, table, row) }
      return word == "and" ? .all(parts) : .any(parts)
    }
  }

  private func answer(_ cell: MadeCell) -> Truth {
    switch cell {
    case .answer(let value): Truth(value)
    case .none: .no
    default: .unknown
    }
  }

  private func compared(_ a: MadeResult, _ mark: String, _ b: MadeResult) -> Truth {
    if case .none = a { return .no }
    if case .none = b { return .no }
    guard case .known(let p, let q) = a, case .known(let r, let s) = b else { return .unknown }
    switch mark {
    case "<": return Truth(yes: q < r, no: p >= s)
    case "<=": return Truth(yes: q <= r, no: p > s)
    case ">": return Truth(yes: p > s, no: q <= r)
    default: return Truth(yes: p >= s, no: q < r)
    }
  }

  private func equal(_ a: MadeResult, _ b: MadeResult) -> Truth {
    if case .none = a { return .no }
    if case .none = b { return .no }
    guard case .known(let p, let q) = a, case .known(let r, let s) = b else { return .unknown }
    return Truth(yes: p == q && q == r && r == s, no: q < r || p > s)
  }

  private func dated(_ cell: MadeCell, _ mark: String, _ period: MadePeriod) -> Truth {
    if cell == .none { return .no }
    guard case .date(let first, let last) = cell else { return .unknown }
    switch mark {
    case "<": return Truth(yes: last < period.first, no: first >= period.first)
    case "<=": return Truth(yes: last <= period.last, no: first > period.last)
    case ">": return Truth(yes: first > period.last, no: last <= period.last)
    case ">=": return Truth(yes: first >= period.first, no: last < period.first)
    default:
      return Truth(
        yes: first >= period.first && last <= period.last,
        no: last < period.first || first > period.last)
    }
  }

  private func words(_ cell: MadeCell, _ test: String, _ text: String) -> Truth {
    if cell == .none { return .no }
    guard case .text(let word) = cell else { return .unknown }
    let (value, text) = (word.lowercased(), text.lowercased())
    switch test {
    case "is": return Truth(value == text)
    case "contains": return Truth(text.isEmpty || value.contains(text))
    case "starts with": return Truth(value.hasPrefix(text))
    default: return Truth(value.hasSuffix(text))
    }
  }

  private func gap(_ value: MadeResult, _ state: String) -> Bool {
    switch (value, state) {
    case (.unknown, "unknown"), (.none, "none"), (.none, "known"), (.known, "known"): true
    default: false
    }
  }

  private func isIn(_ truth: Truth, _ state: String) -> Bool {
    state == "known" ? truth != .unknown : truth.rawValue == state
  }
}
