// `:keep` and `:forget`: definitions that later sessions begin with.

import Tally

extension Command {
  /// Keeps a definition for later sessions.
  static let keep = Command(
    name: "keep", usage: ":keep name", summary: "keep a definition for later sessions",
    purpose: .keep,
    detail: "Later sessions at the prompt know the name from their start; no script does. Names "
      + "in the definition are written out with the meaning that they have now. Without a name, "
      + "what is kept is listed.",
    examples: ["define big of counties as population > 1_000_000", ":keep big"],
    arguments: { session in session.definitions.map { ($0.name, $0.meaning) } }
  ) { shell, argument in
    guard !argument.isEmpty else { return shell.listKept() }
    guard let definition = shell.session.definition(called: argument) else {
      return shell.report.complain(
        "no definition is called \"\(argument)\": write define \(argument) as … first")
    }
    guard let file = shell.keptFile() else { return }
    do throws(FileProblem) {
      try file.keep(definition, of: shell.session.dataset)
    } catch {
      return shell.report.complain(error.message)
    }
    shell.kept.removeAll { $0.name == definition.name }
    shell.kept.append(definition)
    shell.report.line("kept, with the names in it written out:", .muted)
    shell.report.line(definition.statement)
  }

  /// Takes a kept definition out of the file; this session goes on with it.
  static let forget = Command(
    name: "forget", usage: ":forget name", summary: "no longer keep a definition",
    purpose: .keep,
    detail: "Later sessions no longer know the name; this one still does.",
    examples: [":forget big"],
    arguments: { session in session.definitions.map { ($0.name, $0.meaning) } }
  ) { shell, argument in
    let name = argument.lowercased()
    guard !name.isEmpty else {
      return shell.report.complain("write :forget and a name; :keep lists what is kept")
    }
    guard let file = shell.keptFile() else { return }
    do throws(FileProblem) {
      guard try file.forget(name, of: shell.session.dataset) else {
        return shell.report.complain(
          "no kept definition is called \"\(argument)\"; :keep lists what is kept")
      }
    } catch {
      return shell.report.complain(error.message)
    }
    shell.kept.removeAll { $0.name == name }
    shell.report.line("\(name) is no longer kept; this session still has it", .muted)
  }
}

extension Session {
  /// The definition of a name, letter case aside.
  fileprivate func definition(called name: String) -> Definition? {
    definitions.first { $0.name == name.lowercased() }
  }
}

extension Shell {
  /// Takes the kept definitions into the session; what is wrong with one is said by its place.
  mutating func loadKept() {
    guard let path = KeptDefinitions.usualPath else { return }
    do throws(FileProblem) {
      let found = try KeptDefinitions(path: path).load(into: &session)
      kept = found.kept
      for mistake in found.mistakes { _ = report.show(mistake) }
      if !found.mistakes.isEmpty {
        report.complain("\(path): what is wrong there was left out", .note)
      }
    } catch {
      report.complain("\(error.message): the kept definitions are not here")
    }
  }

  fileprivate func keptFile() -> KeptDefinitions? {
    guard let path = KeptDefinitions.usualPath else {
      report.complain("there is no home folder: definitions cannot be kept")
      return nil
    }
    return KeptDefinitions(path: path)
  }

  fileprivate func listKept() {
    guard !kept.isEmpty else {
      return report.complain("nothing is kept yet: write :keep and a name that you defined", .note)
    }
    for definition in kept { report.line(definition.statement) }
  }
}
