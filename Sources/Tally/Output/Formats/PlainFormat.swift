// The format of a pipe: aligned columns in ASCII, every row, nothing cut.

extension OutputFormat {
  /// What a pipe gets unless it asks for another format.
  static let plain = OutputFormat(
    name: "plain", summary: "aligned text for a pipe: all rows, nothing cut, no lines drawn"
  ) { answer, _ in
    AnswerLayout(width: nil, maxRows: nil, marks: .ascii, isRuled: false).write(answer)
  }
}
