// What is said about a pattern after matches: T410, for each way in which it cannot be read.

extension Diagnostic {
  /// T410: a part of a pattern that is not in the language of patterns, or is not finished.
  static func badPattern(_ span: Span, _ kind: PatternFault.Kind) -> Diagnostic {
    Diagnostic("T410", at: span, message(of: kind), help: [help(with: kind)])
  }

  private static let marks =
    "a pattern has letters, . [a-z] [^a-z] \\d \\w \\s * + ? | ( ) ^ $, and \\ before a mark"

  private static func message(of kind: PatternFault.Kind) -> String {
    switch kind {
    case .tooLong: "a pattern has at most \(TextPattern.mostCharacters) characters"
    case .tooDeep: "a pattern has brackets at most \(TextPattern.mostBrackets) deep"
    case .unclosedBracket: "this bracket of the pattern is not closed"
    case .strayBracket: "this bracket of the pattern closes none"
    case .unclosedClass: "this class of characters is not closed"
    case .emptyClass: "this class has no characters"
    case .bracketInClass: "a bracket inside a class"
    case .badRange: "this range of characters has no beginning before its end"
    case .nothingToRepeat: "there is nothing here to repeat"
    case .repeatedTwice: "one mark of repetition is enough"
    case .counted: "patterns do not count repetitions"
    case .specialGroup: "brackets only group: they do not look ahead or behind"
    case .trailingBackslash: "the backslash has nothing after it"
    case .backReference: "a pattern does not refer back to what a bracket matched"
    case .unknownEscape: "there is no such letter behind a backslash"
    }
  }

  private static func help(with kind: PatternFault.Kind) -> String {
    switch kind {
    case .tooLong: "a list of texts is shorter: name in (\"…\", \"…\")"
    case .tooDeep: "brackets that hold only brackets can go"
    case .unclosedBracket: "close it with ), or write \\( for the mark itself"
    case .strayBracket: "write \\) for the mark itself"
    case .unclosedClass: "close it with ], or write \\[ for the mark itself"
    case .emptyClass: "write \\] for the mark itself, as in [\\]]"
    case .bracketInClass: "write \\[ for the mark itself; letters are [a-z], digits \\d"
    case .badRange: "for example [a-z] or [0-9]; write \\- for the mark itself"
    case .nothingToRepeat: "write \\* for the mark itself; any text is .*"
    case .repeatedTwice: "a* is any number of times, a+ at least once, a? at most once"
    case .counted: "write it out, as in \\d\\d\\d for three digits; \\{ is the mark itself"
    case .specialGroup: "two conditions with and, or with not, say the same"
    case .trailingBackslash: "write \\\\ for the mark itself"
    case .backReference, .unknownEscape: marks
    }
  }
}
