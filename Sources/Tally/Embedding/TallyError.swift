// What can go wrong between a programmer and an answer.

/// Why there is no answer, or none of the kind that was asked for.
public enum TallyError: Error, Sendable, Equatable {
  /// The question is mistaken: its diagnostics, and the text that their spans point into.
  case mistaken([Diagnostic], Source)
  /// A limit was met; the question is named.
  case stopped(LimitReached, query: String)
  /// A value was not given, has no place in the question, or cannot be written in it.
  case parameter(name: String, problem: String)
  /// The answer is of another kind: what was wanted and what it is.
  case shape(wanted: String, found: String, query: String)
  /// One number was wanted of a figure that is an interval, or that has no number.
  case interval(low: Double?, high: Double?, unknown: Int)
  /// A number was wanted of a measure of the known values alone: what it is, over how many values,
  /// and of how many rows.
  case onlyKnown(Double, known: Int, of: Int)
  /// A whole number was wanted of a figure that is another one.
  case notWhole(Double)
  /// A cell does not fit the type that it is decoded into.
  case decoding(path: String, column: String, problem: String)
}

extension TallyError: CustomStringConvertible {
  /// What happened, for a log or a failed test: mistakes with the line and the caret.
  public var description: String {
    switch self {
    case .mistaken(let diagnostics, let source):
      diagnostics.map {
        DiagnosticRenderer.render($0, in: source, offersFix: false).text
      }.joined()
    case .stopped(let limit, let query): "\(limit)\n  \(query)"
    case .parameter(let name, let problem): "$\(name) \(problem)"
    case .shape(let wanted, let found, let query):
      "the question gives \(found), and \(wanted) was wanted\n  \(query)"
    case .interval(let low, let high, let unknown): TallyError.words(low, high, unknown)
    case .onlyKnown(let number, let known, let all):
      "the figure is \(number) over the \(known) of \(all) rows whose value is known: the others "
        + "may change it, so use its low, known and knownOf"
    case .notWhole(let number):
      "the figure is \(number), which is no whole number: use exactValue"
    case .decoding(let path, let column, let problem):
      "\(path): the column \(column) \(problem)"
    }
  }

  private static func words(_ low: Double?, _ high: Double?, _ unknown: Int) -> String {
    let number: String
    switch (low, high) {
    case (let low?, let high?): number = "an interval, \(low) to \(high)"
    case (let low?, nil): number = "at least \(low), without an upper bound"
    case (nil, let high?): number = "at most \(high), without a lower bound"
    case (nil, nil): number = "no number at all"
    }
    let rows = unknown == 1 ? "1 row is" : "\(unknown) rows are"
    return "the figure is \(number), for \(rows) not settled: use its low and high"
  }
}
