// An answer in parts, so that a screen can show it page by page.

/// The lines of an answer: what stands above its rows, the rows, and what stands below them.
public struct AnswerParts: Sendable, Equatable {
  /// What is read first, before the rows; shown once.
  public var opening: [StyledText] = []
  /// The titles of the columns and their rule: to be shown again above each page.
  public var heading: [StyledText] = []
  /// The rows, each with its line ends; a row may take several lines.
  public var rows: [StyledText] = []
  /// What stands below: the total, the base, what is unknown, the date and the sources.
  public var footer: [StyledText] = []
  /// Whether `rows` are lines of a text and no rows of a table.
  public var rowsAreLines = false

  /// Nothing yet.
  public init() {}

  /// A text that has no rows.
  public init(lines text: StyledText) {
    rows = text.splitLines
    rowsAreLines = true
  }

  /// All of it.
  public var text: StyledText {
    (opening + heading + rows + footer).reduce(into: StyledText()) { $0.append($1) }
  }
}

extension StyledText {
  /// The lines, each with its line end.
  var splitLines: [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for run in runs {
      for (index, piece) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          line.append("\n", run.role)
          lines.append(line)
          line = StyledText()
        }
        line.append(String(piece), run.role)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
