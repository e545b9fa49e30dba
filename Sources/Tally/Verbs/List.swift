// list: the rows themselves.

extension Verb {
  /// The certain members of a set, row by row, with the number of those that may belong.
  public static let list = Verb(
    name: "list", summary: "the rows themselves",
    grammar: #"list ::= "list" set"#,
    examples: [
      "list counties in NM where not detainers | show name, detainers",
      "list agencies in IL | take 10",
    ],
    parse: { parser, core in core.set = parser.set() },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set else { throw .wantsWord(core.span) }
      let set = try checker.set(node)
      checker.noteRepeatedFields(core, relation: set.relation)
      return .rows(set)
    })
}
