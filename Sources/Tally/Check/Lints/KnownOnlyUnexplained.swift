// L105: unknown rows left out, and nobody says why.

extension Lint {
  /// `known only` without a comment on its line, on the line above, or above its statement.
  static let knownOnlyUnexplained = Lint(
    code: "L105", meaning: "known only without a comment",
    reason: """
      known only leaves out every row whose answer is not known, which may be most of them. That \
      can be right, and whoever reads the script should learn why: write a comment behind it or \
      above.
      """,
    wrong: "share where detainers among counties as of 2026-05-18 | known only",
    right: """
      -- Of the counties whose rules the record settles, as the text says.
      share where detainers among counties as of 2026-05-18 | known only
      """,
    find: { script in
      script.queries.compactMap { query, line in
        guard let stage = query.stages.first(where: { $0.name.text == "known" }) else { return nil }
        let own = script.source.line(at: stage.span.start)
        let first = script.source.line(at: line.statement.span.start)
        guard script.commentLines.isDisjoint(with: [own, own - 1, first - 1]) else { return nil }
        return Finding(
          span: stage.span, message: "this leaves rows out, and no comment says why",
          help: ["write a comment behind it or above: -- of the counties whose rules are known"])
      }
    })
}
