// The definitions that a person keeps between sessions: an ordinary script of theirs.

import Glibc
import Tally

/// The file of kept definitions. Only the prompt reads it, so that no script depends on it.
struct KeptDefinitions {
  /// Where it is.
  let path: String

  /// The path by the XDG rules; nil where there is no home.
  static var usualPath: String? { ConfigFile.folder.map { $0 + "/kept.tally" } }

  /// What the file says at its head.
  static let heading =
    "-- Kept with :keep at the prompt of tally, which reads this when it starts."

  /// The text of the file; empty where there is none.
  func text() throws(FileProblem) -> String {
    guard access(path, F_OK) == 0 else { return "" }
    var found = stat()
    guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path, because: "it is not a regular file")
    }
    let source = try InputFile.read(path)
    return source.text(Span(0, source.bytes.count))
  }

  /// Gives a session the definitions of the file.
  /// - Returns: the definitions, and each mistake by its place; the others are read.
  func load(
    into session: inout Session
  ) throws(FileProblem) -> (kept: [Definition], mistakes: [Outcome]) {
    let text = try text()
    var kept: [Definition] = []
    var mistakes: [Outcome] = []
    session.run(Source(name: path, text), isTest: true) { outcome in
      if case .defined(let definition) = outcome.effect {
        kept.removeAll { $0.name == definition.name }
        kept.append(definition)
      }
      if outcome.failed { mistakes.append(outcome) }
      return true
    }
    return (kept, mistakes)
  }

  /// Writes a definition into the file, in the place of one of its name.
  func keep(_ definition: Definition, of dataset: Dataset) throws(FileProblem) {
    let lock = lock()
    defer { close(lock) }
    let before = try text()
    let others = KeptDefinitions.without(definition.name, in: before, dataset) ?? before
    let start = others.trimmed.isEmpty ? KeptDefinitions.heading : others.trimmed
    try write(start + "\n\n" + definition.statement + "\n")
  }

  /// Takes a definition out of the file.
  /// - Returns: whether it was there.
  func forget(_ name: String, of dataset: Dataset) throws(FileProblem) -> Bool {
    let lock = lock()
    defer { close(lock) }
    guard let rest = KeptDefinitions.without(name, in: try text(), dataset) else { return false }
    try write(rest)
    return true
  }

  /// A text without the definitions of a name and their comments; nil where there are none.
  static func without(_ name: String, in text: String, _ dataset: Dataset) -> String? {
    let source = Source(text)
    var session = Session(dataset: dataset)
    var found: [Span] = []
    session.run(source, isTest: true) { outcome in
      let words = source.text(outcome.span).lowercased()
        .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      if words.first == "define", words.dropFirst().first == name[...] {
        found.append(withNotes(outcome.span, in: source))
      }
      return true
    }
    guard !found.isEmpty else { return nil }
    var rest = ""
    var at = 0
    for span in found {
      rest += source.text(Span(at, span.start))
      at = span.end
    }
    return rest + source.text(Span(at, source.bytes.count))
  }

  /// A definition with the lines of `---` above it and the line ends behind it.
  private static func withNotes(_ span: Span, in source: Source) -> Span {
    var line = source.line(at: span.start)
    while line > 0, source.text(source.lineSpan(line - 1)).trimmed.hasPrefix("---") { line -= 1 }
    var end = span.end
    while end < source.bytes.count, source.bytes[end] == UInt8(ascii: "\n") { end += 1 }
    return Span(source.lineSpan(line).start, end)
  }

  /// Keeps other prompts from the file until the descriptor is closed: it is the folder's, for the
  /// file itself is replaced. Where there is no lock to be had, a later write wins.
  private func lock() -> Int32 {
    FilePath.makeFolders(of: path)
    let name = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    while folder >= 0, flock(folder, LOCK_EX) != 0, errno == EINTR {}
    return folder
  }

  private func write(_ text: String) throws(FileProblem) {
    try NewFile.write(text, to: path, replaces: true)
  }
}
