// The prompt: reads an entry, runs it, shows what comes of it, until the person leaves.

import Glibc
import Tally

/// A conversation with a person.
struct Shell {
  /// What is asked.
  var session: Session
  /// Where and how results are shown.
  var report: Report
  /// What was asked before.
  var history: History
  /// The corrected texts that the last error proposed.
  var rewrites: [String] = []
  /// The last question that was answered, with its answer; errors do not replace it.
  private(set) var lastAnswered: Outcome?
  /// What was asked in this session.
  private(set) var journal = Journal()
  /// The entries of this session that failed: they are not proposed again.
  private var failed: Set<String> = []
  /// Whether the person has left.
  var isDone = false

  /// A conversation that has not begun.
  init(session: Session, report: Report, history: History) {
    self.session = session
    self.report = report
    self.history = history
  }

  /// Reads and runs entries until the end.
  mutating func converse(through editor: inout any LineEditor) -> ExitStatus {
    Interrupt.install()
    while !isDone {
      Interrupt.clear()
      switch editor.read(history: history.entries, advice: advice) {
      case .entry(let text): take(text)
      case .interrupted(let text): interrupted(text)
      case .end: isDone = true
      case .terminated(let signal): return terminate(signal)
      }
      if report.output.readerLeft { isDone = true }
    }
    return .success
  }

  /// Remembers an entry, then runs it: what was asked is saved before its answer is shown.
  mutating func take(_ entry: String) {
    let command = Command.call(in: entry).flatMap { Command.named($0.name) }
    if command?.isRemembered ?? true { remember(entry) }
    guard let (name, argument) = Command.call(in: entry) else { return ask(entry) }
    guard let command else { return unknownCommand(name, in: entry) }
    command.run(&self, argument)
  }

  /// Runs a text that was not typed, and remembers it as if it had been.
  mutating func run(_ text: String) {
    remember(text)
    ask(text)
  }

  private mutating func ask(_ text: String) {
    guard !text.trimmed.isEmpty else { return }
    let source: Source
    do {
      source = try InputFile.checked(Source(text))
    } catch {
      return report.complain(error.message)
    }
    rewrites = []
    failed.remove(text)
    var rewrites: [String] = []
    var hasFailed = false
    var session = session
    let (usual, edition) = (session.asOf, session.edition)
    session.run(source, host: .files(shouldStop: Interrupt.isRequested)) { outcome in
      journal.add(outcome, usual: usual, edition: edition)
      let status = report.show(outcome)
      if outcome.answer != nil { (lastAnswered, report.once) = (outcome, nil) }
      if status != .success { rewrites = Rewrite.all(of: outcome) }
      if outcome.failed { hasFailed = true }
      return status == .success || status == .expectation
    }
    self.session = session
    self.rewrites = rewrites
    if hasFailed, failed.count < HistoryFile.mostEntries { failed.insert(text) }
    if let problem = report.outputProblem { report.complain(problem) }
  }

  private mutating func remember(_ entry: String) {
    history.add(entry) { report.complain($0, .warning) }
  }

  private mutating func interrupted(_ text: String) {
    history.remember(text)
    if text.isEmpty {
      report.errors.write("To leave, press Ctrl-D or type :quit\n")
    }
  }

  private mutating func unknownCommand(_ name: String, in entry: String) {
    if failed.count < HistoryFile.mostEntries { failed.insert(entry) }
    let guess = Command.nearest(to: name).map { ": did you mean :\($0.name)?" }
    report.complain("there is no command :\(name)" + (guess ?? "; :help lists them"))
  }

  /// Ends as the signal would have ended us, now that the terminal is as it was.
  private func terminate(_ signal: Int32) -> ExitStatus {
    raise(signal)
    return .failure
  }

  /// What the editor asks while an entry is typed. The session is a value, so the editor has its
  /// own copy, which costs nothing.
  private var advice: EditorAdvice {
    let session = session
    let reading = EntryReading(session)
    let failed = failed
    var advice = EditorAdvice()
    advice.prompt = EditorPrompt(session)
    advice.settings = report.settings
    advice.isComplete = { entry in
      // An empty line ends an entry that never comes to an end, so that its mistake is said.
      Command.call(in: entry) != nil || entry.trimmed.isEmpty || session.isComplete(entry)
        || entry.hasSuffix("\n")
    }
    advice.highlight = { reading.highlights($0, cursor: $1) }
    advice.complete = { reading.completions($0, cursor: $1) }
    if report.settings.suggestions {
      advice.proposes = { !failed.contains($0) }
      advice.rest = { reading.rest($0, cursor: $1) }
    }
    let hasHints = report.settings.hints
    advice.hint = { text, cursor in
      guard hasHints else {
        // The marks of unknown names may have waited for this moment.
        _ = reading.mistakes(in: text)
        return nil
      }
      return reading.hint(text, cursor: cursor)
    }
    return advice
  }
}
