// Each parsing function carries the grammar's own line, and no other.

import Testing

@Suite("Grammar in the sources") struct GrammarCommentTests {
  @Test func `every rule stands word for word in the sources`() throws {
    let syntax = try PackageRoot.files(under: "Sources/Tally/Syntax")
    let descriptors = try ["Verbs", "Stages"].flatMap {
      try PackageRoot.files(under: "Sources/Tally/" + $0)
    }
    let claims =
      syntax.flatMap(GrammarComments.inDocComments)
      + descriptors.flatMap(GrammarComments.inDocComments)
      + descriptors.flatMap(GrammarComments.inDescriptors)
    #expect(claims.count > 20)
    let faults = GrammarClaims.faults(try TheGrammar.read(), claims)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func `claims are found over several lines, in raw and in plain strings`() {
    let parser = ProjectFile(
      path: "P.swift",
      text: """
          /// Reads a thing.
          ///
          /// thing ::= "a" other
          ///         | "b"
          ///
          /// Then more words.
          func thing() {}
          /// other ::= WORD
          /// No word of the rule.
        """)
    #expect(
      GrammarComments.inDocComments(parser) == [
        GrammarClaim(rule: "thing", text: "thing ::= \"a\" other | \"b\"", place: "P.swift:3"),
        GrammarClaim(rule: "other", text: "other ::= WORD", place: "P.swift:8"),
      ])
    let verb = ProjectFile(
      path: "V.swift",
      text: #"""
        let a = Verb(grammar: "a ::= \"x\"  y?")
        let b = Verb(
          grammar: ##"b ::= "x" c ::= y"##)
        """#)
    #expect(
      GrammarComments.inDescriptors(verb) == [
        GrammarClaim(rule: "a", text: "a ::= \"x\" y ?", place: "V.swift:1"),
        GrammarClaim(rule: "b", text: "b ::= \"x\"", place: "V.swift:3"),
        GrammarClaim(rule: "c", text: "c ::= y", place: "V.swift:3"),
      ])
  }

  @Test func `a line that differs, one too many and one too few are told`() throws {
    let grammar = try EBNF("a ::= b \"x\"? b ::= \"y\" c c ::= WORD")
    func claim(_ rule: String, _ text: String) -> GrammarClaim {
      GrammarClaim(rule: rule, text: text, place: "P.swift:1")
    }
    let right = [claim("a", "a ::= b \"x\" ?"), claim("b", "b ::= \"y\" c")]
    #expect(GrammarClaims.faults(grammar, right) == [])
    #expect(GrammarClaims.faults(grammar, [right[0]]) == ["no source states the rule b"])
    #expect(GrammarClaims.faults(grammar, right + [claim("d", "d ::= c")]).count == 1)
    #expect(GrammarClaims.faults(grammar, [claim("a", "a ::= b \"x\""), right[1]]).count == 1)
  }
}
