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
      return linkIsNoValue(name, schema)
    }
    if LinkNumber.all.contains(where: { $0.name == name.text || $0.name == name.text + " of" }) {
      return .unknownField(
        name, schema.name, near: [],
        help: ["a number of linked rows stands in brackets, as in: sum (count of agreements) of"])
    }
    let names = schema.fields.map(\.name) + schema.links.map(\.name) + scope.named.map(\.name)
    let isEmpty = ["empty", "blank", "missing", "na"].contains(name.text)
    let near = isEmpty ? ["unknown"] : Spelling.nearest(name.text, in: names)
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

  /// `agreements > 2` is about how many there are; else it may be whether there is one.
  private func linkIsNoValue(_ name: Name, _ schema: RelationSchema) -> Diagnostic {
    var start = name.span.start
    while start > 0, isOfPath(source.bytes[start - 1]) { start -= 1 }
    let path = Span(start, name.span.end)
    let next = source.bytes[name.span.end...].first { $0 != UInt8(ascii: " ") }
    return .linkIsNoValue(
      name, schema.singular, at: path, written: source.text(path),
      isCompared: next.map { "<>=!".utf8.contains($0) } ?? false)
  }

  /// Whether a byte belongs to a path: `county.agreements`.
  private func isOfPath(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte >= 128
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The mistake of a `where`, seen beside the filters around it.
  func betterAdvice(
    _ error: Diagnostic, at index: Int, of term: SetTerm, relation: Int
  ) -> Diagnostic {
    guard case .condition(let expr, let span) = term.filters[index] else { return error }
    if ["T301", "T305"].contains(error.code), index > 0,
      case .with(let quantity) = term.filters[index - 1],
      let (link, target) = linked(quantity.link, from: relation),
      schema(target).field(source.text(error.span)) != nil
    {
      let filter = "(\(link.text) \(source.text(span)))"
      return error.advising([Fix(link.span.joined(span), filter)])
    }
    if error.code == "T411", index + 1 < term.filters.count, case .path(let path) = expr,
      case .places(let places, let placesSpan) = term.filters[index + 1]
    {
      return inPlaces(error, path, span, places, placesSpan)
    }
    return error
  }

  /// The last name of a way to linked rows, and what they are.
  private func linked(_ link: LinkRef, from relation: Int) -> (name: Name, target: Int)? {
    switch link {
    case .set: nil
    case .name(let name): findJoin(from: relation, named: name.text).map { (name, $0.to) }
    case .through(let name, let inner):
      findJoin(from: relation, named: name.text).flatMap { linked(inner, from: $0.to) }
    }
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
