// Repairs of a single cell that hold for every text column.

/// Repairs of a single cell that hold for every text column.
struct CellRepairs {
  let report: Report

  /// Applies the repairs of blanks and apostrophes, in this order, and reports each that changed
  /// something.
  func tidy(_ text: String, at place: Place) -> String {
    var text = text
    for step in Self.steps {
      let repaired = step.apply(text)
      if repaired != text { report.repaired(step.rule, at: place, from: text, to: repaired) }
      text = repaired
    }
    return text
  }

  /// A repair by its name, and what it does to a cell.
  struct Step: Sendable {
    let rule: Repair
    let apply: @Sendable (String) -> String
  }

  /// The repairs of every text cell.
  static let steps = [
    Step(rule: .trimBlanks, apply: Check.trimmed),
    Step(rule: .joinBlanks, apply: joinedBlanks),
    Step(rule: .straightApostrophe, apply: straightApostrophe),
  ]

  /// Reads `7/72025` as 2025-07-07: a month, a slash, a day and a year without the slash between
  /// them. Any other text is left as it is.
  func slashed(_ text: String, at place: Place) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Int(parts[0]), let year = Int(parts[1].suffix(4)),
      let number = Int(parts[1].dropLast(4)), let day = Day(year, month, number)
    else { return text }
    report.repaired(.missingSlash, at: place, from: text, to: day.description)
    return day.description
  }

  /// Makes a run of blanks one blank.
  static func joinedBlanks(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Writes the curly apostrophe as the straight one.
  static func straightApostrophe(_ text: String) -> String {
    text.replacing("\u{2019}", with: "'")
  }
}
