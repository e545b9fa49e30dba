// Places: states by name or code, counties by "Name, ST" or FIPS.

extension Checker {
  /// That a row lies in one of some places.
  func within(_ places: [Place], _ relation: Int) throws(Diagnostic) -> Condition {
    var parts: [Condition] = []
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1] : nil
      if let next { try refuseSplitName(place, next) }
      let (target, row) = try resolve(place)
      parts.append(try within(target, row, relation, at: place.span))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// `Cook, IL` without quotes is two places, of which the second is where the first was meant to
  /// be: it is refused with its quotes, also where the first would be a place of its own.
  private func refuseSplitName(_ place: Place, _ next: Place) throws(Diagnostic) {
    guard place.kind == .name, next.kind == .name else { return }
    let whole = Place(
      kind: .text, text: "\(place.text), \(next.text)", span: place.span.joined(next.span))
    guard let found = try? find(whole), schema(found.relation).place?.within != nil else {
      return
    }
    throw .placeOrTwo(
      whole.span, whole.text, isTwo: (try? resolve(place)) != nil,
      two: "\"\(place.text)\", \(next.text)")
  }

  private func within(
    _ target: Int, _ row: Int, _ relation: Int, at span: Span
  ) throws(Diagnostic) -> Condition {
    if target == relation { return .isRow([row]) }
    let schema = schema(relation)
    let wanted = self.schema(target).name
    guard let column = schema.fields.firstIndex(where: { $0.type == .link(to: wanted) }) else {
      if let way = try wayTo(wanted, from: schema, at: span) { return .leadsTo(way, [row]) }
      throw .noPlaceHere(
        span, schema.name, self.schema(target).singular,
        help: linkAdvice(schema, self.schema(target)))
    }
    let field = schema.fields[column]
    try checkOneWay(to: wanted, from: schema, at: span)
    guard schema.locatedBy?.contains(field.name) ?? true else {
      throw .linkIsNoPlace(span, schema.name, field, source.text(span))
    }
    return .leadsTo(FieldRef(hops: [], column: column, field: field, text: field.name), [row])
  }

  /// Rows of the user's own that lead to places by two links are in two of them.
  private func checkOneWay(
    to place: String, from schema: RelationSchema, at span: Span
  ) throws(Diagnostic) {
    guard schema.timing == .undated else { return }
    let ways = schema.fields.filter { $0.type == .link(to: place) }.map(\.name)
    if ways.count > 1 { throw .severalWays(span, schema.name, ways) }
  }

  /// The way from rows of the user's own to an outer place: through the place that they link to.
  private func wayTo(
    _ place: String, from schema: RelationSchema, at span: Span
  ) throws(Diagnostic) -> FieldRef? {
    guard schema.timing == .undated else { return nil }
    let middles = schema.fields.compactMap { field -> String? in
      guard case .link(let name) = field.type, let middle = dataset.relation(name),
        self.schema(middle).place?.within != nil
      else { return nil }
      return name
    }
    for name in Set(middles) { try checkOneWay(to: name, from: schema, at: span) }
    for (column, field) in schema.fields.enumerated() {
      guard case .link(let name) = field.type, let middle = dataset.relation(name),
        let within = self.schema(middle).place?.within, let at = self.schema(middle).field(within),
        self.schema(middle).fields[at].type == .link(to: place)
      else { continue }
      return FieldRef(
        hops: [Hop(column: column, target: middle)], column: at,
        field: self.schema(middle).fields[at], text: "\(field.name).\(within)")
    }
    return nil
  }

  /// The row that a place names. An outer place (a state) is found before an inner one (a county),
  /// which needs the outer one beside it.
  func resolve(_ place: Place) throws(Diagnostic) -> (relation: Int, row: Int) {
    if let found = try find(place) { return found }
    throw place.kind == .fips ? .unknownFIPS(place.span, place.text) : unknownPlace(place)
  }

  /// The same without words for what is not found: nil.
  private func find(_ place: Place) throws(Diagnostic) -> (relation: Int, row: Int)? {
    let (outer, inner) = dataset.places
    if place.kind == .fips {
      for relation in inner {
        if let row = dataset.placeNames(relation).row(code: place.text) { return (relation, row) }
      }
      return nil
    }
    for relation in outer {
      let names = dataset.placeNames(relation)
      if let row = names.row(code: place.text) ?? names.rows(named: place.text).first {
        return (relation, row)
      }
    }
    for relation in inner {
      if let row = try inside(place, relation) { return (relation, row) }
    }
    return nil
  }

  /// An inner place by its full name: `Cook, IL`. Several of one name are an error that names them.
  private func inside(_ place: Place, _ relation: Int) throws(Diagnostic) -> Int? {
    let names = dataset.placeNames(relation)
    let parts = place.text.split(separator: ",", maxSplits: 1).map { trimmed($0) }
    let found: [Int]
    if parts.count == 2 {
      found = names.rows(named: parts[0]).filter { names.isWithin($0, parts[1]) }
      if found.count == 1 { return found[0] }
    } else {
      found = names.rows(named: place.text)
    }
    guard !found.isEmpty else { return nil }
    let labels = found.map { names.label($0) }
    throw .ambiguousPlace(
      place.span, place.text, schema(relation).name, labels: labels, codes: found.map(names.code),
      outer: outerPlace(named: place.text))
  }

  /// The row of one relation that a place names: `show state Washington`, `show county "Cook, IL"`.
  func resolve(_ place: Place, in relation: Int) throws(Diagnostic) -> Int {
    let names = dataset.placeNames(relation)
    if place.kind == .fips || schema(relation).place?.within == nil {
      if let row = names.row(code: place.text) ?? names.rows(named: place.text).first {
        return row
      }
    } else if let row = try inside(place, relation) {
      return row
    }
    let near = Spelling.nearest(place.text, in: names.allNames + names.allLabels)
    throw place.kind == .fips
      ? .unknownFIPS(place.span, place.text) : .unknownPlace(place.span, place.text, near: near)
  }

  /// How to ask for the outer place of a name that inner places have too.
  private func outerPlace(named name: String) -> String? {
    for relation in dataset.relations.indices {
      guard let place = schema(relation).place, place.within == nil else { continue }
      let names = dataset.placeNames(relation)
      if let row = names.rows(named: name).first {
        let singular = schema(relation).singular
        return "the \(singular) of \(names.label(row)) is: show \(singular) \(names.code(row))"
      }
    }
    return nil
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private func unknownPlace(_ place: Place) -> Diagnostic {
    let (outer, inner) = dataset.places
    let known = outer.flatMap { dataset.placeNames($0).allNames }
    let labels =
      place.text.contains(",") ? inner.flatMap { dataset.placeNames($0).allLabels } : []
    return .unknownPlace(
      place.span, place.text, near: Spelling.nearest(place.text, in: known + labels))
  }

  /// The rows of a link's target that the right side of `is` names.
  func linkedRows(_ expr: Expr, _ target: String) throws(Diagnostic) -> [Int] {
    guard let relation = dataset.relation(target) else { return [] }
    let place: Place
    switch expr {
    case .path(let path) where path.rest.isEmpty:
      place = Place(kind: .name, text: path.text, span: path.span)
    case .literal(.text(let text), let span): place = Place(kind: .text, text: text, span: span)
    case .literal(.fips(let digits), let span): place = Place(kind: .fips, text: digits, span: span)
    case .literal(.number(let number), let span) where schema(relation).place == nil:
      let text = WordedKeys.text(number, number) ?? source.text(span)
      place = Place(kind: .text, text: text, span: span)
    default: throw .wantsWord(expr.span)
    }
    if schema(relation).place != nil {
      let found = try resolve(place)
      guard found.relation == relation else {
        throw .wrongPlace(place.span, schema(relation).singular)
      }
      return [found.row]
    }
    let rows = rows(of: dataset.relations[relation], named: place.text)
    guard !rows.isEmpty else { throw .unknownRow(place.span, place.text, schema(relation)) }
    return rows
  }

  private func rows(of relation: Relation, named text: String) -> [Int] {
    let wanted = text.lowercased()
    return [relation.schema.key, relation.schema.title].flatMap { name -> [Int] in
      guard let column = relation.column(name), case .text(let codes, let texts) = column.values
      else { return [] }
      return codes.indices.filter { texts[Int(codes[$0])].lowercased() == wanted }
    }
  }
}
