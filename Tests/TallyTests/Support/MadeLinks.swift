// What links mean, a row at a time: the tests' own reading of known, unknown and bounded links.

@testable import Tally

extension MadeWorld {
  /// Whether a row whose link field is unknown may lead to a row: not where both lie in places that
  /// are known to differ.
  func mayLead(_ table: String, _ row: Int, _ field: String, to other: Int) -> Bool {
    let schema = self[table].schema
    guard let at = schema.field(field), let within = schema.fields[at].within,
      let place = self[target(field, of: table)].schema.place?.within,
      case .link(let mine) = self[table][row, within],
      case .link(let theirs) = self[target(field, of: table)][other, place]
    else { return true }
    return mine == theirs
  }

  /// Whether a link leads to one of some rows.
  func leads(_ path: [String], _ rows: [Int], _ table: String, _ row: Int) -> Truth {
    var (table, row) = (table, row)
    for name in path.dropLast() {
      switch self[table][row, name] {
      case .link(let next): (table, row) = (target(name, of: table), next)
      case .unknown: return .unknown
      default: return .no
      }
    }
    let field = path[path.count - 1]
    switch self[table][row, field] {
    case .link(let at): return Truth(rows.contains(at))
    case .unknown:
      return rows.contains { mayLead(table, row, field, to: $0) } ? .unknown : .no
    default: return .no
    }
  }

  /// Whether a row has enough linked rows that meet a condition.
  func has(
    _ quantity: MadeQuantity, _ link: String, _ inner: MadeCondition?, _ table: String, _ row: Int
  ) -> Truth {
    let (low, high, isComplete) = linked(link, table, row) { target, at in
      inner.map { truth($0, target, at) } ?? .yes
    }
    let most = isComplete ? high : 1000
    let answers = Set((low...max(low, most)).map { quantity.accepts($0) })
    return answers.count == 2 ? .unknown : Truth(answers.contains(true))
  }

  /// How many linked rows a row has: at least, at most, and whether the list is complete.
  func linked(
    _ link: String, _ table: String, _ row: Int, where member: (String, Int) -> Truth
  ) -> (low: Int, high: Int, isComplete: Bool) {
    let schema = self[table].schema
    guard let many = schema.links.first(where: { $0.name == link }) else {
      return one(link, table, row, member)
    }
    var (low, high) = (0, 0)
    for other in self[many.target].rows.indices {
      let is_ = member(many.target, other)
      switch self[many.target][other, many.inverse] {
      case .link(let at) where at == row:
        low += is_ == .yes ? 1 : 0
        high += is_ != .no ? 1 : 0
      case .unknown where mayLead(many.target, other, many.inverse, to: row):
        high += is_ != .no ? 1 : 0
      default: break
      }
    }
    return (low, high, many.isComplete)
  }

  /// A number of linked rows. Which rows are linked is tried in every way; where none may be, only
  /// a sum is a number. An amount that is not known adds to a sum.
  func linked(
    _ word: String, _ field: String?, _ link: String, _ inner: MadeCondition?, _ table: String,
    _ row: Int
  ) -> MadeResult {
    func member(_ target: String, _ other: Int) -> Truth {
      inner.map { truth($0, target, other) } ?? .yes
    }
    guard let field else {
      let (low, high, isComplete) = linked(link, table, row, where: member)
      return .known(Double(low), isComplete ? Double(high) : .infinity)
    }
    guard let many = self[table].schema.links.first(where: { $0.name == link }) else {
      return .none
    }
    var (sure, open, isMissing): ([Double], [Double], Bool) = ([], [], false)
    for other in self[many.target].rows.indices {
      let is_ = member(many.target, other)
      let end = self[many.target][other, many.inverse]
      let isLinked = end == .link(row)
      let mayBe = end == .unknown && mayLead(many.target, other, many.inverse, to: row)
      guard is_ != .no, isLinked || mayBe else { continue }
      switch self[many.target][other, field] {
      case .number(let value) where isLinked && is_ == .yes: sure.append(value)
      case .number(let value): open.append(value)
      case .none: break
      default: isMissing = true
      }
    }
    let isSum = word == "sum"
    if isMissing, !isSum || field != "people" { return .unknown }
    if !isSum, sure.isEmpty { return open.isEmpty ? .none : .unknown }
    let values = (0..<1 << open.count).compactMap { choice in
      MadeSummary.of(word, sure + open.indices.filter { choice >> $0 & 1 == 1 }.map { open[$0] })
    }
    return .known(values.min() ?? 0, isMissing ? .infinity : values.max() ?? 0)
  }

  private func one(
    _ field: String, _ table: String, _ row: Int, _ member: (String, Int) -> Truth
  ) -> (low: Int, high: Int, isComplete: Bool) {
    let target = target(field, of: table)
    switch self[table][row, field] {
    case .link(let at):
      let is_ = member(target, at)
      return (is_ == .yes ? 1 : 0, is_ != .no ? 1 : 0, true)
    case .unknown:
      let may = self[target].rows.indices.contains {
        member(target, $0) != .no && mayLead(table, row, field, to: $0)
      }
      return (0, may ? 1 : 0, true)
    default: return (0, 0, true)
    }
  }
}
