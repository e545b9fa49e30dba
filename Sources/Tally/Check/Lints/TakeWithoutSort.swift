// L103: the first rows of an order that nobody chose.

extension Lint {
  /// `take` or `skip` before any `sort`.
  static let takeWithoutSort = Lint(
    code: "L103", meaning: "take without sort",
    reason: """
      Without sort, rows come in the order of their keys: counties by their FIPS codes, Alabama \
      first. The first of them are no sample, and not the largest of anything. Sort before you \
      take, or ask with top.
      """,
    wrong: "list states | take 5", right: "list states | sort by name | take 5",
    find: { script in
      script.queries.compactMap { query, _ in
        let core = query.core.innermost
        guard !core.isResult, !["top", "bottom", "show", "check"].contains(core.verb.text),
          let cut = query.stages.first(where: { ["sort", "take", "skip"].contains($0.name.text) }),
          cut.name.text != "sort"
        else { return nil }
        return Finding(
          span: cut.span, message: "\(cut.name.text) without sort keeps rows in an order of keys",
          help: ["put | sort by and a column before it, or begin with top"])
      }
    })
}
