// map: an answer drawn on a map.

extension Verb {
  /// A picture of places.
  public static let map = Verb(
    name: "map", summary: "states as tiles, counties as dots",
    grammar: #"map ::= "map" ( count | share | aggregate | set )"#,
    examples: [
      "map share where notify among counties by state", "map counties where not detainers",
    ],
    parse: { parser, core in
      if parser.beginsMeasure {
        core.inner = [parser.core(among: Parser.measuring)]
      } else {
        core.set = parser.set()
      }
    },
    lower: { core, _ throws(Diagnostic) in throw .notYet(core.verb) })
}

extension Parser {
  /// Whether a number is asked for here, and no set: `count` before things, `sum` before a field,
  /// `share` before `among`.
  fileprivate var beginsMeasure: Bool {
    mutating get {
      for rule in table.verbs where Parser.measuring.contains(rule.word) {
        wish(.verb(rule.word, rule.meaning))
      }
      guard current.kind == .word, Parser.measuring.contains(current.text) else { return false }
      if next.kind == .end { return isWishing }
      if current.text == "share" { return next.isWord("where") && isAhead("among") }
      let isName = next.kind == .word && !Reserved.contains(next.text)
      guard current.text == "count" else { return isName }
      return isName || next.kind == .symbol(.open) || next.kind == .result
    }
  }
}
