// An answer in parts, so that a screen can show it page by page.

/// The lines of an answer: what stands above its rows, the rows, and what stands below them.
public struct AnswerParts: Sendable, Equatable {
  /// What is read first, before the rows; shown once.
  public var opening: [StyledText] = []
  /// The titles of the columns and their rule: to be shown again above each page.
  public var heading: [StyledText] = []
  /// The rows, each with its line ends; a row may take several lines.
  public var rows: [StyledText] {
    get { unsplit?.splitLines ?? split }
    set { (unsplit, split) = (nil, newValue) }
  }
  /// What stands below: the total, the base, what is unknown, the date and the sources.
  public var footer: [StyledText] = []
  /// Whether `rows` are lines of a text and no rows of a table.
  public var rowsAreLines = false
  private var split: [StyledText] = []
  /// A text whose lines are the rows: it is split where a screen asks, for a pipe takes it whole.
  private var unsplit: StyledText?

  /// Nothing yet.
  public init() {}

  /// A text that has no rows.
  public init(lines text: StyledText) {
    unsplit = text
    rowsAreLines = true
  }

  /// All of it.
  public var text: StyledText {
    let middle = unsplit.map { [$0] } ?? split
    return (opening + heading + middle + footer).reduce(into: StyledText()) { $0.append($1) }
  }

  /// Whether the parts are the same, however they are held.
  public static func == (a: AnswerParts, b: AnswerParts) -> Bool {
    a.opening == b.opening && a.heading == b.heading && a.rows == b.rows && a.footer == b.footer
      && a.rowsAreLines == b.rowsAreLines
  }
}

extension StyledText {
  /// The lines, each with its line end.
  var splitLines: [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for run in runs {
      // Bytes, and not characters: finding where each character ends costs more than all else.
      let bytes = run.text.utf8
      var start = bytes.startIndex
      var before: UInt8 = 0
      for index in bytes.indices {
        defer { before = bytes[index] }
        guard bytes[index] == UInt8(ascii: "\n"), before != UInt8(ascii: "\r") else { continue }
        let end = bytes.index(after: index)
        line.append(String(run.text[start..<end]), run.role)
        lines.append(line)
        line = StyledText()
        start = end
      }
      line.append(String(run.text[start...]), run.role)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
