// The linear program of a packing, solved exactly by the simplex method without fractions.

/// As many items as fit where parts of items may be packed too.
///
/// The simplex method with integer pivoting (Edmonds): all numbers of the tableau are whole and
/// share one denominator, so nothing is rounded.
///
/// **No overflow.** Up to its sign, each coefficient is a minor of the rows of capacities (at most
/// 14), the row of the objective, and rows of limits, which have a single 1 and so leave a minor of
/// the others. A determinant of n rows of zeroes and ones is at most (n + 1)^((n + 1) / 2) / 2^n
/// (Hadamard), so a coefficient is at most 2^17. A right side is a sum of such minors times the
/// capacities: below 64 · 2^17 · 2^20 = 2^43 for at most 64 rows. Products of a coefficient and a
/// right side, of which two are subtracted, stay below 2^61.
struct PackingProgram {
  /// That at most so many of a kind are packed.
  struct Limit: Sendable, Equatable {
    var item: Int
    var most: Int
  }

  /// An optimum.
  struct Solution: Sendable, Equatable {
    /// How many items, rounded down.
    var most: Int
    /// How many of each kind, rounded down.
    var counts: [Int]
    /// A kind of which there is not a whole number, with that number rounded down; nil where all
    /// are whole.
    var split: Limit?
  }

  /// The rows: capacities, then limits. The last one is the objective.
  private var rows: [[Int]]
  /// The right sides.
  private var right: [Int]
  /// The variable of each row, and of each column: kinds of items from 0, then what is left of each
  /// row.
  private var basis: [Int]
  private var columns: [Int]
  private var denominator = 1
  private let kinds: Int

  /// A program.
  init(capacities: [Int], items: [UInt32], limits: [Limit]) {
    kinds = items.count
    // More limits than the bound on numbers allows: those left out only let more be packed.
    let limits = limits.prefix(50)
    rows = capacities.indices.map { row in items.map { Int($0 >> UInt32(row) & 1) } }
    rows += limits.map { limit in items.indices.map { $0 == limit.item ? 1 : 0 } }
    right = capacities + limits.map(\.most) + [0]
    basis = rows.indices.map { items.count + $0 }
    columns = Array(items.indices)
    rows.append([Int](repeating: -1, count: items.count))
  }

  /// The optimum.
  func solved() -> Solution {
    var program = self
    program.solve()
    return program.solution
  }

  /// Pivots until no column adds to the objective. Steep columns come first, as they take few
  /// steps; were there to be many steps, Bland's rule, which cannot go in circles, takes over.
  private mutating func solve() {
    var steps = 0
    while let column = entering(steepest: steps < 100), let row = leaving(column) {
      pivot(row, column)
      steps += 1
    }
  }

  private func entering(steepest: Bool) -> Int? {
    guard let objective = rows.last else { return nil }
    let useful = objective.indices.filter { objective[$0] < 0 }
    return steepest
      ? useful.min { (objective[$0], columns[$0]) < (objective[$1], columns[$1]) }
      : useful.min { columns[$0] < columns[$1] }
  }

  /// The row whose variable is the first to reach zero; of several the first variable.
  private func leaving(_ column: Int) -> Int? {
    var best: Int?
    for row in basis.indices where rows[row][column] > 0 {
      guard let other = best else {
        best = row
        continue
      }
      let (here, there) = (right[row] * rows[other][column], right[other] * rows[row][column])
      if (here, basis[row]) < (there, basis[other]) { best = row }
    }
    return best
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let pivotRow = rows[row]
    let pivotRight = right[row]
    let scale = pivotRow[column]
    for other in rows.indices where other != row {
      let factor = rows[other][column]
      guard factor != 0 || scale != denominator else { continue }
      for index in pivotRow.indices where index != column {
        rows[other][index] =
          (rows[other][index] * scale - factor * pivotRow[index]) / denominator
      }
      right[other] = (right[other] * scale - factor * pivotRight) / denominator
      rows[other][column] = -factor
    }
    rows[row][column] = denominator
    denominator = scale
    (basis[row], columns[column]) = (columns[column], basis[row])
  }

  private var solution: Solution {
    var counts = [Int](repeating: 0, count: kinds)
    var split: Limit?
    for (row, variable) in basis.enumerated() where variable < kinds {
      counts[variable] = right[row] / denominator
      if right[row] % denominator != 0, split == nil {
        split = Limit(item: variable, most: counts[variable])
      }
    }
    return Solution(most: (right.last ?? 0) / denominator, counts: counts, split: split)
  }
}
