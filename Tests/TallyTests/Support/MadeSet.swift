// Sets for tests, with their own membership: written as text, judged a row at a time.

@testable import Tally

/// A set of made-up rows.
indirect enum MadeSet {
  case all(String)
  case filtered(MadeSet, MadeCondition)
  case places(MadeSet, [Int])
  case with(MadeSet, MadeQuantity, String)
  case without(MadeSet, String)
  case of(MadeSet, MadeSet)
  case combined(MadeSet, String, MadeSet)

  /// The table that its rows are of.
  var table: String {
    switch self {
    case .all(let name): name
    case .filtered(let set, _), .places(let set, _), .with(let set, _, _), .without(let set, _),
      .of(let set, _), .combined(let set, _, _):
      set.table
    }
  }

  /// The text in the language.
  func text(in world: MadeWorld) -> String {
    switch self {
    case .all(let name): return name
    case .filtered(let set, let condition):
      return "(\(set.text(in: world))) where \(condition.text(in: world))"
    case .places(let set, let rows):
      let codes = rows.map { ["ZZ", "Yland", "XX"][$0] }.joined(separator: ", ")
      return "(\(set.text(in: world))) in \(codes)"
    case .with(let set, let quantity, let link):
      return "(\(set.text(in: world))) with \(quantity.text)\(link)"
    case .without(let set, let link): return "(\(set.text(in: world))) without \(link)"
    case .of(let set, let inner): return "(\(set.text(in: world))) of (\(inner.text(in: world)))"
    case .combined(let a, let word, let b):
      return "(\(a.text(in: world))) \(word) (\(b.text(in: world)))"
    }
  }
}

extension MadeWorld {
  /// Whether a row is a member of a set, and of its base.
  func member(_ set: MadeSet, _ row: Int) -> (own: Truth, base: Truth) {
    switch set {
    case .all: return (.yes, .yes)
    case .filtered(let set, let condition):
      return narrowed(member(set, row), truth(condition, set.table, row))
    case .places(let set, let rows):
      let isIn = leads(["state"], rows, set.table, row)
      let (own, base) = member(set, row)
      return (.all([own, isIn]), .all([base, isIn]))
    case .with(let set, let quantity, let link):
      return narrowed(member(set, row), has(quantity, link, nil, set.table, row))
    case .without(let set, let link):
      let none = MadeQuantity(word: "exactly", count: 0)
      return narrowed(member(set, row), has(none, link, nil, set.table, row))
    case .of(let set, let inner):
      let link = link(from: set.table, to: inner.table)
      let (low, high, isComplete) = linked(link, set.table, row) { _, at in member(inner, at).own }
      let isLinked = Truth(yes: low > 0, no: high == 0 && isComplete)
      let (own, base) = member(set, row)
      return (.all([own, isLinked]), .all([base, isLinked]))
    case .combined(let a, let word, let b): return combined(member(a, row), word, member(b, row))
    }
  }

  private func narrowed(
    _ member: (own: Truth, base: Truth), _ condition: Truth
  ) -> (own: Truth, base: Truth) { (.all([member.own, condition]), member.base) }

  private func combined(
    _ a: (own: Truth, base: Truth), _ word: String, _ b: (own: Truth, base: Truth)
  ) -> (own: Truth, base: Truth) {
    switch word {
    case "union": (.any([a.own, b.own]), .any([a.base, b.base]))
    case "intersect": (.all([a.own, b.own]), a.base)
    default: (.all([a.own, b.own.negated]), a.base)
    }
  }

  /// The link between two tables: a link field, or else a list.
  private func link(from table: String, to other: String) -> String {
    let schema = self[table].schema
    return schema.fields.first { $0.type == .link(to: other) }?.name
      ?? schema.links.first { $0.target == other }?.name ?? ""
  }
}
