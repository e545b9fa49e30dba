// A small terminal: what a person would see of the bytes that the prompt writes.

@testable import TallyShell

/// The cells of a terminal that knows the escapes that tally writes, and no others.
struct ScreenModel {
  private(set) var rows: [[String]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  /// Escapes that it did not know; a test wants none.
  private(set) var unknown: [String] = []
  private var width: Int
  private var escape = ""

  init(width: Int) { self.width = width }

  /// The lines, without the blanks at their ends.
  var lines: [String] {
    rows.map { cells in
      var cells = cells
      while cells.last == " " { cells.removeLast() }
      return cells.joined()
    }
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func feed(_ text: String) {
    for scalar in text.unicodeScalars { feed(scalar) }
  }

  mutating func resize(width: Int) { self.width = width }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    if !escape.isEmpty { return feedEscape(scalar) }
    switch scalar {
    case "\u{1b}": escape = "\u{1b}"
    case "\r": column = 0
    case "\n": down()
    case "\u{08}": column = max(0, column - 1)
    case "\u{07}": break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let cells = CellWidth.of(scalar)
    if cells == 0, column > 0 {
      rows[row][column - 1].unicodeScalars.append(scalar)
      return
    }
    if column + cells > width {
      column = 0
      down()
    }
    pad(to: column + cells)
    rows[row][column] = String(scalar)
    for extra in 1..<max(1, cells) + 0 where extra < cells { rows[row][column + extra] = "" }
    column += cells
  }

  private mutating func pad(to count: Int) {
    while rows[row].count < count { rows[row].append(" ") }
  }

  private mutating func down() {
    row += 1
    while rows.count <= row { rows.append([]) }
  }

  private mutating func feedEscape(_ scalar: Unicode.Scalar) {
    escape.unicodeScalars.append(scalar)
    guard escape.unicodeScalars.count > 2, (64..<127).contains(scalar.value) else { return }
    let body = escape.dropFirst(2).dropLast()
    let count = max(1, Int(body) ?? 1)
    switch scalar {
    case "A": row = max(0, row - count)
    case "C": column = min(width - 1, column + count)
    case "J" where body.isEmpty: clearBelow()
    case "J": rows = [[]]
    case "H": (row, column) = (0, 0)
    case "m", "h", "l": break
    default: unknown.append(escape)
    }
    escape = ""
  }

  private mutating func clearBelow() {
    rows.removeSubrange((row + 1)...)
    rows[row].removeSubrange(min(column, rows[row].count)...)
  }
}
