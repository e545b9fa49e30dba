// `:as-of`: the date of what is asked without one.

import Tally

extension Command {
  /// Sets the date of queries that name none, or says which it is.
  static let asOf = Command(
    name: "as-of", usage: ":as-of [period]",
    summary: "the date of what is asked without one, or which it is",
    detail: "A year, a month or a fiscal year means its last day; latest is the record's last day. "
      + "A question that names a date keeps it.",
    examples: [":as-of 2019", ":as-of latest"],
    arguments: { session in
      let days = session.dataset.relations.indices.flatMap(session.dataset.lists)
      return [("latest", "the record's last day, \(session.dataset.latest)")]
        + Set(days).sorted().map { ($0.description, "the day of a list") }
        + session.dataset.editions.map {
          (String($0.year), "\($0.relation) by the totals of \($0.name)")
        }
    }
  ) { shell, argument in
    if !argument.isEmpty, let problem = shell.session.setAsOf(argument) {
      shell.report.complain(
        ([problem.message] + problem.help).joined(separator: "; "),
        problem.severity == .error ? .error : .note)
      guard problem.severity != .error else { return }
    }
    if !argument.isEmpty { _ = shell.report.settings.set(.asOf, to: argument, from: .command) }
    let latest = shell.session.dataset.latest
    let day = shell.session.asOf ?? latest
    let totals = shell.session.dataset.editions.first { $0.year == shell.session.edition }
    shell.report.line(
      totals.map { "as of \($0.year): \($0.relation) by the totals of \($0.name), else \(day)" }
        ?? "as of \(day)" + (day == latest ? ", the latest" : ""))
  }
}
