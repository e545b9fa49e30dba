// The tables of a package as the day shows them: one common table expression for each relation.

/// The relations and columns that a statement uses.
struct SQLTables {
  let dataset: Dataset
  /// For each relation used its columns, and the answers asked for a side of their grounds.
  private var used: [Int: [String]] = [:]
  private var held: Set<Int> = []
  private var grounds: [Int: [String]] = [:]

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// The name under which the rows of a relation stand in the statement, which then has them.
  mutating func rows(_ relation: Int) -> String {
    used[relation, default: []] += []
    return name(relation)
  }

  private func name(_ relation: Int) -> String {
    SQLText.name(dataset.relations[relation].schema.name + "_rows")
  }

  /// A field's column, which is then used.
  mutating func column(
    _ at: Int, of relation: Int, aspect: GroundAspect? = nil
  ) throws(SQLRefusal) -> SQLColumn {
    let table = dataset.relations[relation]
    let field = table.schema.fields[at]
    if table.error != nil { throw SQLRefusal("the table of \(table.schema.name) is damaged") }
    if let aspect { return try self.aspect(aspect, field, at, relation) }
    let column = table.columns[at]
    try refuseAmbiguous(column, field)
    use(field.name, of: relation)
    if let target = listed(field) { _ = try self.column(key(of: target), of: target) }
    return SQLColumn(
      name: field.name, field: field, mayBeNone: !column.none.isEmpty,
      mayBeUnknown: !column.unknown.isEmpty, isExact: column.isPrecise, values: column.values,
      hasCandidates: !column.candidates.isEmpty)
  }

  /// The place of a relation's key among its fields.
  func key(of relation: Int) throws(SQLRefusal) -> Int {
    let schema = dataset.relations[relation].schema
    guard let at = schema.field(schema.key) else { throw SQLRefusal("\(schema.name) has no key") }
    return at
  }

  /// What orders the rows of a relation as tally does: its key, or the line of its file.
  mutating func order(of relation: Int) throws(SQLRefusal) -> String {
    let name = dataset.relations[relation].schema.key
    guard dataset.record[relation].isOrderedByKey else {
      use(PackageTable.line, of: relation)
      return PackageTable.line
    }
    _ = try column(try key(of: relation), of: relation)
    return name
  }

  /// Whether rows of a list of another day held on this one is then a column `held`.
  mutating func useHeld(_ relation: Int) -> Bool {
    guard dataset.relations[relation].doubtful != nil else { return false }
    held.insert(relation)
    return true
  }

  /// A package has a value or none, and no word of its own for either.
  private func refuseAmbiguous(_ column: Column, _ field: Field) throws(SQLRefusal) {
    switch column.values {
    case .text(let codes, let texts):
      let isAmbiguous = codes.indices.contains { row in
        let text = texts[Int(codes[row])]
        return (text.isEmpty || text == "unknown") && column.isKnown(row)
      }
      if isAmbiguous {
        throw SQLRefusal("a text of \(field.name) is empty, or the word unknown")
      }
    case .number:
      if !column.isPrecise {
        throw SQLRefusal("\(field.name) has numbers known only between two ends")
      }
    case .answer, .history, .date, .link: break
    }
  }

  private mutating func use(_ name: String, of relation: Int) {
    if used[relation]?.contains(name) != true { used[relation, default: []].append(name) }
  }

  // MARK: Grounds

  private mutating func aspect(
    _ aspect: GroundAspect, _ field: Field, _ at: Int, _ relation: Int
  ) throws(SQLRefusal) -> SQLColumn {
    guard case .history = dataset.record[relation].columns[at].values,
      case .answer(let codes, let all) = dataset.relations[relation].columns[at].values
    else { throw SQLRefusal("the package has no grounds of \(field.name)") }
    if grounds[relation]?.contains(field.name) != true {
      grounds[relation, default: []].append(field.name)
    }
    _ = try column(try key(of: relation), of: relation)
    let name = "\(aspect.rawValue)_\(field.name)"
    use(name, of: relation)
    let words = aspect.words(of: all)
    let isSaid = all.map { aspect.word(of: $0) != nil }
    return SQLColumn(
      name: name, field: aspect.field(of: field),
      mayBeNone: codes.contains { !isSaid[Int($0)] }, mayBeUnknown: false, isExact: true,
      values: .text(codes: [], texts: TextPool(words)))
  }

  /// The pieces of a history that hold on the day.
  private func ground(of answer: String, _ schema: RelationSchema) -> String {
    let row = SQLText.name(schema.singular)
    let history = SQLText.name(schema.name + "_history")
    let since = "COALESCE(CAST(since AS TEXT), '')"
    return """
      LEFT JOIN (
        SELECT h.\(row) AS id, g.value, g.reason, g.basis, g.confidence
        FROM \(history) AS h
        JOIN (
          SELECT \(row) AS id, max(\(since)) AS since FROM \(history)
          WHERE field = \(SQLText.literal(answer)) \
      AND \(since) <= \(SQLText.literal(dataset.asOf.description))
          GROUP BY \(row)
        ) AS newest ON newest.id = h.\(row) \
      AND newest.since = COALESCE(CAST(h.since AS TEXT), '')
        JOIN \(SQLText.name(schema.name + "_grounds")) AS g ON g.id = h.ground
        WHERE h.field = \(SQLText.literal(answer))
      ) AS \(SQLText.name("ground_" + answer)) \
      ON \(SQLText.name("ground_" + answer)).id = s.\(SQLText.name(schema.key))
      """
  }

  private func aspectColumns(_ name: String, _ answer: String, _ aspect: GroundAspect) -> [String] {
    let ground = SQLText.name("ground_" + answer)
    let word =
      switch aspect {
      case .reason:
        "CASE WHEN \(ground).value = 'unknown' "
          + "THEN COALESCE(NULLIF(\(ground).reason, ''), 'no reason given') END"
      case .basis: "NULLIF(\(ground).basis, '')"
      case .confidence: "NULLIF(\(ground).confidence, '')"
      }
    return [
      "\(word) AS \(SQLText.name(name))",
      "\(word) IS NULL AS \(SQLText.name(name + "_none"))",
    ]
  }

  // MARK: Text

  /// The tables of the package that the statement reads, with their columns.
  func files() -> [(table: String, columns: [String])] {
    let package = DataPackage(dataset)
    return used.keys.sorted().flatMap { number in
      package.headers(number).filter { table in
        table.name == dataset.relations[number].schema.name || grounds[number] != nil
      }.map { ($0.name, $0.columns) }
    }
  }

  /// Every relation as a common table expression; one that another reads comes before it.
  func expressions() throws(SQLRefusal) -> [(name: String, body: String)] {
    var order: [Int] = []
    func add(_ relation: Int) {
      guard !order.contains(relation) else { return }
      let schema = dataset.relations[relation].schema
      for field in schema.fields where used[relation]?.contains(field.name) == true {
        if let target = listed(field), target != relation { add(target) }
      }
      order.append(relation)
    }
    for relation in used.keys.sorted() { add(relation) }
    return order.map { (name($0), body($0)) }
  }

  /// The relation of lists that a link leads to; nil for other fields.
  private func listed(_ field: Field) -> Int? {
    guard case .link(let name) = field.type, let target = dataset.relation(name),
      case .snapshots = dataset.relations[target].schema.timing
    else { return nil }
    return target
  }

  private func body(_ relation: Int) -> String {
    let table = dataset.relations[relation]
    let schema = table.schema
    var columns: [String] = []
    for name in used[relation] ?? [] {
      if let at = schema.field(name) {
        columns += self.columns(schema.fields[at], table.columns[at])
      } else if let aspect = GroundAspect.allCases.first(where: {
        name.hasPrefix($0.rawValue + "_")
      }) {
        columns += aspectColumns(name, String(name.dropFirst(aspect.rawValue.count + 1)), aspect)
      } else {
        columns.append("CAST(s.\(name) AS INTEGER) AS \(name)")
      }
    }
    // Where nothing tells the rows apart, the package numbers their lines.
    let key = schema.key.isEmpty ? PackageTable.line : schema.key
    if columns.isEmpty { columns = ["s." + SQLText.name(key)] }
    if held.contains(relation) { columns.append(heldColumn(relation)) }
    var select = SQLSelection(columns: columns, from: SQLText.name(schema.name) + " AS s")
    select.joins = (grounds[relation] ?? []).map { ground(of: $0, schema) }
    if case .snapshots(let field) = schema.timing {
      let day = SnapshotList(dataset.record[relation]).newest(on: dataset.asOf)
      select.conditions = [
        day.map { "s.\(SQLText.name(field)) = \(SQLText.literal($0.description))" } ?? "FALSE"
      ]
    }
    return select.text
  }

  /// A field as its columns: null where it is not known or does not apply.
  private func columns(_ field: Field, _ column: Column) -> [String] {
    func cell(_ name: String) -> String { "s." + SQLText.name(name) }
    func known(_ text: String) -> String {
      var text = text
      if !column.none.isEmpty { text = "NULLIF(\(text), '')" }
      if !column.unknown.isEmpty { text = "NULLIF(\(text), 'unknown')" }
      return text
    }
    func named(_ text: String, _ name: String) -> String {
      text == cell(name) ? text : "\(text) AS \(SQLText.name(name))"
    }
    let text = "CAST(\(cell(field.name)) AS TEXT)"
    var columns: [String] = []
    switch column.values {
    case .number:
      columns.append(named("CAST(\(known(text)) AS DOUBLE PRECISION)", field.name))
    case .date:
      columns.append(named(known(text), field.name))
      if !column.isPrecise {
        for end in ["first", "last"] {
          let name = "\(field.name)_\(end)"
          columns.append("NULLIF(CAST(\(cell(name)) AS TEXT), '') AS \(SQLText.name(name))")
        }
      }
    case .link:
      columns.append(named(linked(known(cell(field.name)), field), field.name))
    case .answer, .history, .text: columns.append(named(known(cell(field.name)), field.name))
    }
    if !column.candidates.isEmpty {
      let name = field.name + "_candidates"
      columns.append("NULLIF(\(cell(name)), '') AS \(SQLText.name(name))")
    }
    if !column.none.isEmpty {
      columns.append("COALESCE(\(text), '') = '' AS \(SQLText.name(field.name + "_none"))")
    }
    return columns
  }

  /// A row that is on no list of the day is not known to the day.
  private func linked(_ text: String, _ field: Field) -> String {
    guard let target = listed(field) else { return text }
    let key = SQLText.name(dataset.relations[target].schema.key)
    return "CASE WHEN \(text) IN (SELECT \(key) FROM \(name(target))) THEN \(text) END"
  }

  /// True where a row held on the day; null where the next list lacks it, so that nobody knows. A
  /// row's key without its list's day, after the last `/`, tells it again on another list.
  private func heldColumn(_ relation: Int) -> String {
    let record = dataset.record[relation]
    guard case .snapshots(let field) = record.schema.timing,
      let next = SnapshotList(record).days.first(where: { $0 > dataset.asOf })
    else { return "CAST(NULL AS BOOLEAN) AS held" }
    let table = SQLText.name(record.schema.name)
    func stem(_ alias: String) -> String {
      let key = "\(alias).\(SQLText.name(record.schema.key))"
      return "COALESCE(NULLIF(rtrim(\(key), replace(\(key), '/', '')), ''), \(key) || '/')"
    }
    return "CASE WHEN \(stem("s")) IN (SELECT \(stem("n")) FROM \(table) AS n "
      + "WHERE n.\(SQLText.name(field)) = \(SQLText.literal(next.description))) "
      + "THEN TRUE END AS held"
  }
}
