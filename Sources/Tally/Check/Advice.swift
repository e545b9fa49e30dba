// Better advice for mistakes whose cause lies elsewhere than where they show.

extension Checker {
  /// What a head that is no relation may have been meant for.
  func unknownRelation(_ name: Name, _ term: SetTerm) -> Diagnostic {
    if let meant = dataset.relations.first(where: { $0.schema.singular == name.text }) {
      return .singularThing(name, meant.schema.name)
    }
    let place = Place(kind: .name, text: source.text(name.span), span: name.span)
    if let found = try? resolve(place) {
      let things = dataset.relations.first { $0.schema.place?.within != nil }?.schema.name
      return .placeIsNoThing(name, typed: place.text, kind: schema(found.relation).singular, things)
    }
    let owner = dataset.relations.first { $0.schema.field(name.text) != nil }
    guard let schema = owner?.schema, let column = schema.field(name.text) else {
      return .unknownRelation(name, known: dataset.relations.map(\.schema.name))
    }
    let isAnswer = schema.fields[column].type == .answer
    return .fieldIsNoRelation(
      name, type: schema.fields[column].type.word, owner: schema.name,
      fix: isAnswer ? askedOf(schema.name, name, term) : nil)
  }

  /// `detainers in Texas` as `counties in Texas where detainers`.
  private func askedOf(_ relation: String, _ name: Name, _ term: SetTerm) -> Fix? {
    guard term.of.isEmpty else { return nil }
    let rest = source.text(Span(name.span.end, term.span.end))
    return Fix(term.span, "\(relation)\(rest) where \(name.text)")
  }

  /// A field that is not there: near words, or the linked relation that has it.
  func unknownField(_ name: Name, _ schema: RelationSchema, _ scope: Scope) -> Diagnostic {
    if schema.links.contains(where: { $0.name == name.text }) {
      return .linkIsNoValue(name, schema.singular)
    }
    if LinkNumber.all.contains(where: { $0.name == name.text || $0.name == name.text + " of" }) {
      return .unknownField(
        name, schema.name, near: [],
        help: ["a number of linked rows stands in brackets, as in: sum (count of agreements) of"])
    }
    let names = schema.fields.map(\.name) + schema.links.map(\.name) + scope.named.map(\.name)
    let near = Spelling.nearest(name.text, in: names)
    if near.isEmpty {
      for link in schema.links {
        guard let target = dataset.relation(link.target),
          self.schema(target).field(name.text) != nil
        else { continue }
        return .fieldOfLinked(name, schema.name, owner: link.name, fix: nil)
      }
    }
    let ways = near.isEmpty ? ways(to: name.text, from: schema) : []
    if !ways.isEmpty { return .fieldOfLinkedRow(name, schema.name, ways) }
    let place = Place(kind: .name, text: name.text, span: name.span)
    let isPlace = (try? resolve(place)) != nil
    let help = isPlace ? ["a place follows \"in\", as in: in \(source.text(name.span))"] : []
    let listing = "fields: " + schema.fields.map(\.name).joined(separator: " ")
    let words = near.map { word in
      schema.links.contains { $0.name == word } ? "has \(word)" : word
    }
    return .unknownField(
      name, schema.name, near: words,
      help: near.isEmpty ? help + [listing] + linkAdvice(schema, named: name.text) : help)
  }

  /// The mistake of a `where`, seen beside the filters around it.
  func betterAdvice(
    _ error: Diagnostic, at index: Int, of term: SetTerm, relation: Int
  ) -> Diagnostic {
    guard case .condition(let expr, let span) = term.filters[index] else { return error }
    if error.code == "T305", index > 0, case .with(let quantity) = term.filters[index - 1],
      case .name(let link) = quantity.link
    {
      let filter = "(\(link.text) \(source.text(span)))"
      let fix = Fix(link.span.joined(span), filter)
      return error.advising([fix])
    }
    if error.code == "T411", index + 1 < term.filters.count, case .path(let path) = expr,
      case .places(let places, let placesSpan) = term.filters[index + 1]
    {
      return inPlaces(error, path, span, places, placesSpan)
    }
    return error
  }

  /// `where state in TX, CA` as `in TX, CA`, or with brackets.
  private func inPlaces(
    _ error: Diagnostic, _ path: Path, _ span: Span, _ places: [Place], _ placesSpan: Span
  ) -> Diagnostic {
    let typed = places.map { source.text($0.span) }.joined(separator: ", ")
    let whole = span.joined(placesSpan)
    return error.advising([
      Fix(whole, "in \(typed)"), Fix(whole, "where \(path.text) in (\(typed))"),
    ])
  }
}
