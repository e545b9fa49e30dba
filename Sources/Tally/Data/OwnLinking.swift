// Follows declared links: which row of the target each row of one's own leads to.

/// Makes the link field of a declared link.
struct OwnLinking {
  let link: OwnLink
  let own: Relation
  let target: Relation
  /// What people call the rows of the target, where they are places.
  let places: PlaceNames?

  /// The most keys without a row that are named.
  static let mostExamples = 5

  /// The field, its column, and what became of the rows.
  /// - Throws: `DatasetError` where there is no such column, or its values can be no keys.
  func made() throws(DatasetError) -> (field: Field, column: Column, outcome: LinkOutcome) {
    let column = try column(link.field, of: own)
    let keys = try keys()
    var rows = [Int32](repeating: 0, count: own.count)
    var unknown = Bitmap(count: own.count)
    var lost = LostKeys()
    var padded = 0
    let found = try codes(column, keys)
    for row in rows.indices where column.isKnown(row) {
      switch found(row) {
      case .row(let target, let isPadded):
        rows[row] = target
        padded += isPadded ? 1 : 0
      case .none(let text):
        unknown[row] = true
        lost.add(text)
      }
    }
    let known = Bitmap(count: own.count) { column.isKnown($0) && !unknown[$0] }
    let empty = column.unknown.population
    let name = link.name ?? freeName
    let field = Field(
      name, .link(to: link.target), label: name,
      meaning: "the \(target.schema.singular) that \(link.field) names")
    var outcome = LinkOutcome(
      link: link, name: name, back: back(name), found: known.population, empty: empty,
      lost: lost.count, examples: lost.examples, padded: padded)
    outcome.isOfNames = namesPlaces
    return (
      field,
      Column(
        links: rows, linkCodes(column, keys), unknown: unknown | column.unknown, none: column.none),
      outcome
    )
  }

  /// The name of the link where none is said: one row of the target, if no column has that name.
  private var freeName: String {
    let one = target.schema.singular
    let taken = Set(own.schema.fields.map(\.name) + own.schema.links.map(\.name))
    let names = [one, "linked_" + one, "\(link.field)_\(one)"]
    return names.first { !taken.contains($0) } ?? one
  }

  /// The name of the way back. A second link of one table to one target needs another.
  private func back(_ name: String) -> String {
    let isSecond = own.schema.fields.contains { $0.type == .link(to: link.target) }
    return isSecond ? "\(link.table)_as_\(name)" : link.table
  }

  private func column(_ name: String, of relation: Relation) throws(DatasetError) -> Column {
    guard let at = relation.schema.field(name) else {
      let names = relation.schema.fields.map(\.name)
      let guess = Spelling.nearest(name, in: names).first.map { ": did you mean \($0)?" }
      throw fault("\(relation.schema.name) has no field \(name)" + (guess ?? ""))
    }
    return relation.columns[at]
  }

  private func fault(_ text: String) -> DatasetError {
    DatasetError(faults: ["the link \(link.text) cannot be made: \(text)"])
  }

  // MARK: Keys

  /// The keys of the target, each with its row.
  private struct Keys {
    var rows: [String: Int32] = [:]
    /// How many digits each key has, where all are digits and as many; nil elsewhere.
    var digits: Int?
    /// How places are named: a key may be written as people do.
    var places: PlaceNames?

    /// The row of a key, which may lack its leading zeros.
    func row(_ text: String) -> Place {
      if let row = rows[text] { return .row(row, isPadded: false) }
      if let row = places?.row(written: text) { return .row(Int32(row), isPadded: false) }
      guard let digits, text.utf8.count < digits, Keys.areDigits(text) else { return .none(text) }
      let whole = String(repeating: "0", count: digits - text.utf8.count) + text
      return rows[whole].map { .row($0, isPadded: true) } ?? .none(text)
    }

    static func areDigits(_ text: String) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
  }

  /// Where a cell leads.
  private enum Place {
    case row(Int32, isPadded: Bool)
    case none(String)
  }

  /// Whether keys are names that several places have: what lies around them tells them apart.
  private var namesPlaces: Bool {
    guard let naming = target.schema.place, naming.within != nil else { return false }
    return link.targetField == naming.name
  }

  private func keys() throws(DatasetError) -> Keys {
    let column = try column(link.targetField, of: target)
    if target.schema.timing == .undated, target.schema.field(link.targetField) == target.numbered {
      throw fault(
        "\(link.target).\(link.targetField) is the number of the row in its file, which no other "
          + "file can name: say a field that tells rows apart")
    }
    if let error = target.error { throw error }
    let isOwn = target.schema.timing == .undated
    let worded = isOwn ? WordedKeys.column(column) : nil
    guard case .text(let codes, let texts) = (worded ?? column).values else {
      throw noKeys(column)
    }
    var keys = Keys()
    if let naming = target.schema.place, [naming.name, naming.code].contains(link.targetField) {
      keys.places = places
      if namesPlaces { return keys }
    }
    for row in 0..<target.count where column.isKnown(row) {
      let text = texts[Int(codes[row])]
      guard keys.rows.updateValue(Int32(row), forKey: text) == nil else {
        throw fault(
          "several rows of \(link.target) have the \(link.targetField) "
            + "\"\(CleanWords.short(text))\": name a field that tells rows apart" + suggestion)
      }
    }
    let lengths = Set(keys.rows.keys.map { Keys.areDigits($0) ? $0.utf8.count : 0 })
    keys.digits = lengths.count == 1 ? lengths.first { $0 > 0 } : nil
    return keys
  }

  /// Why a column's values are no keys.
  private func noKeys(_ column: Column) -> DatasetError {
    let name = "\(link.target).\(link.targetField)"
    guard case .number = column.values else {
      return fault("\(name) is not text: name a field that tells rows apart" + suggestion)
    }
    return fault(
      "\(name) holds numbers that are no keys, for they are not whole, below zero or too long")
  }

  /// A field that tells the target's rows apart, as the end of a sentence; a row's number does too,
  /// but no file has it as a key.
  private var suggestion: String {
    let key = target.schema.key
    let isNumber = target.schema.field(key) == target.numbered
    return key.isEmpty || isNumber ? "" : ", such as \(link.target).\(key)"
  }

  /// Where the cell of each row leads: texts are looked up once each.
  private func codes(
    _ column: Column, _ keys: Keys
  ) throws(DatasetError) -> (Int) -> Place {
    switch column.values {
    case .text(let codes, let texts):
      let places = texts.map(keys.row)
      return { places[Int(codes[$0])] }
    case .number(let low, let high):
      return { row in
        WordedKeys.text(low[row], high[row]).map(keys.row) ?? .none("\(low[row])")
      }
    case .answer, .history, .date, .link:
      throw fault("\(link.table).\(link.field) holds no texts or numbers, so no keys")
    }
  }

  /// The codes of texts that lead to rows.
  private func linkCodes(_ column: Column, _ keys: Keys) -> LinkCodes? {
    guard case .text(let codes, let texts) = column.values else { return nil }
    let targets = texts.map { text -> Int32 in
      switch keys.row(text) {
      case .row(let row, _): row
      case .none: -1
      }
    }
    let counts = own.schema.field(link.field).flatMap { own.counted?.texts[$0] }
    return LinkCodes(codes, targets: targets, counts: counts)
  }

  /// Keys that no row has.
  private struct LostKeys {
    var count = 0
    var examples: [String] = []

    mutating func add(_ text: String) {
      count += 1
      if examples.count < OwnLinking.mostExamples, !examples.contains(text) {
        examples.append(text)
      }
    }
  }
}
