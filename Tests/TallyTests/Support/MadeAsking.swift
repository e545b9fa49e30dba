// Asking the engine about made-up worlds.

import Testing

@testable import Tally

/// A dataset with short ways to ask it.
struct MadeAsker {
  let dataset: Dataset

  init(_ world: MadeWorld) throws { dataset = try world.dataset() }

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// The plan of a query, as the binder makes it.
  func plan(_ text: String) throws -> LogicalPlan {
    let source = Source(text)
    let (program, diagnostics) = Parser.parse(source, table: .language)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    let statement = try #require(program.statements.first)
    return try Binder.bind(try #require(statement.query), dataset, source).plan.plan
  }

  var executor: Executor { Executor(dataset: dataset, shouldStop: { false }) }

  /// The members of a set, by its text.
  func members(_ set: String, optimized: Bool = true) throws -> RowSet {
    let plan = try plan("list " + set)
    let set = try #require((optimized ? Optimizer.optimized(plan) : plan).set)
    return executor.rows(of: set)
  }

  /// What came of a statement.
  func outcome(_ text: String) throws -> Outcome {
    var session = Session(dataset: dataset)
    return try #require(session.run(Source(text)).first)
  }

  /// The answer of a statement that must work.
  func answer(_ text: String) throws -> Answer {
    let outcome = try outcome(text)
    return try #require(outcome.answer, "\(text): \(outcome.diagnostics.map(\.message))")
  }

  /// A figure.
  func figure(_ text: String) throws -> Figure {
    guard case .figure(let figure) = try answer(text).content else {
      throw MadeAskError.isNoFigure
    }
    return figure
  }

  /// Rows or groups.
  func table(_ text: String) throws -> Table {
    switch try answer(text).content {
    case .groups(let table), .rows(let table): return table
    case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code:
      throw MadeAskError.hasNoRows
    }
  }

  /// The figures of groups, by the text of their keys.
  func groups(_ text: String) throws -> [(key: String, figure: Figure)] {
    try table(text).rows.map { row in
      guard case .figure(let figure)? = row.last else { throw MadeAskError.isNoFigure }
      return (row.dropLast().map(MadeAsker.text).joined(separator: "|"), figure)
    }
  }

  /// The codes of a statement's diagnostics.
  func codes(_ text: String) -> [String] {
    Session(dataset: dataset).check(Source(text)).map(\.code)
  }

  /// A cell in a few letters.
  static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .date(let text): text
    case .number(let value), .percent(let value): "\(value)"
    case .answer(let value): value ? "yes" : "no"
    case .figure(let figure): "\(figure.low ?? -1)...\(figure.high ?? -1)"
    case .unknown: "unknown"
    case .none: "none"
    }
  }
}

enum MadeAskError: Error {
  case isNoFigure
  case hasNoRows
}
