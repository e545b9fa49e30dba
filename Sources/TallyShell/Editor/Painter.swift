// The look of an entry that is being edited: a pure function from text to rows of a screen.

import Tally

/// All that decides how an entry looks.
struct Picture {
  /// What stands before the entry's first line.
  var prompt = StyledText("tally> ", .muted)
  /// What stands before each further line.
  var continuation = StyledText("  ...> ", .muted)
  /// The entry.
  var text = ""
  /// The cursor's place in it, in bytes.
  var cursor = 0
  /// The roles of the entry's words.
  var highlights: [Highlight] = []
  /// What could follow the entry's end, shown faintly.
  var ghost = ""
  /// Lines under the entry: candidates, a search.
  var below: [StyledText] = []
  /// The screen.
  var size = ScreenSize(width: 0, height: 0)
}

/// Rows of cells with a cursor.
struct Frame: Equatable {
  /// The rows, each no wider than the screen.
  var rows: [StyledText] = [StyledText()]
  /// How many cells of each row are filled.
  var widths: [Int] = [0]
  /// The cursor's row, from the top of the frame.
  var cursorRow = 0
  /// The cursor's column.
  var cursorColumn = 0
}

/// Lays an entry out in cells.
struct Painter {
  private let width: Int
  private var frame = Frame()

  private init(width: Int) { self.width = max(1, width) }

  /// The frame of a picture: never higher than the screen, and always with the cursor in it.
  static func frame(_ picture: Picture) -> Frame {
    var frame = whole(picture)
    let height = picture.size.height
    if frame.rows.count > height { frame = window(frame, height) }
    var painter = Painter(width: picture.size.width)
    painter.frame = frame
    for line in picture.below.prefix(max(0, height - frame.rows.count)) {
      painter.newRow()
      painter.put(cutting: line)
    }
    return painter.frame
  }

  /// The frame of a picture's entry, however high it is, without the lines below.
  static func whole(_ picture: Picture) -> Frame {
    var painter = Painter(width: picture.size.width)
    painter.put(picture.prompt)
    painter.put(entry: picture)
    if picture.cursor >= picture.text.utf8.count { painter.placeCursor() }
    for scalar in picture.ghost.unicodeScalars { painter.put(scalar, .muted) }
    return painter.frame
  }

  /// The rows around the cursor that fit a screen.
  private static func window(_ frame: Frame, _ height: Int) -> Frame {
    let first = min(max(0, frame.cursorRow - height / 2), frame.rows.count - height)
    var cut = frame
    cut.rows = Array(frame.rows[first..<first + height])
    cut.widths = Array(frame.widths[first..<first + height])
    cut.cursorRow -= first
    return cut
  }

  private mutating func put(entry picture: Picture) {
    var offset = 0
    var next = picture.highlights[...]
    for scalar in picture.text.unicodeScalars {
      if offset == picture.cursor { placeCursor() }
      while let first = next.first, first.span.end <= offset { next.removeFirst() }
      let role = next.first.flatMap { $0.span.start <= offset ? $0.role : nil } ?? .plain
      if scalar == "\n" {
        newRow()
        put(picture.continuation)
      } else {
        put(scalar, role)
      }
      offset += UTF8.width(scalar)
    }
  }

  private mutating func put(_ text: StyledText) {
    for run in text.runs {
      for scalar in run.text.unicodeScalars { put(scalar, run.role) }
    }
  }

  /// Puts a text on the present row and leaves out what has no room.
  private mutating func put(cutting text: StyledText) {
    for run in text.runs {
      for scalar in run.text.unicodeScalars {
        let cells = CellWidth.of(scalar)
        guard frame.widths[frame.rows.count - 1] + cells <= width else { return }
        put(scalar, run.role)
      }
    }
  }

  /// Puts one scalar. Controls, which would move the terminal's own cursor, are shown as `^A`; a
  /// tab as two blanks.
  private mutating func put(_ scalar: Unicode.Scalar, _ role: Role) {
    switch scalar.value {
    case 9:
      append("  ", 2, role)
    case 0..<32, 127:
      append("^" + String(UnicodeScalar(UInt8(scalar.value) ^ 64)), 2, .muted)
    case 0x80..<0xA0:
      append("?", 1, .muted)
    default:
      append(String(scalar), CellWidth.of(scalar), role)
    }
  }

  private mutating func append(_ text: String, _ cells: Int, _ role: Role) {
    if cells > width { return append("?", 1, .muted) }
    // A row that is just full is not left before there is something for the next one, and a
    // combining character joins the last cell of the row that it follows.
    if frame.widths[frame.rows.count - 1] + cells > width { newRow() }
    frame.rows[frame.rows.count - 1].append(text, role)
    frame.widths[frame.rows.count - 1] += cells
  }

  private mutating func newRow() {
    frame.rows.append(StyledText())
    frame.widths.append(0)
  }

  /// Puts the cursor where the next character will go.
  private mutating func placeCursor() {
    if frame.widths[frame.rows.count - 1] >= width { newRow() }
    frame.cursorRow = frame.rows.count - 1
    frame.cursorColumn = frame.widths[frame.rows.count - 1]
  }
}

extension Frame {
  /// The row of the cursor after a terminal of another width has broken the rows anew.
  func cursorRow(reflowedTo width: Int) -> Int {
    let width = max(1, width)
    let above = widths.prefix(cursorRow).reduce(0) { $0 + max(1, ($1 + width - 1) / width) }
    return above + cursorColumn / width
  }

  /// The characters that replace an earlier frame by this one.
  /// - Parameter up: how many rows the cursor stands below the earlier frame's top.
  func replacing(up: Int, theme: Theme) -> String {
    var bytes = "\u{1b}[?25l" + Frame.move(up, "A") + "\r\u{1b}[J"
    bytes += rows.map(theme.render).joined(separator: "\r\n")
    bytes += Frame.move(rows.count - 1 - cursorRow, "A") + "\r" + Frame.move(cursorColumn, "C")
    return bytes + "\u{1b}[?25h"
  }

  /// The escape that moves the cursor by some cells; nothing for none.
  private static func move(_ count: Int, _ direction: String) -> String {
    count > 0 ? "\u{1b}[\(count)\(direction)" : ""
  }
}
