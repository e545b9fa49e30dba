// What a value of a raw file has to be.

/// What a value of a raw file has to be. Each check is one rule; a row that fails it is refused.
enum Check {
  /// A county's code has five digits, the leading zero among them.
  static func isCountyCode(_ text: String) -> Bool {
    text.utf8.count == 5 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A state's postal code has two capitals.
  static func isPostalCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// A cell has no blank or line break at either end.
  static func isTrimmed(_ text: String) -> Bool { text == trimmed(text) }

  /// The text without blanks and line breaks at its ends.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// A number has digits and at most one decimal point, without commas.
  static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
  }

  /// A value is one of a closed list.
  static func isOne(of domain: [String], _ text: String) -> Bool { domain.contains(text) }
}
