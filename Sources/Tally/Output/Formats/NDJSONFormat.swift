// The format of streams: each answer is one line, the same JSON object as `json`.

extension OutputFormat {
  /// One JSON object in one line for each answer, so that the answers of a script can be read line
  /// by line. Rows are not lines of their own: a row without its date and base would hide them.
  public static let ndjson = OutputFormat(
    name: "ndjson", summary: "the JSON object of each answer in one line"
  ) { answer, _ in
    StyledText(answer.json.compact + "\n")
  }
}
