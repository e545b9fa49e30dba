// The rows of a set: certain and possible members, and what the question was asked of.

/// The members of a set. `certain` is within `possible`, and each within its base.
struct RowSet: Sendable, Equatable {
  var certain: Bitmap
  var possible: Bitmap
  /// The same without the set's own conditions: what the question is asked of.
  var baseCertain: Bitmap
  var basePossible: Bitmap

  /// Rows that were worked out already.
  init(certain: Bitmap, possible: Bitmap, baseCertain: Bitmap, basePossible: Bitmap) {
    self.certain = certain
    self.possible = possible
    self.baseCertain = baseCertain
    self.basePossible = basePossible
  }

  /// All rows of a relation.
  init(all count: Int) {
    certain = Bitmap(count: count, filled: true)
    possible = certain
    baseCertain = certain
    basePossible = certain
  }

  /// Rows whose membership is not settled.
  var unsettled: Bitmap { possible - certain }

  /// Narrows the members, and not the base.
  mutating func filter(_ map: TruthMap) {
    certain.keep(map.yes)
    possible.remove(map.no)
  }

  /// Narrows members and base.
  mutating func scope(_ map: TruthMap) {
    filter(map)
    baseCertain.keep(map.yes)
    basePossible.remove(map.no)
  }

  /// Leaves out the rows that are not settled, from the base too.
  mutating func keepSettled() {
    let open = unsettled
    possible = certain
    baseCertain.remove(open)
    basePossible.remove(open)
  }

  /// Joins another set of the same relation. A union's base is both bases; else the left's.
  mutating func combine(_ operation: SetNode.Operator, _ other: RowSet) {
    switch operation {
    case .union:
      certain = certain | other.certain
      possible = possible | other.possible
      baseCertain = baseCertain | other.baseCertain
      basePossible = basePossible | other.basePossible
    case .intersect:
      certain = certain & other.certain
      possible = possible & other.possible
    case .minus:
      certain = certain - other.possible
      possible = possible - other.certain
    }
  }
}
