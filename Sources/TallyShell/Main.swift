// The process: from the command line to the exit code.

import Glibc
import Tally

@main
struct Main {
  static func main() {
    Environment.holdStandardDescriptors()
    // A write to a reader that has gone is an error like others, not a death.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow further.
    signal(SIGXFSZ, SIG_IGN)
    let words = Environment.words
    let arguments = Array(words.dropFirst())
    if let number = Environment.argumentThatIsNoText(among: words) {
      Sink(STDERR_FILENO).write("error: argument \(number) is not UTF-8 text\n")
      exit(ExitStatus.usage.rawValue)
    }
    exit(run(arguments).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      let request = try Request.parse(
        arguments, inputIsTerminal: Terminal.isTerminal(STDIN_FILENO))
      return carryOut(request)
    } catch {
      Sink(error.status == .success ? STDOUT_FILENO : STDERR_FILENO).write(error.text)
      return error.status
    }
  }

  private static func carryOut(_ request: Request.Parsed) -> ExitStatus {
    let (settings, problems) = Main.settings(of: request)
    let isConversation = request.work == .conversation
    var report = Report(settings: settings, isInteractive: isConversation)
    for problem in problems { report.complain(problem) }
    // At the prompt a person sees what was wrong, and goes on; a script would answer otherwise.
    guard problems.isEmpty || isConversation else { return .usage }
    var session: Session
    do throws(DatasetError) {
      session = try Embedded.session()
    } catch {
      for fault in error.faults { report.complain("the dataset is damaged: \(fault)", .error) }
      return .missing
    }
    var shelf = OwnShelf()
    if let status = load(request, into: &session, &shelf, report), !isConversation { return status }
    if let problem = setDate(of: &session, &report), !isConversation { return ExitStatus(problem) }
    if let status = give(request, to: &session, report) { return status }
    switch request.work {
    case .queries(let queries):
      var batch = Batch(session: session, report: report)
      // The process ends here: to take the session apart first would cost as much as an answer.
      exit(batch.run(queries: queries).rawValue)
    case .files(let files):
      var batch = Batch(session: session, report: report)
      exit(batch.run(files: files).rawValue)
    case .tests(let files, let isUpdating):
      var tests = ScriptTests(session: session, report: report, isUpdating: isUpdating)
      return tests.run(files)
    case .package(let folder): return export(session, to: folder, report)
    case .check(let files, let json):
      return FileChecks(session: session, report: report, isJSON: json).run(files)
    case .explain(let codes): return ExplanationPage.show(codes, session: session, report)
    case .fmt(let files, let check):
      return FileFormatting(report: report, isCheck: check).run(files)
    case .lint(let files, let json):
      return FileLints(session: session, report: report, isJSON: json).run(files)
    case .conversation:
      return converse(session, shelf, report)
    }
  }

  /// Gives parameters from outside to a session; what ends the program where one is wrong.
  private static func give(
    _ request: Request.Parsed, to session: inout Session, _ report: Report
  ) -> ExitStatus? {
    for parameter in request.parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1).map(String.init)
      let problem =
        parts.count == 2
        ? session.set(parameter: parts[0], toLiteral: parts[1])?.message : "write name=value"
      if let problem {
        report.complain("--set \(parameter): \(problem)")
        return .usage
      }
      session.heldParameters.insert(parts[0])
    }
    if let name = GivenParameters.unread(session.heldParameters, in: request.work) {
      report.complain("--set \(name): no script asks for $\(name)")
      return .usage
    }
    return nil
  }

  /// Puts tables of one's own beside the record.
  /// - Returns: how the run ends where they cannot be had.
  private static func load(
    _ request: Request.Parsed, into session: inout Session, _ shelf: inout OwnShelf,
    _ report: Report
  ) -> ExitStatus? {
    guard !request.own.isEmpty else { return nil }
    if request.own.inputs > 0, request.readsInput {
      report.complain(
        "standard input cannot be both a table and the questions: give the questions by -e or in "
          + "a file")
      return .usage
    }
    Interrupt.install(once: true)
    do throws(OwnProblem) {
      try request.own.load(into: &session, &shelf, report)
      return nil
    } catch {
      for fault in error.faults { report.complain(fault) }
      // The wish was heard: what the prompt reads next is not stopped by it.
      Interrupt.clear()
      return error.isStop ? .interrupted : .usage
    }
  }

  /// The settings of a run: usual, then the config file, then variables, then options. Only the
  /// prompt reads the file, for what a script answers must not depend on who runs it.
  private static func settings(of request: Request.Parsed) -> (Settings, problems: [String]) {
    let file =
      request.work == .conversation ? ConfigFile(request.config) : ConfigFile(.none)
    var settings = Settings()
    let wrong = settings.take(file.given + GivenSetting.variables() + request.given)
    return (settings, file.problems + wrong)
  }

  /// Gives a session the date that was chosen.
  /// - Returns: what was wrong with it; the date is then the record's latest.
  private static func setDate(of session: inout Session, _ report: inout Report) -> Diagnostic? {
    guard let period = report.settings.asOf, let problem = session.setAsOf(period) else {
      return nil
    }
    let place = Setting.asOf.origin(in: report.settings)
    let isError = problem.severity == .error
    report.complain(
      (["\(place): " + problem.message] + problem.help).joined(separator: "; "),
      isError ? .error : .note)
    guard isError else { return nil }
    report.settings.asOf = nil
    report.settings.origins[Setting.asOf.key] = nil
    return problem
  }

  private static func export(
    _ session: Session, to folder: String, _ report: Report
  ) -> ExitStatus {
    let dataset = session.dataset.at(session.asOf ?? session.dataset.latest)
    do {
      let count = try PackageExport.write(dataset, to: folder)
      report.complain("\(count) files in \(folder), as of \(dataset.asOf)", .note)
      return .success
    } catch {
      report.complain(error.message)
      return .failure
    }
  }

  private static func converse(
    _ session: Session, _ shelf: OwnShelf, _ report: Report
  ) -> ExitStatus {
    Environment.prepareLocale()
    let history = History(path: HistoryFile.usualPath) { report.complain($0, .warning) }
    var shell = Shell(session: session, report: report, history: history)
    shell.own = shelf
    shell.loadKept()
    var editor = editor()
    return shell.converse(through: &editor)
  }

  /// The editor that fits the terminal. What is painted goes to standard output, or to standard
  /// error where the answers go elsewhere.
  private static func editor() -> any LineEditor {
    guard let screen = [STDOUT_FILENO, STDERR_FILENO].first(where: Terminal.isTerminal) else {
      return PlainEditor(input: STDIN_FILENO, screen: nil)
    }
    let sink = Sink(screen)
    guard !Terminal.isDumb,
      let editor = LibeditEditor(
        terminal: STDIN_FILENO, screen: sink)
    else { return PlainEditor(input: STDIN_FILENO, screen: sink) }
    return editor
  }
}
