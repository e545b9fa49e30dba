// changes: which rows changed their answer between two days, and how.

extension Verb {
  /// How many rows went from each answer to each, and which.
  public static let changes = Verb(
    name: "changes", summary: "which answers changed between two days",
    grammar: #"changes ::= "changes" "in" path "of" set "from" period "to" period"#,
    examples: ["changes in detainers of counties in California from 2017 to 2026"],
    parse: { parser, core in
      parser.expect("in", "\"in\" and an answer, as in: changes in detainers of counties")
      parser.heads.append(parser.headAfter("of"))
      core.measure = parser.path()
      parser.heads.removeLast()
      parser.expect("of", "\"of\" and the things to look at")
      core.set = parser.set()
      parser.expect("from", "\"from\" and a period")
      core.from = parser.period()
      parser.expect("to", "\"to\" and a period")
      core.to = parser.period()
    },
    lower: { core, _ throws(Diagnostic) in throw .notYet(core.verb) })
}
