// check: published numbers against what the record gives.

extension Verb {
  /// Every published number recomputed, and the sums and percentages of each document.
  public static let check = Verb(
    name: "check", summary: "published figures against what the record gives",
    grammar: #"check ::= "check" name ( "from" STRING )?"#,
    examples: ["check figures", "check figures from \"ILRC 2016\""],
    parse: { parser, core in
      let name = parser.name(.checkable, "what to check, such as figures")
      core.subject = name
      guard parser.take("from") else { return }
      parser.wish(.name(.document(of: name.text)))
      core.document = parser.quoted("the name of a document in quotes")
    },
    lower: { core, checker throws(Diagnostic) in
      guard let subject = core.subject else { throw .wantsWord(core.span) }
      return try checker.checked(subject, from: core.document)
    })
}

extension Checker {
  /// The plan of a check.
  func checked(_ subject: Name, from document: Quoted?) throws(Diagnostic) -> LogicalPlan {
    guard let number = dataset.relation(subject.text), let roles = schema(number).figures else {
      let known = dataset.relations.filter { $0.schema.figures != nil }.map(\.schema.name)
      throw .cannotBeChecked(subject, known: known)
    }
    guard let document else { return .check(CheckPlan(relation: number)) }
    guard case .text(_, let texts)? = dataset.relations[number].column(roles.document)?.values,
      texts.contains(where: { $0.lowercased() == document.text.lowercased() })
    else {
      throw .noSuchDocument(document.span, document.text, near: near(document.text, number, roles))
    }
    return .check(CheckPlan(relation: number, document: document.text))
  }

  private func near(_ text: String, _ relation: Int, _ roles: FigureRoles) -> [String] {
    guard case .text(_, let texts)? = dataset.relations[relation].column(roles.document)?.values
    else { return [] }
    let part = texts.filter { $0.lowercased().contains(text.lowercased()) }
    return part.isEmpty || text.isEmpty ? Spelling.nearest(text, in: Array(texts)) : part
  }
}
