// `:set`: gives a parameter its value.

import Tally

extension Command {
  /// Sets a parameter, or lists them where nothing is said.
  static let setParameter = Command(
    name: "set", usage: ":set name=value", summary: "give a parameter a value, used as $name",
    detail: "A parameter stands for one value in questions and scripts: after :set place=TX, "
      + "count counties in $place asks about Texas. A value is a number, a date, yes, no or a "
      + "text; a text needs no quotes here. How answers look is not a parameter: see :settings.",
    examples: [":set place=TX", "count counties in $place with agreements"],
    arguments: { session in
      session.parameters.sorted { $0.key < $1.key }.map { ($0.key + "=", "now \($0.value)") }
    }
  ) { shell, argument in
    guard !argument.isEmpty else { return Command.listParameters(in: shell) }
    guard let (name, value) = Assignment.read(argument) else {
      return shell.report.complain("write :set name=value, such as :set place=TX")
    }
    if let problem = Assignment.set(name, to: value, in: &shell.session) {
      return shell.report.complain("\(argument): \(problem)")
    }
    shell.report.line("$\(name) is \(shell.session.parameters[name] ?? value)", .muted)
  }
}

/// A parameter and a value as people type them.
enum Assignment {
  /// The parts of `name=value` or `name value`; nil where one is missing.
  static func read(_ text: String) -> (name: String, value: String)? {
    let end = text.firstIndex { $0 == "=" || $0.isWhitespace }
    guard let end else { return nil }
    var rest = String(text[end...]).trimmed
    if rest.first == "=" { rest = String(rest.dropFirst()).trimmed }
    var name = String(text[..<end]).lowercased()
    if name.first == "$" { name.removeFirst() }
    return name.isEmpty || rest.isEmpty ? nil : (name, rest)
  }

  /// Gives a parameter its value; what is no value of the language is taken as a text.
  /// - Returns: what is wrong.
  static func set(_ name: String, to value: String, in session: inout Session) -> String? {
    guard !value.contains(where: \.isNewline) else { return "a value has one line" }
    guard name.first?.isLetter == true, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return "the name of a parameter begins with a letter and has letters, digits and _" }
    var trial = session
    let problem = trial.set(parameter: name, toLiteral: value)
    // What the language reads only a part of, such as `1; count counties`, is no value of it.
    if problem == nil, trial.parameters[name] == value {
      session = trial
      return nil
    }
    let quoted = "\"\(value)\""
    guard !value.contains("\""), session.set(parameter: name, toLiteral: quoted) == nil else {
      return problem?.message ?? "write a number, a date, yes, no or a text"
    }
    return nil
  }
}
