// The work of `tally fmt`: reads scripts, lays them out, puts them back where they differ.

import Tally

/// A run over scripts that goes on after one that cannot be read, parsed or written.
struct FileFormatting {
  /// Where names and mistakes go.
  let report: Report
  /// Whether files are only compared.
  let isCheck: Bool

  /// Formats files in order; `-` is standard input, which is written to standard output.
  /// - Returns: the gravest of what became of the files.
  func run(_ files: [String]) -> ExitStatus {
    var statuses = files.map(format)
    if let problem = report.outputProblem {
      report.complain(problem)
      statuses.append(.failure)
    }
    return statuses.max { $0.rawValue < $1.rawValue } ?? .success
  }

  private func format(_ file: String) -> ExitStatus {
    let source: Source
    do {
      source = try InputFile.read(file)
    } catch {
      report.complain(error.message)
      return .usage
    }
    let script = Session.formatted(source)
    for mistake in script.mistakes { report.show(mistake, in: source) }
    let parsed = script.mistakes.isEmpty ? ExitStatus.success : .usage
    if isCheck { return parsed == .success ? compared(script, source) : parsed }
    guard file != "-" else {
      report.output.write(script.text)
      return parsed
    }
    guard Array(script.text.utf8) != source.bytes else { return parsed }
    do {
      try FileReplacement.write(script.text, to: file)
    } catch {
      report.complain(error.message)
      return .failure
    }
    return parsed
  }

  private func compared(_ script: FormattedScript, _ source: Source) -> ExitStatus {
    guard Array(script.text.utf8) != source.bytes else { return .success }
    report.line(source.name)
    return .failure
  }
}
