// `:script`: the session as a script.

import Glibc
import Tally

extension Command {
  /// Writes the session as a script to a file, or shows it.
  static let script = Command(
    name: "script", usage: ":script[!] [file]",
    summary: "this session as a script that expects its answers", purpose: .keep,
    detail: "What failed is left out, and a correction stands in its place. The date that a "
      + "question was asked with is said in it, and below it stands an expect with its answer, so "
      + "tally test passes on the file. Without a file the script is shown; a ! behind the name "
      + "replaces a file that is there.",
    examples: ["count counties in DE", ":script", ":script talk.tally"], takes: .file
  ) { shell, argument in
    let file = FileArgument(argument)
    let name = file.name ?? ""
    let path = HomeFolder.expanded(name)
    let dataset = shell.session.dataset
    let script = SessionScript(
      shell.journal, kept: shell.kept, dataset: dataset,
      heading: ScriptPath.heading(of: dataset, lost: shell.journal.lost) + shell.own.needs,
      place: path.isEmpty || FilePath.isHere(path) ? .here : .elsewhere,
      shouldStop: Interrupt.isRequested)
    guard !script.wasStopped else { return shell.report.complain("stopped: nothing is written") }
    guard script.questions > 0 else {
      return shell.report.complain(
        "there is no answered question yet: ask one, then :script", .note)
    }
    guard !path.isEmpty else { return shell.report.line(script.text.trimmed) }
    do throws(FileProblem) {
      try NewFile.write(script.text, to: path, replaces: file.replaces)
    } catch {
      return shell.report.complain(error.message)
    }
    let count = script.questions == 1 ? "1 question" : "\(script.questions) questions"
    shell.report.line("\(name): \(count). tally test \(name) asks again", .muted)
    if script.leftOut > 0 {
      shell.report.complain(
        "\(script.leftOut) are comments: their answers cannot be had again", .note)
    }
  }
}

/// What surrounds the script of a session.
enum ScriptPath {
  /// What a script says of itself.
  static func heading(of dataset: Dataset, lost: Int) -> [String] {
    let gone = lost == 0 ? [] : ["The first \(lost) statements of the session are not here."]
    return [
      "A session with \(Version.text), \(today).",
      "Dataset \(dataset.name) \(dataset.version), which ends on \(dataset.latest).",
      "sha256 \(dataset.hash)",
    ] + gone
  }

  /// The day by the clock of this machine.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    return day.map { "written on \($0)" } ?? "undated"
  }
}
