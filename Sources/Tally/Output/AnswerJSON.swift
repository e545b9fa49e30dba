// An answer as one JSON object; the keys are a promise, and `Formats/JSONFormat.swift` states them.

extension Answer {
  /// The version of the keys below; it changes when one of them changes its meaning or goes.
  static let schemaVersion = 1

  /// The answer as one JSON object.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("schema", .integer(Answer.schemaVersion))]
    switch content {
    case .figure(let figure):
      members.append(("kind", .string("figure")))
      members += figure.jsonNumbers + figure.jsonUnits
      members.append(("as_of", provenance.asOf.json))
      members += figure.jsonEvidence(isWhole: true)
    case .groups(let table): members += self.members(of: table, kind: "groups")
    case .rows(let table): members += self.members(of: table, kind: "rows")
    case .card(let card): members += self.members(of: card)
    case .funnel(let funnel): members += self.members(of: funnel)
    case .verdicts(let verdicts): members += self.members(of: verdicts)
    case .transitions(let transitions): members += self.members(of: transitions)
    case .citation(let citation): members += self.members(of: citation)
    case .code(let code): members += self.members(of: code)
    }
    if let picture { members.append(("picture", picture.json)) }
    return .object(members + envelope)
  }

  private func members(of table: Table, kind: String) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("kind", .string(kind))]
    if !table.lead.isEmpty { members.append(("lead", .string(table.lead))) }
    members += [
      ("columns", .array(table.columns.indices.map { table.jsonColumn($0) })),
      ("rows", .array(table.rows.map { .line(.array($0.map(\.json))) })),
    ]
    if let total = table.total { members.append(("total", .line(.array(total.map(\.json))))) }
    members += [
      ("matched", .integer(table.matched)),
      ("possible_more", .integer(table.possibleMore)),
      ("possible_query", .known(table.possibleQuery)),
      ("base", .integer(table.base)),
      ("unit", .string(table.unit.plural)),
      ("as_of", provenance.asOf.json),
    ]
    return members
  }

  private func members(of card: Card) -> [(String, JSONValue)] {
    let entries = card.entries.map { entry in
      JSONValue.object([
        ("name", .string(entry.name)),
        ("label", .string(entry.label)),
        ("value", entry.value.json),
        ("basis", .known(entry.basis)),
        ("detail", .known(entry.detail)),
        ("sources", .array(sourceIdentifiers(entry.sources).map { .string($0) })),
      ])
    }
    return [
      ("kind", .string("card")),
      ("title", .string(card.title)),
      ("subtitle", .known(card.subtitle)),
      ("entries", .array(entries)),
      ("as_of", provenance.asOf.json),
    ]
  }

  /// The keys of the sources at some places of the provenance.
  func sourceIdentifiers(_ indices: [Int]) -> [String] {
    indices.filter(provenance.sources.indices.contains).map { provenance.sources[$0].id }
  }

  /// What every answer carries.
  private var envelope: [(String, JSONValue)] {
    let sources = provenance.sources.map(\.made).map { source in
      JSONValue.object([
        ("id", .string(source.id)),
        ("title", .string(source.title)),
        ("publisher", .known(source.publisher)),
        ("published", .known(source.published)),
        ("place", .known(source.place)),
      ])
    }
    return [
      ("notes", .array(notes.map { .string($0) })),
      ("sources", .array(sources)),
      ("query", .string(provenance.query)),
      (
        "dataset",
        .object([
          ("name", .string(provenance.dataset)),
          ("version", .string(provenance.version)),
          ("hash", .string(provenance.hash)),
        ])
      ),
    ]
  }
}

extension Picture {
  /// How the answer is drawn. Of a map of places, how many rows are on each side; `drawn` of them
  /// have a known position.
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("form", .string(form.rawValue)), ("title", .string(title)),
      ("definitions", .array(definitions.map { .string($0) })),
    ]
    if !layers.isEmpty {
      let sides = layers.map { layer in
        JSONValue.line(
          .object([
            ("side", .string(layer.side.rawValue)), ("count", .integer(layer.count)),
            ("drawn", .integer(layer.positions.count)),
          ]))
      }
      members.append(("layers", .array(sides)))
    }
    return .object(members)
  }
}

extension Figure {
  /// The ends of a difference, which has no base of its own.
  fileprivate var jsonEnds: [(String, JSONValue)] {
    [("low", .number(low)), ("high", .number(high))]
  }

  /// The numbers that are never apart.
  var jsonNumbers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("low", .number(low)), ("high", .number(high)),
      ("unknown", .integer(unknown)), ("base", .integer(base)),
    ]
    if baseLow != base { members.append(("base_low", .integer(baseLow))) }
    if existence != .certain { members.append(("exists", .string(existence.word))) }
    if let totals { members.append(("totals", totals.json)) }
    return members
  }

  /// What it counts, in words.
  var jsonUnits: [(String, JSONValue)] {
    [
      ("unit", .string(unit.plural)), ("unit_kind", .string(unit.kind.word)),
      ("base_unit", .string(baseUnit.plural)),
    ]
  }

  /// What is settled and by what; a figure that stands alone always says `basis`.
  fileprivate func jsonEvidence(isWhole: Bool) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("settled", .integer(settled))]
    if let ofKnown { members.append(("of_known", .number(ofKnown))) }
    if let known { members.append(("known", .integer(known))) }
    if let knownOf, knownOf != known { members.append(("known_of", .integer(knownOf))) }
    if let openLow { members.append(("open_low", .number(openLow))) }
    if let openHigh { members.append(("open_high", .number(openHigh))) }
    if let evidence {
      members += [
        ("basis", .counts(evidence.basis)),
        ("settled_by", .array(evidence.settledBy.map { .string($0) })),
        ("medium", .integer(evidence.medium)),
        ("unsettled", .counts(evidence.unsettled)),
        ("reasons", .counts(evidence.reasons)),
      ]
    } else if isWhole {
      members.append(("basis", .object([])))
    }
    return members
  }
}

extension Unit.Kind {
  /// The kind as JSON and CSV write it.
  var word: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .measure: "measure"
    case .difference: "difference"
    case .points: "points"
    case .change: "change"
    }
  }
}

extension Table {
  /// A column's name and type, its unit where it has one, and what its figures are.
  fileprivate func jsonColumn(_ index: Int) -> JSONValue {
    let column = columns[index]
    var members: [(String, JSONValue)] = [
      ("name", .string(column.name)), ("type", .string(column.type.rawValue)),
    ]
    if let figure = figure(in: index) {
      members += figure.jsonUnits
    } else if !column.unit.isEmpty {
      members.append(("unit", .string(column.unit)))
    }
    return .object(members)
  }

  /// The first figure of a column.
  private func figure(in index: Int) -> Figure? {
    for row in rows where index < row.count {
      if case .figure(let figure) = row[index] { return figure }
    }
    return nil
  }
}

extension Cell {
  /// The cell in JSON. An answer is a word, not a truth value: `if (row.detainers)` must not take
  /// an unknown, which is an object, for a yes.
  fileprivate var json: JSONValue {
    switch self {
    case .text(let words): .string(words)
    case .number(let value), .percent(let value): .number(value)
    case .date(let date): .string(date)
    case .answer(let isYes): .string(isYes ? "yes" : "no")
    case .figure(let figure) where figure.unit.kind.isDifference: .object(figure.jsonEnds)
    case .figure(let figure): .object(figure.jsonNumbers + figure.jsonEvidence(isWhole: false))
    case .unknown(let reason): .object([("unknown", reason.map { .string($0) } ?? .null)])
    case .none: .null
    }
  }
}

extension JSONValue {
  /// A text; null where it is empty, which says that there is none.
  static func known(_ text: String) -> JSONValue {
    text.isEmpty ? .null : .string(text)
  }

  /// Labels with their numbers; a label that comes twice is added up, for a key comes once.
  static func counts(_ counts: [LabelledCount]) -> JSONValue {
    var sums: [String: Int] = [:]
    for count in counts { sums[count.label, default: 0] += count.count }
    return .object(
      WordList.distinct(counts.map(\.label)).map { ($0, .integer(sums[$0] ?? 0)) })
  }
}

extension Figure.Existence {
  /// Whether there is a number, in a word.
  fileprivate var word: String {
    switch self {
    case .certain: "yes"
    case .possible: "unknown"
    case .none: "no"
    }
  }
}
