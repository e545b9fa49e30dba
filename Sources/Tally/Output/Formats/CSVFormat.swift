// The format of spreadsheets: comma-separated values as RFC 4180 has them.

extension OutputFormat {
  /// Comma-separated values (RFC 4180): titles first, lines end with CR LF, fields are quoted where
  /// they must be.
  ///
  /// A value that is not known is the word `unknown`; one that does not apply is an empty field,
  /// and an empty text is `""`. Numbers have no separators, percentages are fractions.
  public static let csv = OutputFormat(
    name: "csv", summary: "comma-separated values for a spreadsheet (RFC 4180)",
    saysPossible: false
  ) { answer, _ in
    let table = FlatTable(answer)
    var text = table.titles.map { quoted(.bare($0)) }.joined(separator: ",") + "\r\n"
    for row in table.rows { text += row.map(quoted).joined(separator: ",") + "\r\n" }
    return StyledText(text)
  }

  /// A field, in quotes where it holds a comma, a quote or a line end, where a reader might trim
  /// it, and where a text would else read as a missing or unknown value.
  private static func quoted(_ field: FlatField) -> String {
    let text = field.plain
    if case .text = field, text.isEmpty || text == "unknown" { return "\"\(text)\"" }
    let bytes = text.utf8
    func isPlain(_ byte: UInt8) -> Bool {
      byte != 0x22 && byte != 0x2C && byte != 0x0A && byte != 0x0D
    }
    // Nearly every text lies in one stretch of bytes, and is looked through there.
    let isPlain =
      bytes.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? bytes.allSatisfy(isPlain)
    if isPlain, bytes.first != 0x20, bytes.last != 0x20 { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
