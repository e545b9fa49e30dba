// Tests of answers with Swift Testing.

public import Tally
public import Testing

extension Session {
  /// Asks a question and records an issue unless the answer is as expected.
  ///
  ///     @Test func importIsComplete() throws {
  ///       let session = Session(dataset: try EnforcementData.dataset())
  ///       session.expect("count counties", .exactly(3143))
  ///       session.expect("count counties where detainers is unknown", .atMost(1_700))
  ///     }
  ///
  /// A failure shows the question, what was expected and what was found; for a mistake the caret
  /// stands under it.
  ///
  /// - Parameters:
  ///   - question: in the language.
  ///   - expected: what its answer must be.
  ///   - values: for its parameters.
  ///   - limits: what it may cost.
  ///   - location: where the test stands.
  /// - Returns: whether it is so.
  @discardableResult
  public func expect(
    _ question: String, _ expected: Expected, _ values: [String: ParameterValue] = [:],
    limits: Limits = .none, location: SourceLocation = #_sourceLocation
  ) -> Bool {
    guard let message = difference(question, expected, values, limits) else { return true }
    Issue.record(Comment(rawValue: message), sourceLocation: location)
    return false
  }

  /// What a failed test says; nil where the answer is as expected.
  func difference(
    _ question: String, _ expected: Expected, _ values: [String: ParameterValue] = [:],
    _ limits: Limits = .none
  ) -> String? {
    guard let found = expected.difference(reply(to: question, values, limits)) else { return nil }
    let given = values.isEmpty ? "" : "\n" + Session.listed(values)
    return """
      \(question)\(given)
        expected: \(expected.words)
        found:
      \(found.split(whereSeparator: \.isNewline).map { "    " + $0 }.joined(separator: "\n"))
      """
  }

  private func reply(
    to question: String, _ values: [String: ParameterValue], _ limits: Limits
  ) -> Reply {
    do throws(TallyError) {
      let query = try prepare(question)
      let answer = try query.answer(values, limits: limits)
      return Reply(result: .success(answer), isOrdered: query.isOrdered)
    } catch {
      return Reply(result: .failure(error))
    }
  }

  private static func listed(_ values: [String: ParameterValue]) -> String {
    values.sorted { $0.key < $1.key }.map { "  with $\($0.key): \($0.value)" }
      .joined(separator: "\n")
  }
}
