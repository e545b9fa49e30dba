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
  /// The code of the last error; nil where there was none.
  private(set) var lastProblem: String?
  /// The question of the tour that comes next; nil outside of it.
  var tour: Int?
  /// What was asked in this session.
  private(set) var journal = Journal()
  /// The tables of one's own that are open.
  var own = OwnShelf()
  /// The definitions that were kept from earlier sessions.
  var kept: [Definition] = []
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
    greet()
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

  /// Says what this is and where to begin, to a person at a screen.
  private func greet() {
    guard report.settings.greeting, Terminal.isTerminal(report.output.descriptor) else { return }
    report.confirm(
      "The record ends on \(session.dataset.latest). :tour shows how to ask, :help what there is; "
        + "Ctrl-D leaves.")
  }

  /// Remembers an entry, then runs it: what was asked is saved before its answer is shown.
  mutating func take(_ entry: String) {
    if Tour.takes(entry, in: &self) { return }
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
    failed.remove(text)
    do {
      let source = try InputFile.checked(Source(text))
      // Of several questions at once each answer stands under its own.
      let isOne = Session.statementCount(source) < 2
      let status = play(source) { outcome, report in
        if !isOne { report.entry(outcome.source.text(outcome.span)) }
      }
      // What was stopped was no mistake.
      let isFine = [.success, .expectation, .interrupted].contains(status)
      if !isFine, failed.count < HistoryFile.mostEntries { failed.insert(text) }
    } catch {
      report.complain(error.message)
    }
  }

  /// Runs the statements of a source up to the first that fails, and shows what comes of each.
  /// - Parameter each: is told of each outcome before it is shown.
  /// - Returns: what came of the last one.
  mutating func play(_ source: Source, each: (Outcome, Report) -> Void = { _, _ in }) -> ExitStatus
  {
    rewrites = []
    var rewrites: [String] = []
    var last = ExitStatus.success
    var session = session
    let (usual, edition) = (session.asOf, session.edition)
    let progress = report.progress
    progress?.begin()
    var watch = Clock.milliseconds
    let host = Host.files {
      progress?.poll()
      return Interrupt.isRequested()
    }
    session.run(source, host: host) { outcome in
      let time = Clock.milliseconds - watch
      progress?.end()
      journal.add(outcome, usual: usual, edition: edition)
      each(outcome, report)
      // The terminal has put `^C` where the message would begin.
      if report.isInteractive, outcome.diagnostics.contains(where: { $0.code == "T601" }) {
        report.errors.write("\n")
      }
      last = report.show(outcome)
      if outcome.answer != nil {
        (lastAnswered, report.once) = (outcome, nil)
        report.say(time: time)
      }
      progress?.begin()
      watch = Clock.milliseconds
      if last != .success {
        rewrites = Rewrite.all(of: outcome)
        lastProblem = outcome.diagnostics.first { $0.severity == .error }?.code ?? lastProblem
      }
      return last == .success || last == .expectation
    }
    self.session = session
    self.rewrites = rewrites
    if let problem = report.outputProblem { report.complain(problem) }
    return last
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
    let (failed, history) = (failed, history)
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
      advice.proposes = {
        !failed.contains($0) && !history.isAbandoned($0) && reading.isSound($0)
      }
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
