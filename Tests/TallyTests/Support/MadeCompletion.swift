// Every way to fill the unknown cells of a small world: what "could be" means, by trying it.

@testable import Tally

extension MadeWorld {
  /// A cell that is not settled, with values that it could have.
  struct OpenCell {
    let table: String
    let row: Int
    let field: Int
    let values: [MadeCell]
  }

  /// The cells that are unknown or imprecise.
  var openCells: [OpenCell] {
    MadeWorld.order.flatMap { table in
      self[table].rows.indices.flatMap { row in
        self[table].schema.fields.indices.compactMap { field in
          candidates(table, row, field).map {
            OpenCell(table: table, row: row, field: field, values: $0)
          }
        }
      }
    }
  }

  private func candidates(_ table: String, _ row: Int, _ at: Int) -> [MadeCell]? {
    let field = self[table].schema.fields[at]
    let cell = self[table].rows[row][at]
    if case .date(let first, let last) = cell, first != last {
      let within = MadeWorld.days.filter { first < $0 && $0 < last }
      return ([first, last] + within).map { .date(first: $0, last: $0) }
    }
    guard cell == .unknown else { return nil }
    switch field.type {
    case .answer: return [.answer(true), .answer(false)]
    case .number:
      return [-5, 0, 2, 9].filter { field.name != "people" || $0 >= 0 }.map { .number($0) }
    case .text: return [.text("Example"), .text("other")]
    case .category(let words): return words.map { .text($0) }
    case .date: return MadeWorld.days.map { .date(first: $0, last: $0) }
    case .link(let target):
      return self[target].rows.indices.filter { mayLead(table, row, field.name, to: $0) }
        .map { .link($0) }
    }
  }

  private static let days = ["1998-05-05", "2020-02-29", "2020-06-30", "2022-01-01"]

  /// The same world with so many cells filled that there are at most `limit` completions.
  func narrowed(to limit: Int, _ random: inout SplitMix64) -> MadeWorld {
    var world = self
    while true {
      let open = world.openCells
      if open.isEmpty || open.reduce(1.0, { $0 * Double(max(1, $1.values.count)) }) <= Double(limit)
      {
        return world
      }
      let cell = random.pick(open)
      world[cell.table].rows[cell.row][cell.field] =
        cell.values.isEmpty ? MadeCell.none : random.pick(cell.values)
    }
  }

  /// Every way to fill the open cells, and to add at most one row to the list that is not complete.
  var completions: [MadeWorld] {
    var worlds = [self]
    for name in MadeWorld.order {
      for link in self[name].schema.links.indices {
        worlds[0][name].schema.links[link].isComplete = true
      }
    }
    for cell in openCells {
      worlds = worlds.flatMap { world in
        cell.values.map { value in
          var filled = world
          filled[cell.table].rows[cell.row][cell.field] = value
          return filled
        }
      }
    }
    guard !self["notices"].rows.isEmpty else { return worlds }
    let extra = self["counties"].rows.indices.map { county -> [MadeCell] in
      [.text("new"), .link(county), .answer(county % 2 == 0)]
    }
    return worlds.flatMap { world in
      [world]
        + extra.map { row in
          var longer = world
          longer["notices"].rows.append(row)
          return longer
        }
    }
  }
}

/// The summaries in the plainest words.
enum MadeSummary {
  static let words = ["sum", "average", "median", "min", "max"]

  /// Nil where there is no value to summarise, but 0 for a sum.
  static func of(_ word: String, _ values: [Double]) -> Double? {
    let sorted = values.sorted()
    switch word {
    case "sum": return values.reduce(0, +)
    case "min": return sorted.first
    case "max": return sorted.last
    case "average": return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    default:
      guard !sorted.isEmpty else { return nil }
      let half = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
  }
}
