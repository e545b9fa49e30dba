// Running scripts in tests, with files that stand in memory.

import EnforcementData
import Testing

@testable import Tally

/// A run of a script over the embedded record.
struct ScriptRun {
  let outcomes: [Outcome]
  let session: Session

  /// Runs a script; `files` are what it may include, by name.
  init(
    _ text: String, files: [String: String] = [:], asOf: String? = nil, isTest: Bool = false
  ) throws {
    var session = try WrittenPage.session()
    if let asOf { #expect(session.setAsOf(asOf) == nil) }
    var outcomes: [Outcome] = []
    let host = Host(load: { name, _ in
      files[name].map { .success(Source(name: name, $0)) }
        ?? .failure(Host.Refusal("there is no such file"))
    })
    session.run(Source(name: "main.tally", text), host: host, isTest: isTest) { outcome in
      outcomes.append(outcome)
      return true
    }
    self.outcomes = outcomes
    self.session = session
  }

  /// The ends of each figure, in order.
  var figures: [[Double?]] {
    outcomes.compactMap { $0.answer?.figure.map { [$0.low, $0.high] } }
  }

  /// The codes of the errors, in order.
  var errors: [String] {
    outcomes.flatMap(\.diagnostics).filter { $0.severity == .error }.map(\.code)
  }

  /// Whether each expectation is met, in order.
  var met: [Bool] { outcomes.compactMap { $0.expectation?.isMet } }

  /// The first error with the text that it points at.
  var pointedAt: String? {
    for outcome in outcomes {
      if let error = outcome.diagnostics.first(where: { $0.severity == .error }) {
        return outcome.source.text(error.span)
      }
    }
    return nil
  }
}
