// The format of line tools: one line a row, tabs between fields, no quotes.

extension OutputFormat {
  /// Tab-separated values: a tab, a line end or a backslash within a field is escaped as `\t`,
  /// `\n`, `\r` or `\\`, so that every line is one row and every tab one border.
  public static let tsv = OutputFormat(
    name: "tsv", summary: "tab-separated values, one line a row, for cut, sort and awk",
    saysPossible: false
  ) { answer, _ in
    let table = FlatTable(answer)
    var text = table.titles.map(escaped).joined(separator: "\t") + "\n"
    for row in table.rows {
      text += row.map { escaped($0.plain) }.joined(separator: "\t") + "\n"
    }
    return StyledText(text)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
