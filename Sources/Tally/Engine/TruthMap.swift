// A condition over all rows: which are yes, which are no.

/// The value of a condition for each row; a row in neither is unknown. No row is in both.
struct TruthMap: Sendable, Equatable {
  var yes: Bitmap
  var no: Bitmap

  /// The same value for every row.
  init(_ value: Bool, count: Int) {
    yes = Bitmap(count: count, filled: value)
    no = Bitmap(count: count, filled: !value)
  }

  /// Two-valued: yes on these rows, no on the others.
  init(exactly yes: Bitmap) {
    self.yes = yes
    no = ~yes
  }

  init(yes: Bitmap, no: Bitmap) {
    self.yes = yes
    self.no = no
  }

  /// Rows that are yes or no.
  var settled: Bitmap { yes | no }

  static prefix func ! (map: TruthMap) -> TruthMap { TruthMap(yes: map.no, no: map.yes) }

  /// Kleene's and.
  static func & (a: TruthMap, b: TruthMap) -> TruthMap {
    TruthMap(yes: a.yes & b.yes, no: a.no | b.no)
  }

  /// Kleene's or.
  static func | (a: TruthMap, b: TruthMap) -> TruthMap {
    TruthMap(yes: a.yes | b.yes, no: a.no & b.no)
  }
}
