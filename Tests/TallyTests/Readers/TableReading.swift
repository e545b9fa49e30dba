// What tests of the loader share: threads, and a table as plain texts.

import Dispatch
import Tally

/// Threads for tests.
enum LentThreads {
  /// Workers of so many threads; one means the caller's own.
  static func count(_ count: Int) -> Workers {
    count == 1
      ? .alone
      : Workers(count: count) { parts, part in
        DispatchQueue.concurrentPerform(iterations: parts) { part($0) }
      }
  }
}

/// A table as texts, to compare with what was written by hand.
enum TableReading {
  /// A letter for each column but the row's number: n, t, a, d, c.
  static func types(_ table: LoadedTable) -> String {
    table.report.columns.map { column in
      switch column.type {
      case .number: "n"
      case .text: "t"
      case .answer: "a"
      case .date: "d"
      case .category: "c"
      case .link: "l"
      }
    }.joined()
  }

  /// Each row with bars between its cells; an unknown one is `?`.
  static func rows(_ table: LoadedTable) -> [String] {
    let columns = table.report.columns.compactMap { table.relation.column($0.name) }
    return (0..<table.relation.count).map { row in
      columns.map { cell($0, row) }.joined(separator: "|")
    }
  }

  private static func cell(_ column: Column, _ row: Int) -> String {
    guard !column.none[row] else { return "none" }
    switch column.values {
    case .answer(let codes, let grounds):
      let value = grounds[codes[row]].value
      return value == .unknown ? "?" : value.rawValue
    case _ where column.unknown[row]: return "?"
    case .text(let codes, let texts): return texts[codes[row]]
    case .number(let low, let high):
      let text = low[row] == low[row].rounded() ? "\(Int(low[row]))" : "\(low[row])"
      return low[row] == high[row] ? text : text + "..."
    case .date(let first, let last):
      let day = Day(number: first[row]).description
      return first[row] == last[row] ? day : "\(day)/\(Day(number: last[row]))"
    case .link(let rows): return "\(rows[row])"
    case .history: return "history"
    }
  }
}
