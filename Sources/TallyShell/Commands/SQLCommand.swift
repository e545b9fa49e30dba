// `:sql`: the last question in the language of databases.

import Tally

extension Command {
  private static let engines = SQLDialect.all.map(\.name)

  /// The prefix `sql`, for the last answer.
  static let sql = Command(
    name: "sql", usage: ":sql [engine]", summary: "the last question in SQL, for a database",
    purpose: .look,
    detail: "Writes the last question as a statement in SQL that gives the same numbers on the "
      + "record's exported tables: " + engines.joined(separator: ", ") + ". The same as the word "
      + "sql before the question.",
    examples: [":sql", ":sql duckdb"],
    arguments: { _ in engines.map { ($0, "a statement for \($0)") } }
  ) { shell, argument in
    guard let engine = shell.choice(argument, of: engines, for: "sql") else { return }
    shell.askAboutLast(engine.isEmpty ? "sql" : "sql " + engine)
  }
}
