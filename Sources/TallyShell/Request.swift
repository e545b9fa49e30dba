// What a run of the command is to do.

import ArgumentParser
import Glibc
import Tally

/// A subcommand that says itself what it asks for.
protocol AsksForWork {
  /// What is to be done.
  var request: Request.Parsed { get }
}

/// A subcommand that only prints a text of its own.
protocol Prints {
  /// The text.
  var text: String { get }
}

/// The work that a command line asks for.
enum Request {
  /// What is to be done.
  enum Work: Equatable {
    case queries([String])
    case files([String])
    case conversation
    /// Scripts as tests.
    case tests([String], isUpdating: Bool)
    /// A data package in a folder.
    case package(String)
    /// The mistakes of files.
    case check([String], json: Bool)
    /// The long texts of codes.
    case explain([String])
    /// Scripts in their canonical form, or with `check` only those that are not.
    case fmt([String], check: Bool)
    /// What is wise to mend in scripts.
    case lint([String], json: Bool)
  }

  /// Nothing to run: a text to print, such as a help page or what was wrong.
  struct Message: Error {
    /// The text.
    let text: String
    /// How the process ends.
    let status: ExitStatus
  }

  /// A request with its options.
  struct Parsed {
    var work: Work
    /// What the options choose, in their order.
    var given: [GivenSetting] = []
    /// The config file of the prompt.
    var config = ConfigFile.Choice.usual
    /// Parameters that scripts are given, each as `name=value`.
    var parameters: [String] = []
    /// Tables of one's own.
    var own = OwnRequest()

    /// Whether questions are read from standard input.
    var readsInput: Bool {
      switch work {
      case .files(let files), .tests(let files, _), .check(let files, _), .fmt(let files, _),
        .lint(let files, _):
        files.contains("-")
      case .conversation: true
      case .queries, .package, .explain: false
      }
    }
  }

  /// Reads a command line, without the command's name.
  static func parse(_ arguments: [String], inputIsTerminal: Bool) throws(Message) -> Parsed {
    if let plain = PlainRequest.parse(arguments, inputIsTerminal: inputIsTerminal) { return plain }
    let parsed = try parsed(arguments, inputIsTerminal)
    let options = arguments.prefix { $0 != "--" }
    if parsed.work != .conversation, options.contains(where: { "\($0)=".hasPrefix("--config=") }) {
      throw Message(
        text: "Error: --config is for the prompt: what a script answers depends on no file. Give "
          + "options instead.\n", status: .usage)
    }
    return parsed
  }

  /// What the argument parser reads.
  static func parsed(
    _ arguments: [String], _ inputIsTerminal: Bool
  ) throws(Message) -> Parsed {
    do {
      var command = try Tally_.parseAsRoot(arguments)
      if let run = command as? RunFiles {
        return Parsed(
          work: .files(run.files), given: run.given, parameters: run.parameters,
          own: run.own.request)
      }
      if let test = command as? TestFiles {
        return Parsed(
          work: .tests(test.files, isUpdating: test.update),
          given: test.look.given + test.date.given, own: test.own.request)
      }
      if let export = command as? Export {
        return Parsed(
          work: .package(export.package), given: export.date.given, own: export.own.request)
      }
      if let printing = command as? any Prints {
        throw Message(text: printing.text, status: .success)
      }
      if let asking = command as? any AsksForWork { return asking.request }
      if let root = command as? Tally_ {
        let idle: Work = inputIsTerminal ? .conversation : .files(["-"])
        return Parsed(
          work: root.e.isEmpty ? idle : .queries(root.e), given: root.given,
          config: root.prompt.choice, own: root.own.request)
      }
      // A command of the parser's own, such as help: it answers by throwing.
      try command.run()
      throw CleanExit.helpRequest()
    } catch let message as Message {
      throw message
    } catch {
      let isAnswer = Tally_.exitCode(for: error) == .success
      var text = Tally_.fullMessage(for: error) + "\n"
      if !isAnswer, let script = arguments.first, script.hasSuffix(".tally") {
        text += "To run a script: tally run \(script)\n"
      }
      throw Message(text: text, status: isAnswer ? .success : .usage)
    }
  }
}
