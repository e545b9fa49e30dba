// `:edit`: an entry in the reader's own editor.

import Glibc
import Tally

extension Command {
  /// Opens an entry in an editor and runs what comes back changed.
  static let edit = Command(
    name: "edit", usage: ":edit [n]", summary: "change entry n in your editor, then run it",
    purpose: .ask,
    detail: "Opens the entry, or the last question, in the editor that the variable VISUAL or "
      + "EDITOR names, else in vi. What was changed is run when the editor is closed; what was "
      + "not is not.",
    examples: [":edit", ":edit 3"], isRemembered: false
  ) { shell, argument in
    let before: String
    if argument.isEmpty, shell.history.lastQuestion == nil {
      before = ""
    } else {
      guard let entry = shell.recalled(argument, for: "edit") else { return }
      before = entry
    }
    switch EditedText.edit(before) {
    case .changed(let text):
      shell.report.entry(text)
      shell.take(text)
    case .unchanged: shell.report.paragraph("Nothing was changed, so nothing is run.", .muted)
    case .empty: shell.report.paragraph("The text is empty, so nothing is run.", .muted)
    case .failed(let problem, let text):
      shell.report.complain(problem)
      guard let text else { return }
      shell.history.remember(text)
      shell.report.paragraph("What was written is not lost: Up brings it back.", .muted)
    }
  }
}

/// What came of editing a text.
enum EditedText: Equatable {
  case changed(String)
  case unchanged
  case empty
  /// Why it failed, and the text if it was changed before.
  case failed(String, String?)

  /// Lets the reader's editor change a text, by way of a file that only they can read.
  static func edit(_ text: String) -> EditedText {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    let suffix = ".tally"
    var template = Array("\(folder)/tally-XXXXXX\(suffix)".utf8CString)
    // Made with mode 0600 and a name that nobody has; the system writes the name into the bytes.
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else {
      return .failed("\(FileProblem(folder, errno).message), so nothing can be edited", nil)
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // What was written there and cannot be read is the reader's own, and stays.
    var isLeft = false
    defer { if !isLeft { unlink(path) } }
    let sink = Sink(descriptor)
    sink.write(text.isEmpty ? "" : text + "\n")
    close(descriptor)
    if let failure = sink.failure { return .failed(FileProblem(path, failure).message, nil) }
    let problem = ChildProcess.edit(path)
    let after: String
    do throws(FileProblem) {
      let source = try InputFile.read(path)
      after = source.text(Span(0, source.bytes.count)).trimmed
    } catch {
      isLeft = true
      return .failed("\(error.message): nothing is run; the text stays in the file \(path)", nil)
    }
    let isChanged = after != text.trimmed
    if let problem { return .failed(problem, isChanged && !after.isEmpty ? after : nil) }
    if after.isEmpty { return .empty }
    return isChanged ? .changed(after) : .unchanged
  }
}
