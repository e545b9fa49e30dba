// A question of published totals: its edition, and its condition on the fields that were published.

/// One figure of an edition of totals.
struct TotalsPlan: Sendable {
  var edition: TotalsEdition
  /// What is asked of each row; nil for all rows.
  var condition: TotalsCondition?
  /// What the number counts.
  var unit: Unit

  /// The published number, where the condition is a bare field with one, or there is none.
  var published: TotalsEdition.Total? {
    guard let condition else { return edition.base }
    guard let (field, isYes) = condition.bare else { return nil }
    return isYes ? edition.fields[field].yes : edition.fields[field].no
  }
}

extension TotalsPlan: Equatable {
  static func == (a: TotalsPlan, b: TotalsPlan) -> Bool {
    a.edition.relation == b.edition.relation && a.edition.year == b.edition.year
      && a.condition == b.condition && a.unit == b.unit
  }
}

/// A condition on the fields of an edition, each by its place there.
indirect enum TotalsCondition: Sendable, Equatable {
  case constant(Bool)
  case field(Int)
  case not(TotalsCondition)
  case certainly(TotalsCondition)
  case possibly(TotalsCondition)
  case isSettled(TotalsCondition)
  case all([TotalsCondition])
  case any([TotalsCondition])

  /// The field and the side of it that the condition is and nothing else: `detainers`,
  /// `not detainers`. A test of a value, such as `certainly detainers` and `detainers is yes`, is
  /// none: a published number may hold rows that nobody knows of, and the test leaves them out.
  var bare: (field: Int, isYes: Bool)? {
    switch self {
    case .field(let field): (field, true)
    case .not(let inner): inner.bare.map { ($0.field, !$0.isYes) }
    case .constant, .certainly, .possibly, .isSettled, .all, .any: nil
    }
  }

  /// The fields that it names, in order and once.
  var fields: [Int] {
    var found: [Int] = []
    collect(&found)
    return found.sorted()
  }

  private func collect(_ found: inout [Int]) {
    switch self {
    case .constant: break
    case .field(let field): if !found.contains(field) { found.append(field) }
    case .not(let inner), .certainly(let inner), .possibly(let inner), .isSettled(let inner):
      inner.collect(&found)
    case .all(let parts), .any(let parts): for part in parts { part.collect(&found) }
    }
  }

  /// Its value where fields have values; a field without one is unknown.
  func truth(_ values: [Int: Truth]) -> Truth {
    switch self {
    case .constant(let value): return value ? .yes : .no
    case .field(let field): return values[field] ?? .unknown
    case .not(let inner):
      switch inner.truth(values) {
      case .yes: return .no
      case .no: return .yes
      case .unknown: return .unknown
      }
    case .certainly(let inner): return inner.truth(values) == .yes ? .yes : .no
    case .possibly(let inner): return inner.truth(values) == .no ? .no : .yes
    case .isSettled(let inner): return inner.truth(values) == .unknown ? .no : .yes
    case .all(let parts):
      let truths = parts.map { $0.truth(values) }
      return truths.contains(.no) ? .no : truths.contains(.unknown) ? .unknown : .yes
    case .any(let parts):
      let truths = parts.map { $0.truth(values) }
      return truths.contains(.yes) ? .yes : truths.contains(.unknown) ? .unknown : .no
    }
  }
}
