// What is wise to mend in a script that keeps: a list of lints, one file each.

/// A habit that runs today and misleads later. One file and one word in `all`.
public struct Lint: Sendable {
  /// The stable code: L and three digits.
  public let code: String
  /// What it says, in a few words.
  public let meaning: String
  /// Why that matters and what to do, in sentences.
  public let reason: String
  /// A script that earns it, on the embedded dataset.
  public let wrong: String
  /// The script mended.
  public let right: String
  /// Finds it in a script.
  let find: @Sendable (LintedScript) -> [Finding]

  /// Every lint, in the order of the codes.
  public static let all: [Lint] = [
    .unpinnedDate, .mixedDates, .takeWithoutSort, .unusedName, .knownOnlyUnexplained, .widerBounds,
  ]
}

extension Lint {
  /// One place where a script has the habit.
  struct Finding {
    var span: Span
    var message: String
    var help: [String] = []
    var fix: Fix?
  }

  /// The warnings that a script earns, in the order of the text.
  static func warnings(of script: LintedScript) -> [Diagnostic] {
    all.flatMap { lint in lint.find(script).map { .lint(lint.code, $0) } }
      .sorted { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
  }
}

extension Diagnostic {
  /// L101 and on: a warning of a lint.
  fileprivate static func lint(_ code: String, _ finding: Lint.Finding) -> Diagnostic {
    Diagnostic(
      code, .warning, at: finding.span, finding.message, help: finding.help,
      fixes: finding.fix.map { [$0] } ?? [])
  }
}
