// A dataset with evidence of the user's own: histories tighten, tables of evidence grow.

extension DatasetExtending {
  /// Merges facts into the answers, and puts them into the tables `facts` and `sources` where the
  /// dataset has such.
  mutating func add(_ files: [OwnFacts]) throws(DatasetError) {
    facts.open = files.reduce(0) { $0 + $1.open }
    guard files.contains(where: { !$0.facts.isEmpty }) else { return }
    guard let number = record.firstIndex(where: OwnEvidence.hasHistories) else {
      throw DatasetError(faults: ["this dataset has no answers that facts could settle"])
    }
    let evidence = OwnEvidence(record: record, number: number)
    let placed = try evidence.placed(files)
    let relation = record[number]
    var merging = OwnFactMerging(relation, latest: latest)
    var columns = Array(relation.columns)
    for (place, field) in relation.schema.fields.enumerated() {
      let facts = placed.filter { $0.fact.field == field.name }
      guard !facts.isEmpty else { continue }
      columns[place] = try merging.merged(field, columns[place], facts)
    }
    // All answers of a relation point into one list of grounds.
    for place in columns.indices {
      guard case .history(let codes, let timelines, _) = columns[place].values else { continue }
      columns[place].values = .history(
        codes: codes, timelines: timelines, grounds: merging.grounds)
    }
    record[number] = Relation(schema: relation.schema, count: relation.count, columns: columns)
    let open = facts.open
    facts = merging.outcome
    (facts.count, facts.open) = (placed.count, open)
    bases.append(OwnFactMerging.basis)
    addRows(placed, files)
  }

  /// The rows of the evidence in the tables of the record.
  private mutating func addRows(_ placed: [OwnFactMerging.Placed], _ files: [OwnFacts]) {
    var firsts: [String: OwnFactMerging.Placed] = [:]
    var keys: [String] = []
    for fact in placed where firsts.updateValue(fact, forKey: fact.source) == nil {
      keys.append(fact.source)
    }
    for key in keys {
      guard let first = firsts[key] else { continue }
      sources[key] = SourceReference(
        id: key, title: first.fact.source, publisher: "your own evidence", published: "",
        place: first.file)
    }
    var start: Int?
    if let number = record.firstIndex(where: { $0.schema.name == OwnEvidence.sources }) {
      let relation = record[number]
      start = relation.count
      let rows = keys.map { key -> [String: NewCell] in
        [
          relation.schema.key: .text(key), "title": .text(sources[key]?.title ?? key),
          "publisher": .text("your own evidence"), "place": .text(sources[key]?.place ?? ""),
        ]
      }
      record[number] = relation.appending(rows, schema: relation.schema)
    }
    guard let number = record.firstIndex(where: { $0.schema.name == OwnEvidence.facts }) else {
      return
    }
    let relation = record[number]
    var schema = relation.schema
    let count = placed.count == 1 ? "1 fact is your own" : "\(placed.count) facts are your own"
    schema.caveat =
      (schema.caveat.isEmpty ? "" : schema.caveat + "; ")
      + "\(count), from " + files.map(\.file).joined(separator: ", ")
    let rows = placed.enumerated().map { number, placed in
      OwnEvidence.row(placed, "yours-\(number + 1)", at: keys.firstIndex(of: placed.source), start)
    }
    record[number] = relation.appending(rows, schema: schema)
  }
}

/// Finds what the user's facts are about.
struct OwnEvidence {
  /// The table of evidence, where a dataset has one.
  static let facts = "facts"
  /// The table of documents, where a dataset has one.
  static let sources = "sources"

  let record: [Relation]
  /// The relation whose answers have histories.
  let number: Int

  /// Whether a relation has answers that change: facts are about these.
  static func hasHistories(_ relation: Relation) -> Bool {
    guard relation.schema.place != nil,
      let place = relation.schema.fields.firstIndex(where: { $0.type == .answer })
    else { return false }
    guard case .history = relation.columns[place].values else { return false }
    return true
  }

  /// A row of the table of evidence.
  static func row(
    _ placed: OwnFactMerging.Placed, _ key: String, at source: Int?, _ start: Int?
  ) -> [String: NewCell] {
    let fact = placed.fact
    var row: [String: NewCell] = [
      "id": .text(key), "county": .row(placed.row), "field": .text(fact.field),
      "value": .answer(fact.value), "basis": .text(fact.basis), "confidence": .text("medium"),
      "since": .period(fact.since), "citation": .text("yours: " + fact.source),
    ]
    if let until = fact.until { row["until"] = .period(until) }
    if !fact.note.isEmpty { row["conditions"] = .text(fact.note) }
    if let source, let start { row["source"] = .row(start + source) }
    return row
  }

  /// The facts with the rows that they are about.
  /// - Throws: `DatasetError` with every fact that is about nothing.
  func placed(_ files: [OwnFacts]) throws(DatasetError) -> [OwnFactMerging.Placed] {
    let names = PlaceIndex(record, number)
    let schema = record[number].schema
    let answers = schema.fields.filter { $0.type == .answer }.map(\.name)
    var faults: [String] = []
    var placed: [OwnFactMerging.Placed] = []
    var keys: [String: String] = [:]
    for file in files {
      for fact in file.facts {
        let place = "\(file.file), row \(fact.row)"
        if !answers.contains(fact.field) {
          let guess = Spelling.nearest(fact.field, in: answers).first
          faults.append(
            "\(place): \"\(CleanWords.short(fact.field))\" is no yes/no field of \(schema.name)"
              + (guess.map { ": did you mean \($0)?" } ?? ""))
        } else if let row = names.row(fact.place) {
          let name = file.file + "\u{0}" + fact.source
          let key = keys[name] ?? "yours-\(keys.count + 1)"
          keys[name] = key
          placed.append(
            OwnFactMerging.Placed(
              fact: fact, file: file.file, row: row, label: names.label(row), source: key))
        } else {
          faults.append(
            "\(place): \"\(CleanWords.short(fact.place))\" is no \(schema.singular); write its "
              + "code, or its name with its place as in \(names.example)")
        }
      }
    }
    guard faults.isEmpty else { throw DatasetError(faults: faults) }
    return placed
  }
}

/// The rows of places by their codes and full names.
struct PlaceIndex {
  private var rows: [String: Int] = [:]
  private var labels: [String] = []
  /// A full name.
  var example: String { "\"\(labels.first ?? "")\"" }

  /// The names of a relation of places.
  init(_ record: [Relation], _ number: Int) {
    let relation = record[number]
    guard let place = relation.schema.place,
      case .text(let codes, let texts)? = relation.column(place.code)?.values,
      case .text(let nameCodes, let names)? = relation.column(place.name)?.values
    else { return }
    let outer = PlaceIndex.outer(record, relation, place)
    for row in 0..<relation.count {
      let code = texts[codes[row]]
      let name = names[nameCodes[row]]
      rows[code] = row
      // A spreadsheet takes the leading zeros of a code.
      if code.first == "0" { rows[String(code.drop { $0 == "0" })] = row }
      labels.append(outer[row].isEmpty ? name : "\(name), \(outer[row])")
      add(name, outer[row], row)
      for suffix in place.suffixes where name.hasSuffix(" " + suffix) {
        add(String(name.dropLast(suffix.count + 1)), outer[row], row)
      }
    }
  }

  /// A name that several rows have is the name of none.
  private mutating func add(_ name: String, _ outer: String, _ row: Int) {
    let text = (outer.isEmpty ? name : "\(name), \(outer)").lowercased()
    if let other = rows[text], other != row { rows[text] = -1 } else { rows[text] = row }
  }

  private static func outer(
    _ record: [Relation], _ relation: Relation, _ place: PlaceNaming
  ) -> [String] {
    let none = [String](repeating: "", count: relation.count)
    guard let within = place.within, let at = relation.schema.field(within),
      case .link(let name) = relation.schema.fields[at].type,
      case .link(let links) = relation.columns[at].values,
      let outer = record.first(where: { $0.schema.name == name }), let naming = outer.schema.place,
      case .text(let codes, let texts)? = outer.column(naming.code)?.values
    else { return none }
    let column = relation.columns[at]
    return none.indices.map { column.isKnown($0) ? texts[codes[Int(links[$0])]] : "" }
  }

  /// The row of a code or a full name.
  func row(_ text: String) -> Int? {
    let plain = text.hasPrefix("#") ? String(text.dropFirst()) : text
    return rows[plain.lowercased()].flatMap { $0 < 0 ? nil : $0 }
  }

  /// What a row is called.
  func label(_ row: Int) -> String { labels[row] }
}
