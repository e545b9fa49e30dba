// Showing what came of statements: answers to one stream, everything else to the other.

import Glibc
import Tally

/// Where and how results are shown.
struct Report {
  /// Answers.
  let output: Sink
  /// Messages.
  let errors: Sink
  /// Colours of the answers.
  private(set) var outputTheme: Theme
  /// Colours of the messages.
  private(set) var errorTheme: Theme
  /// What the reader has chosen.
  var settings: Settings { didSet { chooseThemes() } }
  /// The format of the next answer, where it has one of its own.
  var once: OutputFormat?
  /// Whether the reader can answer with `:fix`.
  let isInteractive: Bool

  /// A report to standard output and standard error.
  init(settings: Settings, isInteractive: Bool) {
    output = Sink(1, shouldStop: Interrupt.isRequested)
    errors = Sink(2)
    self.settings = settings
    self.isInteractive = isInteractive
    (outputTheme, errorTheme) = (.none, .none)
    chooseThemes()
  }

  private mutating func chooseThemes() {
    outputTheme = Terminal.theme(for: output.descriptor, settings)
    errorTheme = Terminal.theme(for: errors.descriptor, settings)
  }

  /// How the next answer is written.
  var format: OutputFormat { once ?? settings.format ?? Report.usualFormat }

  /// A table where somebody looks at it, plain text where a program may read it.
  static var usualFormat: OutputFormat {
    OutputFormat.named(Terminal.isTerminal(1) ? "table" : "plain")
      ?? OutputFormat(name: "none", summary: "") { _, _ in StyledText() }
  }

  /// Shows one outcome.
  /// - Returns: what it means for the exit code.
  func show(_ outcome: Outcome) -> ExitStatus {
    guard !outcome.isExpectedToFail else { return .success }
    for diagnostic in outcome.diagnostics { show(diagnostic, in: outcome.source) }
    switch outcome.effect {
    case .answered(let answer):
      if let refusal = format.refusal(answer) {
        complain(refusal)
        return .usage
      }
      if let signal = present(answer) { raise(signal) }
      sayWhatMayBelong(answer)
    case .held(let expectation): return show(expectation, outcome)
    case .defined(let definition): tell("\(definition.name) is defined")
    case .set(let name, let value): tell("$\(name) is \(value)")
    case .included(let name, let count): tell("\(name): \(count) definitions")
    case nil: break
    }
    if let error = outcome.diagnostics.first(where: { $0.severity == .error }) {
      return ExitStatus(error)
    }
    return outcome.failed ? .failure : .success
  }

  /// Shows an answer: by pages where it does not fit, else whole, or cut to the screen.
  /// - Returns: a signal that came while pages were turned; nil for none.
  private func present(_ answer: Answer) -> Int32? {
    var context = Terminal.outputContext(output.descriptor, settings)
    context.wayToAllRows = isInteractive ? ":maxrows all or :pager on" : "--maxrows all"
    let paging = Paging(settings, isInteractive: isInteractive, output: output.descriptor)
    guard paging.isAllowed, let parts = format.parts else {
      let text = format.write(answer, context)
      let isStopped = Interrupt.isRequested()
      if !isStopped { write(text) }
      if isStopped || output.wasStopped {
        complain("stopped by Ctrl-C: the rest is not shown", .note)
      }
      return nil
    }
    context.maxRows = nil
    return paging.show(parts(answer, context), self)
  }

  /// Says how long an answer took, where that is wanted.
  func say(time milliseconds: Double) {
    guard settings.timing else { return }
    var line = StyledText()
    line.line(Clock.words(milliseconds), .muted)
    errors.write(errorTheme.render(line))
  }

  /// A word to a person who is there; a script that runs says nothing of it.
  private func tell(_ text: String) {
    if isInteractive { line(text, .muted) }
  }

  /// Shows whether an answer is what a script expects.
  private func show(_ expectation: Expectation, _ outcome: Outcome) -> ExitStatus {
    if expectation.isMet {
      tell("as expected")
      return .success
    }
    var text = StyledText()
    for line in ExpectationText(expectation, outcome).lines { text.line(line.text, line.role) }
    errors.write(errorTheme.render(text))
    return .expectation
  }

  /// Says on the side what a format of bare cells cannot: that an empty table may not be empty.
  private func sayWhatMayBelong(_ answer: Answer) {
    guard !format.saysPossible, case .rows(let table) = answer.content, table.rows.isEmpty,
      table.possibleMore > 0
    else { return }
    complain("no row is certain; \(table.possibleMore) \(table.unit.plural) may belong", .note)
  }

  /// Shows a message about a place in a text.
  func show(_ diagnostic: Diagnostic, in source: Source) {
    let rendered = DiagnosticRenderer.render(
      diagnostic, in: source, offersFix: isInteractive,
      width: isInteractive ? Terminal.size(errors.descriptor).width : 100)
    let width = Terminal.size(errors.descriptor).width
    errors.write(errorTheme.render(isInteractive ? rendered.wrapped(width: width) : rendered))
  }

  /// Writes to the answers.
  func write(_ text: StyledText) { output.write(outputTheme.render(text)) }

  /// Writes a line to the answers.
  func line(_ text: String = "", _ role: Role = .plain) {
    var line = StyledText()
    line.line(text, role)
    write(line)
  }

  /// Writes a word about what was done, which is no answer.
  func confirm(_ message: String) {
    write(StyledText(message, .muted).lines(width: messageWidth, hanging: 2))
  }

  /// The columns of the screen, where a person reads the messages.
  private var messageWidth: Int? {
    isInteractive && Terminal.isTerminal(errors.descriptor)
      ? Terminal.size(errors.descriptor).width : nil
  }

  /// Writes a message that is about no text.
  func complain(_ message: String, _ kind: Role = .error) {
    var line = StyledText(kind.rawValue, kind)
    line.append(": " + message)
    errors.write(errorTheme.render(line.lines(width: messageWidth, hanging: 2)))
  }

  /// Why answers can no longer be written, in words; nil while they can, or where the reader has
  /// simply gone.
  var outputProblem: String? {
    guard let failure = output.failure, !output.readerLeft else { return nil }
    return "the answers cannot be written to standard output: " + FileProblem.reason(failure)
  }
}
