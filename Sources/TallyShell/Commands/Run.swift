// `:run`: a script at the prompt.

import Tally

extension Command {
  /// Runs a file; its definitions and parameters stay.
  static let runScript = Command(
    name: "run", usage: ":run file [name=value …]", summary: "run a script; its definitions stay",
    purpose: .ask,
    detail: "Runs the statements of a file in order and stops at the first that fails. What the "
      + "script expects is checked, and each expectation is reported. Parameters behind the file "
      + "hold in place of what the script says of them. A file whose name has blanks stands in "
      + "quotes; ~ is your own folder.",
    examples: [":run questions.tally", ":run ~/questions.tally place=TX"], takes: .file
  ) { shell, argument in
    guard let call = ScriptCall(argument) else {
      return shell.report.complain("write :run and a file, such as :run questions.tally")
    }
    let before = shell.session
    for text in call.parameters {
      guard let (name, value) = Assignment.read(text), text.contains("=") else {
        shell.session = before
        return shell.report.complain("\"\(text)\" is no parameter: write name=value")
      }
      if let problem = Assignment.set(name, to: value, in: &shell.session) {
        shell.session = before
        return shell.report.complain("\(text): \(problem)")
      }
      shell.session.heldParameters.insert(name)
    }
    let held = shell.session.heldParameters.subtracting(before.heldParameters)
    do throws(FileProblem) {
      let source = try call.source()
      let text = String(decoding: source.bytes, as: UTF8.self)
      if let name = GivenParameters.unread(held, in: [text]) {
        shell.session = before
        return shell.report.complain("\(call.path) does not ask for $\(name)")
      }
      shell.play(call, source)
      shell.session.heldParameters = before.heldParameters
    } catch {
      shell.session = before
      shell.report.complain(error.message)
    }
  }
}

/// A script with its parameters, as `:run` is told of them.
struct ScriptCall: Equatable {
  /// Where the script is, as it was typed.
  let path: String
  /// The parameters as they were typed.
  var parameters: [String] = []

  /// Reads what follows `:run`; nil where there is no file.
  init?(_ argument: String) {
    var words = ArgumentWords.split(argument)
    guard !words.isEmpty else { return nil }
    path = words.removeFirst()
    parameters = words
  }

  /// The script, under the name that was typed.
  func source() throws(FileProblem) -> Source {
    let full = HomeFolder.expanded(path)
    do throws(FileProblem) {
      return Source(name: path, bytes: try InputFile.read(full).bytes)
    } catch {
      throw full == path ? error : FileProblem(path, because: error.reason)
    }
  }
}

extension Shell {
  /// Runs a script and says in the end what came of it.
  fileprivate mutating func play(_ call: ScriptCall, _ source: Source) {
    var (count, met, unmet) = (0, 0, 0)
    let status = play(source) { outcome, report in
      count += 1
      if let expectation = outcome.expectation {
        if expectation.isMet { met += 1 } else { unmet += 1 }
      } else {
        report.entry(outcome.source.text(outcome.span))
      }
    }
    let total = Session.statementCount(source)
    var parts = ["\(count) of \(total) statements run"]
    if met + unmet > 0 { parts.append("\(met) as expected, \(unmet) not") }
    if status != .success, status != .expectation {
      parts.append("stopped at the first error")
    }
    report.paragraph("\(call.path): " + parts.joined(separator: "; "), unmet > 0 ? .error : .muted)
  }
}
