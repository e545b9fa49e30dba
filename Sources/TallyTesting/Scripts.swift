// Scripts of the language as tests: one, or a folder of them, one test case for each.

public import Tally
public import Testing

/// A `.tally` script whose expectations are a test.
///
///     @Test(arguments: Script.all(in: "Scripts"))
///     func script(_ script: Script) throws {
///       script.run(in: Session(dataset: try EnforcementData.dataset()))
///     }
public struct Script: Sendable, CustomTestStringConvertible {
  /// Where the file is.
  public let path: String
  /// What the test case is called: the path within its folder.
  public let testDescription: String

  /// A script.
  /// - Parameters:
  ///   - path: of the file; one that does not begin at the root stands beside the test.
  ///   - test: the file of the test.
  public init(_ path: String, beside test: String = #filePath) {
    self.init(path: Files.path(path, beside: test), name: path)
  }

  private init(path: String, name: String) {
    self.path = path
    testDescription = name
  }

  /// Every script of a folder and of the folders in it, in the order of their paths.
  ///
  /// A folder without scripts gives one that fails and says so: a test of nothing must not pass.
  /// - Parameters:
  ///   - folder: one that does not begin at the root stands beside the test.
  ///   - test: the file of the test.
  public static func all(in folder: String, beside test: String = #filePath) -> [Script] {
    let whole = Files.path(folder, beside: test)
    let found = Files.paths(in: whole, ending: ".tally").map {
      Script(path: $0, name: String($0.dropFirst(whole.count + 1)))
    }
    return found.isEmpty ? [Script(path: whole, name: folder)] : found
  }

  /// Runs the script and records an issue for each statement that fails and each expectation that
  /// is not met. With `TALLY_RECORD=1` in the environment, expectations are written anew.
  /// - Parameters:
  ///   - session: what is asked; it is not changed.
  ///   - location: where the test stands.
  /// - Returns: whether all of it holds.
  @discardableResult
  public func run(in session: Session, location: SourceLocation = #_sourceLocation) -> Bool {
    let problems = problems(in: session)
    for problem in problems { Issue.record(Comment(rawValue: problem), sourceLocation: location) }
    return problems.isEmpty
  }

  /// What a failed test says, a text for each problem.
  func problems(in session: Session, isRenewed: Bool = Files.isRecording) -> [String] {
    guard let text = Files.text(of: path) else { return ["there is no script at \(path)"] }
    var session = session
    let source = Source(name: path, text)
    var problems: [String] = []
    var renewed: [(span: Span, text: String)] = []
    var expectations = 0
    session.run(source, host: Script.host, isTest: true) { outcome in
      if let expectation = outcome.expectation {
        expectations += 1
        guard !expectation.isMet else { return true }
        if isRenewed, let statement = expectation.renewed {
          renewed.append((outcome.span, statement))
        } else {
          problems.append(Script.words(expectation, outcome))
        }
      } else if outcome.failed, !outcome.isExpectedToFail {
        problems.append(Script.words(of: outcome))
      }
      return true
    }
    if expectations == 0 { problems.append("\(path) expects nothing: it holds whatever happens") }
    if let problem = renew(source, renewed) { problems.append(problem) }
    return problems
  }

  /// What `include` reads: files beside the script.
  private static let host = Host(load: { name, from in
    let path = Files.path(name, beside: from)
    guard let text = Files.text(of: path) else {
      return .failure(Host.Refusal("there is no such file: \(path)"))
    }
    return .success(Source(name: path, text))
  })

  private func renew(_ source: Source, _ changes: [(span: Span, text: String)]) -> String? {
    guard !changes.isEmpty else { return nil }
    var text = ""
    var end = 0
    for change in changes {
      text += source.text(Span(end, change.span.start)) + change.text
      end = change.span.end
    }
    text += source.text(Span(end, source.bytes.count))
    do { try Files.write(text, to: path) } catch { return "\(path) cannot be written: \(error)" }
    return nil
  }

  private static func words(of outcome: Outcome) -> String {
    outcome.diagnostics.filter { $0.severity == .error }.map {
      DiagnosticRenderer.render($0, in: outcome.source, offersFix: false).text
    }.joined()
  }

  /// The place, the question above, and both answers.
  private static func words(_ expectation: Tally.Expectation, _ outcome: Outcome) -> String {
    let line = outcome.source.line(at: outcome.span.start)
    let question = question(above: line, in: outcome.source)
    let reason = expectation.reason.isEmpty ? "" : "\n  \(expectation.reason)"
    let difference =
      expectation.expectedRows.isEmpty && expectation.foundRows.isEmpty
      ? "- \(expectation.text)\n+ \(expectation.renewed ?? expectation.found)"
      : Lines.difference(expectation.expectedRows, expectation.foundRows)
    return "\(outcome.source.name):\(line + 1): \(question)\(reason)\n\(difference)"
  }

  private static func question(above line: Int, in source: Source) -> String {
    for number in stride(from: line - 1, through: 0, by: -1) {
      let text = source.text(source.lineSpan(number))
      let isOther = text.isEmpty || text.hasPrefix("--") || text.hasPrefix("expect")
      if !isOther { return text }
    }
    return ""
  }
}
