// What the words of the grammar mean, for completion and for help.

/// What the grammar's own words mean, for completion.
package enum Keywords {
  /// Each word of the grammar with its meaning.
  package static let meanings: [String: String] = [
    "where": "rows that meet a condition", "in": "rows in a place", "with": "rows that have links",
    "without": "rows that have none", "of": "rows of linked things", "by": "a row for each value",
    "among": "what the share is of", "as": "as of a date", "union": "rows of either set",
    "intersect": "rows of both sets", "minus": "rows of the first set only",
    "and": "both", "or": "either", "not": "yes becomes no", "certainly": "yes only where known",
    "possibly": "yes unless known to be no", "is": "equals", "between": "from one end to the other",
    "contains": "a text that holds another", "starts": "starts with a text",
    "ends": "ends with a text", "matches": "a text that a pattern describes, as in \"^San .*\"",
    "has": "has linked things", "named": "a name for the column",
    "|": "a stage for the result", "unknown": "no value known", "known": "a value known",
    "none": "does not apply", "up": "least first", "down": "most first", "at least": "or more",
    "latest": "the record's newest day", "from": "of one document",
    "across": "parts of each group, or several dates, side by side",
    "percent": "parts of a whole in place of numbers", "years": "the periods to set side by side",
  ]

  /// Words that stand together, and those that are no topics of their own.
  private static let phrases: [String: String] = [
    "at most": "that many or fewer", "more than": "above that many", "exactly": "just that many",
    "in (": "one of several values", "not in (": "none of several values",
    "starts with": "a text that begins so", "ends with": "a text that ends so",
    "count of": "how many linked things each has", "share where": "which part meets a condition",
    "to": "the second date, or the upper end", "against": "the set to compare with",
    "count": "how many", "share": "which part", "only": "no rows that are not settled",
    "least": "or more", "most": "or fewer", "than": "above that many", "rows": "how many rows",
    "error": "the code of a message", "bars": "a bar for each row", "lines": "a line over dates",
    "dots": "a dot for each row", "sqlite": "SQL for SQLite", "duckdb": "SQL for DuckDB",
    "postgres": "SQL for PostgreSQL",
  ]

  /// What the marks mean.
  private static let marks: [String: String] = [
    "(": "opens a group", ")": "closes the group", ",": "one more", "=": "what it is",
    "<": "less than", "<=": "at most", ">": "more than", ">=": "at least", "+": "plus",
    "-": "minus", "*": "times", "/": "divided by", ".": "a field of it",
  ]

  /// A word or a mark as something to type.
  static func completion(of text: String) -> Completion {
    if let meaning = marks[text] {
      let isTight = text == "(" || text == "."
      return Completion(text: text, kind: .mark, meaning: meaning, follow: isTight ? "" : " ")
    }
    return Completion(
      text: text, kind: .keyword,
      meaning: meanings[text] ?? phrases[text] ?? aggregators[text] ?? "",
      follow: text.last == "(" ? "" : " ")
  }

  private static let aggregators = Dictionary(
    LinkNumber.all.map { ($0.name, $0.meaning) }, uniquingKeysWith: { first, _ in first })
}
