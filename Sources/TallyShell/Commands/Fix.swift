// `:fix`: makes the rewrite that the last error proposed, and runs it.

import Tally

extension Command {
  /// Applies a rewrite of the last error, shows the corrected text and runs it.
  static let fix = Command(
    name: "fix", usage: ":fix [n]", summary: "make the n-th rewrite of the last error and run it",
    purpose: .ask,
    detail: "Where a message says what would work, :fix asks the question so corrected; where it "
      + "offers two ways, :fix 1 and :fix 2 choose. The corrected question enters the history.",
    examples: [":fix", ":fix 2"], isRemembered: false
  ) { shell, argument in
    switch Rewrite.choose(argument, from: shell.rewrites) {
    case .success(let text):
      shell.report.entry(text)
      shell.run(text)
    case .failure(let problem):
      shell.report.complain(problem.message)
    }
  }
}

/// The corrected texts that an error proposes.
enum Rewrite {
  /// Why no rewrite was chosen.
  struct Problem: Error, Equatable {
    /// The sentence for the user.
    let message: String
  }

  /// The corrected texts of a failed statement: from its first word on, for what stood before it
  /// has run.
  static func all(of outcome: Outcome) -> [String] {
    guard let error = outcome.diagnostics.first(where: { $0.severity == .error }) else {
      return []
    }
    return error.fixes.map { fix in
      let text = fix.applied(to: outcome.source)
      let start = min(outcome.span.start, fix.span.start)
      return String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }
  }

  /// The rewrite that an argument chooses; nothing chooses the only one.
  static func choose(_ argument: String, from rewrites: [String]) -> Result<String, Problem> {
    guard !rewrites.isEmpty else {
      return .failure(Problem(message: "the last question left nothing to fix"))
    }
    if argument.isEmpty, rewrites.count == 1 { return .success(rewrites[0]) }
    guard let number = Int(argument), rewrites.indices.contains(number - 1) else {
      let choices = rewrites.indices.map { ":fix \($0 + 1)" }.joined(separator: " or ")
      return .failure(Problem(message: "say which rewrite: " + choices))
    }
    return .success(rewrites[number - 1])
  }
}
