// The format of a pipe: aligned columns in ASCII, every row, nothing cut.

extension OutputFormat {
  /// What a pipe gets unless it asks for another format.
  public static let plain = OutputFormat(
    name: "plain", summary: "aligned text for a pipe: all rows, nothing cut, no lines drawn",
    parts: { answer, _ in plainLayout.parts(answer) }
  ) { answer, _ in
    plainLayout.parts(answer).text
  }

  private static let plainLayout = AnswerLayout(
    width: nil, maxRows: nil, marks: .ascii, isRuled: false)
}
