// `:as-of`: the date of what is asked without one.

import Tally

extension Command {
  /// Sets the date of queries that name none, or says which it is.
  static let asOf = Command(
    name: "as-of", usage: ":as-of [period]",
    summary: "the date of what is asked without one, or which it is",
    arguments: { session in
      let days = session.dataset.relations.indices.flatMap(session.dataset.lists)
      return [("latest", "the record's last day, \(session.dataset.latest)")]
        + Set(days).sorted().map { ($0.description, "the day of a list") }
    }
  ) { shell, argument in
    if !argument.isEmpty, let problem = shell.session.setAsOf(argument) {
      shell.report.complain(
        ([problem.message] + problem.help).joined(separator: "; "),
        problem.severity == .error ? .error : .note)
      guard problem.severity != .error else { return }
    }
    let latest = shell.session.dataset.latest
    let day = shell.session.asOf ?? latest
    shell.report.line("as of \(day)" + (day == latest ? ", the latest" : ""))
  }
}
