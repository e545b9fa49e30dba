// chart: an answer drawn as bars, lines or dots.

extension Verb {
  /// A picture of numbers.
  public static let chart = Verb(
    name: "chart", summary: "numbers as bars, lines or dots",
    grammar: #"""
      chart ::= "chart" ( count | share | aggregate | top | table | compare )
        ( "as" ( "bars" | "lines" | "dots" ) )?
      """#,
    examples: [
      "chart count counties where detainers by region as bars",
      "chart count counties where agreement_287g across years 2019, 2025, latest",
    ],
    parse: { parser, core in
      core.inner = [parser.core(among: Parser.measuring + ["top", "bottom", "table", "compare"])]
      for form in ["bars", "lines", "dots"] where parser.takeAs(form) {
        core.form = Name(text: form, span: parser.previousSpan)
        return
      }
      parser.refuseAs(unless: [], wanted: "bars, lines or dots")
    },
    lower: { core, checker throws(Diagnostic) in try checker.inner(core) },
    draws: Drawing(
      question: { $0.inner.first },
      stages: { _ in ["sort", "take", "skip", "keep", "known"] },
      picture: { core, asked, plan, source throws(Diagnostic) in
        let usual: Picture.Form = plan.isAcrossYears ? .lines : .bars
        if let form = core.form, form.text == "lines", usual != .lines, !plan.isByDate {
          throw .linesWantYears(form)
        }
        return PicturePlan(
          form: core.form.flatMap { Picture.Form(rawValue: $0.text) } ?? usual,
          title: source.text(asked.span), definitions: plan.definitions)
      }))
}

extension QueryPlan {
  /// Whether its columns are one figure on each of several days.
  fileprivate var isAcrossYears: Bool {
    guard case .across(let days, place: nil) = plan, let first = days.first else { return false }
    return (first.plan.groups?.columns.count ?? 1) == 1 && first.plan.groups?.across == nil
  }

  /// Whether its groups are days, months or years.
  fileprivate var isByDate: Bool {
    guard let groups = plan.groups, groups.across == nil, groups.keys.count == 1 else {
      return false
    }
    return groups.keys.first?.field.type == .date
  }
}

extension Checker {
  /// The plan of the question within a core.
  mutating func inner(_ core: Core) throws(Diagnostic) -> LogicalPlan {
    guard let asked = core.inner.first,
      let verb = Verb.all.first(where: { $0.name == asked.verb.text })
    else { throw .wantsWord(core.span) }
    return try verb.lower(asked, &self)
  }
}
