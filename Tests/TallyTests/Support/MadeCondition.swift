// Conditions for tests: their own small tree, written as the language's text.

/// A number of a made-up row.
indirect enum MadeNumber {
  case field([String])
  case year([String])
  case literal(Double)
  case arithmetic(MadeNumber, String, MadeNumber)
  /// `count of offices`; with a field, `sum rank of (offices where …)`.
  case linked(String, field: String?, String, where: MadeCondition?)

  /// The text in the language.
  func text(in world: MadeWorld) -> String {
    switch self {
    case .field(let path): path.joined(separator: ".")
    case .year(let path): "year(\(path.joined(separator: ".")))"
    case .literal(let value): value < 0 ? "-\(-value)" : "\(value)"
    case .arithmetic(let a, let mark, let b):
      "(\(a.text(in: world)) \(mark) \(b.text(in: world)))"
    case .linked(let word, let field, let link, let condition):
      [word, field, "of", condition.map { "(\(link) where \($0.text(in: world)))" } ?? link]
        .compactMap(\.self).joined(separator: " ")
    }
  }

  /// Whether linked rows are counted or summed in it.
  var countsLinks: Bool {
    switch self {
    case .linked: true
    case .field, .year, .literal: false
    case .arithmetic(let a, _, let b): a.countsLinks || b.countsLinks
    }
  }
}

/// A period as it is written, with its days.
struct MadePeriod {
  let text: String
  let first: String
  let last: String
}

/// How many linked rows there must be.
struct MadeQuantity {
  let word: String
  let count: Int

  /// `at least 2 `; empty for the plain form.
  var text: String { word.isEmpty ? "" : "\(word) \(count) " }

  /// Whether a number of rows is enough.
  func accepts(_ number: Int) -> Bool {
    switch word {
    case "at least": number >= count
    case "at most": number <= count
    case "more than": number > count
    case "exactly": number == count
    default: number >= 1
    }
  }
}

/// A condition on a made-up row.
indirect enum MadeCondition {
  case answer([String])
  case compare(MadeNumber, String, MadeNumber)
  case equal(MadeNumber, isNot: Bool, MadeNumber)
  case between(MadeNumber, MadeNumber, MadeNumber)
  case date([String], String, MadePeriod)
  case dateIs([String], isNot: Bool, MadePeriod)
  /// `is`, `contains`, `starts with` or `ends with` a text.
  case text([String], String, String)
  case oneOf([String], isNot: Bool, [String])
  case leads([String], isNot: Bool, to: [Int], table: String)
  /// `is known`, `is unknown` or `is none` of a value.
  case gap(MadeNumber, isNot: Bool, String)
  /// The same of a condition in brackets; also `yes` and `no`.
  case state(MadeCondition, isNot: Bool, String)
  case has(MadeQuantity, String, MadeCondition?)
  case modified(String, MadeCondition)
  case junction(String, [MadeCondition])

  /// The text in the language.
  func text(in world: MadeWorld) -> String {
    func path(_ names: [String]) -> String { names.joined(separator: ".") }
    func not(_ isNot: Bool) -> String { isNot ? "not " : "" }
    func number(_ value: MadeNumber) -> String { value.text(in: world) }
    switch self {
    case .answer(let names): return path(names)
    case .compare(let a, let mark, let b): return "\(number(a)) \(mark) \(number(b))"
    case .equal(let a, let isNot, let b): return "\(number(a)) is \(not(isNot))\(number(b))"
    case .between(let a, let b, let c):
      return "\(number(a)) between \(number(b)) and \(number(c))"
    case .date(let names, let mark, let period): return "\(path(names)) \(mark) \(period.text)"
    case .dateIs(let names, let isNot, let period):
      return "\(path(names)) is \(not(isNot))\(period.text)"
    case .text(let names, let test, let text): return "\(path(names)) \(test) \"\(text)\""
    case .oneOf(let names, let isNot, let words):
      return "\(path(names)) \(not(isNot))in (\(words.map { "\"\($0)\"" }.joined(separator: ", ")))"
    case .leads(let names, let isNot, let rows, let table):
      let codes = rows.map { row -> String in
        guard case .text(let code) = world[table].rows[row][0] else { return "" }
        return table == "counties" ? "#\(code)" : code
      }
      return "\(path(names)) \(not(isNot))in (\(codes.joined(separator: ", ")))"
    case .gap(let value, let isNot, let state): return "\(number(value)) is \(not(isNot))\(state)"
    case .state(let inner, let isNot, let state):
      return "(\(inner.text(in: world))) is \(not(isNot))\(state)"
    case .has(let quantity, let link, let inner):
      let rows = inner.map { "(\(link) where \($0.text(in: world)))" } ?? link
      return "has \(quantity.text)\(rows)"
    case .modified(let word, let inner): return "\(word) (\(inner.text(in: world)))"
    case .junction(let word, let parts):
      return parts.map { "(\($0.text(in: world)))" }.joined(separator: " \(word) ")
    }
  }
}
