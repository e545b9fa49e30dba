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
    lower: { core, checker throws(Diagnostic) in
      guard let set = core.set else { return try checker.inner(core) }
      return .rows(try checker.set(set))
    },
    draws: Drawing(
      question: { core in core.inner.first ?? core.listed },
      stages: { $0.inner.isEmpty ? ["known"] : ["sort", "total", "known"] },
      picture: { core, asked, plan, source throws(Diagnostic) in
        core.inner.isEmpty
          ? try plan.placesMap(asked, source) : try plan.tileMap(asked, source)
      }))
}

extension Core {
  /// The question for the rows of its set.
  fileprivate var listed: Core? {
    guard let set else { return nil }
    var core = Core(verb: Name(text: Verb.list.name, span: verb.span), span: set.span)
    core.set = set
    return core
  }
}

extension QueryPlan {
  /// A dot for each row of a set, where its things have a latitude and a longitude.
  fileprivate func placesMap(_ core: Core, _ source: Source) throws(Diagnostic) -> PicturePlan {
    guard let set = plan.set else { throw .wantsWord(core.span) }
    let schema = dataset.relations[set.relation].schema
    guard let latitude = FieldRef.own("latitude", of: schema),
      let longitude = FieldRef.own("longitude", of: schema)
    else { throw .noPosition(core.span, schema.name, source.text(core.span)) }
    return PicturePlan(
      form: .places, title: source.text(core.span), definitions: definitions,
      places: PicturePlan.Places(set: set, latitude: latitude, longitude: longitude))
  }

  /// A tile for each state, where the groups are the states.
  fileprivate func tileMap(_ core: Core, _ source: Source) throws(Diagnostic) -> PicturePlan {
    guard isByState else { throw .mapWantsStates(core, source) }
    return PicturePlan(form: .tiles, title: source.text(core.span), definitions: definitions)
  }

  /// Whether each group is a place that no other place holds.
  private var isByState: Bool {
    var plan = plan
    if case .across(let days, place: nil) = plan, let first = days.first { plan = first.plan }
    guard let keys = plan.groups?.keys, keys.count == 1, let key = keys.first,
      case .link(let target) = key.field.type, let relation = dataset.relation(target),
      let place = dataset.relations[relation].schema.place
    else { return false }
    return place.within == nil
  }
}

extension FieldRef {
  /// A number field of a relation's own rows.
  fileprivate static func own(_ name: String, of schema: RelationSchema) -> FieldRef? {
    guard let column = schema.field(name), schema.fields[column].type == .number else { return nil }
    return FieldRef(hops: [], column: column, field: schema.fields[column], text: name)
  }
}

extension Parser {
  /// Whether a number is asked for here, and no set: `count` before things, `sum` before a number,
  /// `share` before `among`.
  fileprivate var beginsMeasure: Bool {
    mutating get {
      for rule in table.verbs where Parser.measuring.contains(rule.word) {
        wish(.verb(rule.word, rule.meaning))
      }
      guard current.kind == .word, Parser.measuring.contains(current.text) else { return false }
      if next.kind == .end { return isWishing }
      if current.text == "share" { return next.isWord("where") && (isWishing || isAhead("among")) }
      let isName = next.kind == .word && !Reserved.contains(next.text)
      if isName || next.kind == .symbol(.open) { return true }
      return current.text == "count" && next.kind == .result
    }
  }
}
