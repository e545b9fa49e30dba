// The tightest bounds of a count that published totals allow, where no row is known.

/// How many rows can meet a condition, where for each field only the number of yes rows and of no
/// rows is published.
///
/// A row falls into one of 3^k cells: yes, no or unknown in each of the k fields that the condition
/// names. A table gives each cell a number of rows. All tables count that have `base` rows, in each
/// field at most the published yes rows, and at most the published no rows; what is neither is
/// unknown. The bounds are taken over those tables.
///
/// **The most.** Rows that are unknown in every field use up no total. If such a row meets the
/// condition, all rows can. If not, they fill every table to its base for nothing, and what is left
/// is to pack as many rows as can be into the cells that meet the condition, each row using up the
/// totals of its yes and no fields. A cell whose yes and no fields include those of another such
/// cell is never needed: its rows would do with less in the other. Few cells are left.
///
/// **The least** is the base without the most rows that do not meet the condition.
enum TotalsBounds {
  /// The bounds. Both ends are reached by some table if `isTight`; if not, they hold, and a
  /// narrower interval may.
  struct Interval: Sendable, Equatable {
    var low: Int
    var high: Int
    var isTight: Bool
  }

  /// The published totals of a field; nil where one was not published.
  struct Totals: Sendable, Equatable {
    var yes: Int?
    var no: Int?
  }

  /// The bounds of the number of rows whose condition is yes.
  ///
  /// - Parameters:
  ///   - truth: the condition, as a function of the fields' values in the order of `fields`.
  /// - Complexity: 3^k evaluations of the condition, then a linear program of 2k rows, or as many
  ///   as `Packing.mostNodes` of them where the first has no solution in whole numbers.
  static func of(base: Int, fields: [Totals], truth: ([Truth]) -> Truth) -> Interval {
    guard (0...TotalsEdition.mostRows).contains(base), fields.count <= TotalsEdition.mostFields
    else { return Interval(low: 0, high: max(0, base), isTight: false) }
    let cells = Cells(count: fields.count)
    var isYes = [Bool](repeating: false, count: cells.total)
    for cell in isYes.indices { isYes[cell] = truth(cells.values(of: cell)) == .yes }
    let capacities = fields.flatMap { [$0.yes, $0.no] }.map { min(max(0, $0 ?? base), base) }
    let most = most(cells, isYes, base, capacities)
    let others = Self.most(cells, isYes.map { !$0 }, base, capacities)
    return Interval(
      low: base - others.count, high: most.count, isTight: most.isTight && others.isTight)
  }

  /// The most rows that fit into some cells.
  private static func most(
    _ cells: Cells, _ wanted: [Bool], _ base: Int, _ capacities: [Int]
  ) -> (count: Int, isTight: Bool) {
    guard !wanted[0] else { return (base, true) }
    let packing = Packing(capacities: capacities, items: cells.least(wanted))
    let packed = packing.most(upTo: base)
    return (packed.count, packed.isTight)
  }
}

/// The cells of a table of k fields by their numbers in base three: the digit of the first field is
/// the last one; 0 is unknown, 1 is yes, 2 is no.
private struct Cells {
  /// How many fields.
  let count: Int
  /// How many cells.
  var total: Int { power(count) }

  /// The fields' values in a cell.
  func values(of cell: Int) -> [Truth] {
    (0..<count).map { field in
      switch cell / power(field) % 3 {
      case 1: .yes
      case 2: .no
      default: .unknown
      }
    }
  }

  /// The totals that a row of each wanted cell uses up, without the cells that use up all that
  /// another wanted one does: bit 2f for a yes in field f, bit 2f + 1 for a no.
  func least(_ wanted: [Bool]) -> [UInt32] {
    // Whether a cell, or one that uses up less, is wanted. A cell that uses up less has a smaller
    // number, so it has been looked at before.
    var isCovered = wanted
    var items: [UInt32] = []
    for cell in wanted.indices {
      var uses: UInt32 = 0
      var isNeedless = false
      for field in 0..<count {
        let digit = cell / power(field) % 3
        guard digit > 0 else { continue }
        uses |= 1 << UInt32(2 * field + digit - 1)
        if isCovered[cell - digit * power(field)] { isNeedless = true }
      }
      if isNeedless { isCovered[cell] = true } else if wanted[cell] { items.append(uses) }
    }
    return items
  }

  private func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 3 } }
}
