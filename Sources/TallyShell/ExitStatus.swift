// What the process says when it ends.

import Tally

/// The exit codes of the command.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// All went well.
  case success = 0
  /// A query failed, or its answer could not be written.
  case failure = 1
  /// The command was used wrongly, or a query is not in the language.
  case usage = 2
  /// What a script expects does not hold.
  case expectation = 3
  /// The dataset or the date that a query asks for is not here.
  case missing = 4
  /// Ctrl-C.
  case interrupted = 130

  /// What it tells, for help and the manual.
  var meaning: String {
    switch self {
    case .success: "every question was answered"
    case .failure: "a question failed, or an answer could not be written"
    case .usage: "wrong usage, or a question that is not in the language"
    case .expectation: "an expectation does not hold"
    case .missing: "a date or a dataset that is not here"
    case .interrupted: "interrupted"
    }
  }

  /// All of them in a sentence: `0 fine; 1 …`.
  static var sentence: String {
    allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")
  }

  /// The code for an error: the families of diagnostics by their first digit.
  init(_ diagnostic: Diagnostic) {
    switch diagnostic.code.dropFirst().first {
    case "1", "2": self = .usage
    case "5": self = .missing
    case "6": self = diagnostic.code == "T601" ? .interrupted : .missing
    default: self = .failure
    }
  }
}
