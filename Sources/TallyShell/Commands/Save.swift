// `:save`: writes the last answer to a file, without asking again.

import Tally

extension Command {
  /// Writes the last answer to a file.
  static let save = Command(
    name: "save", usage: ":save[!] file [name]",
    summary: "write the last answer to a file", purpose: .keep,
    detail: "Nothing is asked again. The name's ending says the format: csv, tsv, json, ndjson, "
      + "md, html, svg, txt, bib; a second word names another. Beside a CSV or TSV file a second "
      + "one says what the numbers rest on. A file that is there is replaced by :save! only.",
    examples: ["count counties by region", ":save regions.csv", ":save! regions.csv"],
    arguments: { _ in OutputFormat.all.map { ($0.name, $0.summary) } }, takes: .file
  ) { shell, argument in
    guard let answer = shell.lastAnswered?.answer else {
      return shell.report.complain("there is no answer yet: ask a question first, then save it")
    }
    switch SavedAnswer.parse(argument) {
    case .failure(let refusal): shell.report.complain(refusal.message)
    case .success(let saved): save(answer, saved, in: shell)
    }
  }

  private static func save(_ answer: Answer, _ saved: SavedAnswer, in shell: Shell) {
    if let refusal = saved.format.refusal(answer) { return shell.report.complain(refusal) }
    do throws(FileProblem) {
      try saved.write(answer)
    } catch {
      return shell.report.complain(error.message)
    }
    let beside = saved.sidecar.map { ", and what it rests on to \($0)" } ?? ""
    shell.report.confirm(
      "saved as \(saved.format.name) to \(saved.name)\(beside): \(answer.provenance.query)")
  }
}
