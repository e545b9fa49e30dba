// chart: an answer drawn as bars, lines or dots.

extension Verb {
  /// A picture of numbers.
  public static let chart = Verb(
    name: "chart", summary: "numbers as bars, lines or dots",
    grammar: #"""
      chart ::= "chart" ( count | share | aggregate | top | table | compare )
        ( "as" ( "bars" | "lines" | "dots" ) )?
      """#,
    examples: ["chart count counties where detainers by region as bars"],
    parse: { parser, core in
      core.inner = [parser.core(among: Parser.measuring + ["top", "bottom", "table", "compare"])]
      for form in ["bars", "lines", "dots"] where parser.takeAs(form) {
        core.form = Name(text: form, span: parser.previousSpan)
        return
      }
    },
    lower: { core, _ throws(Diagnostic) in throw .notYet(core.verb) })
}
