// compare: the same question on two days, or of two sets.

extension Verb {
  /// Two answers and their difference.
  public static let compare = Verb(
    name: "compare", summary: "the same question on two days, or of two sets",
    grammar: #"""
      compare ::= "compare" ( count | share | aggregate )
        ( "from" period "to" period | "against" set )
      """#,
    examples: [
      "compare count counties where detainers from 2017 to 2019",
      "compare share where detainers among counties in TX against counties in CA",
    ],
    parse: { parser, core in
      core.inner = [parser.core(among: Parser.measuring)]
      if parser.take("against") {
        core.against = parser.set()
        return
      }
      parser.expect("from", "\"from\" and a period, or \"against\" and a set")
      core.from = parser.period()
      parser.expect("to", "\"to\" and a period")
      core.to = parser.period()
    },
    lower: { core, _ throws(Diagnostic) in throw .notYet(core.verb) })
}

extension Parser {
  /// The verbs whose answer is a number, or one for each group.
  static let measuring = ["count", "share"] + Aggregator.allCases.map(\.rawValue)

  /// A core that begins with one of some verbs.
  mutating func core(among words: [String]) -> Core {
    let word = current
    for rule in table.verbs where words.contains(rule.word) { wish(.verb(rule.word, rule.meaning)) }
    guard word.kind == .word, !failed, words.contains(word.text), let rule = table.verb(word.text)
    else {
      unexpected(wanted: "one of \(words.joined(separator: ", "))")
      return Core(verb: Name(text: "", span: word.span), span: word.span)
    }
    advance(1)
    var core = Core(verb: Name(text: word.text, span: word.span), span: word.span)
    rule.parse(&self, &core)
    core.span = word.span.joined(previousSpan)
    return core
  }
}
