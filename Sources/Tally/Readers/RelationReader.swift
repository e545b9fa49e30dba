// Cells to typed columns, by a schema: where "unknown" and the empty cell get their meaning.

/// Makes a relation of the records of a table.
///
/// An empty cell is none, the word `unknown` is not known; an answer is the key of a history,
/// or one of `yes`, `no`, `unknown` and nothing.
public struct RelationReader {
  let schema: RelationSchema
  let table: CSVTable
  /// The histories that answer cells name by their keys; nil where cells are answers.
  let histories: Histories?
  /// The keys of the relations that links lead to: a key's code is its row.
  let targets: [String: Interner]

  /// A reader of a table whose first record is the header.
  public init(
    schema: RelationSchema, table: CSVTable,
    histories: Histories? = nil,
    targets: [String: Interner] = [:]
  ) {
    self.schema = schema
    self.table = table
    self.histories = histories
    self.targets = targets
  }

  /// The relation.
  /// - Throws: `DatasetError` with the first cell that does not fit its field.
  /// - Complexity: O(bytes of the table).
  public func relation() throws(DatasetError) -> Relation {
    let header = table.count == 0 ? [] : table.texts(0)
    for record in 0..<table.count where table.width(record) != header.count {
      throw DatasetError(
        faults: ["\(schema.name): record \(record) has \(table.width(record)) cells"])
    }
    var columns: [Column] = []
    for field in schema.fields {
      guard let at = header.firstIndex(of: field.name) else {
        throw DatasetError(faults: ["\(schema.name): there is no column \(field.name)"])
      }
      columns.append(try column(field, at))
    }
    return Relation(schema: schema, count: rowCount, columns: columns)
  }

  private var rowCount: Int { max(0, table.count - 1) }

  private func column(_ field: Field, _ at: Int) throws(DatasetError) -> Column {
    if case .number = field.type { return try numbers(at, field) }
    if case .link(let target) = field.type { return try links(at, targets[target], field) }
    let (codes, texts) = interned(at)
    let values: Column.Values
    switch field.type {
    case .answer: return try answers(codes, texts, field)
    case .text: values = .text(codes: Codes(codes), texts: TextPool(texts))
    case .category(let words): values = try category(codes, texts, words, field)
    case .date: values = try dates(codes, texts, field)
    case .number, .link: values = .link(rows: [])
    }
    return Column(
      values, unknown: rows(codes, texts, "unknown"), none: rows(codes, texts, ""))
  }

  private func interned(_ at: Int) -> (codes: [Int], texts: [String]) {
    var interner = Interner(table.arena)
    let codes = (0..<rowCount).map { interner.intern(table.range($0 + 1, at)) }
    return (codes, interner.texts)
  }

  private func rows(_ codes: [Int], _ texts: [String], _ word: String) -> Bitmap {
    guard let wanted = texts.firstIndex(of: word) else { return Bitmap(count: codes.count) }
    return Bitmap(count: codes.count) { codes[$0] == wanted }
  }

  private func answers(
    _ codes: [Int], _ texts: [String], _ field: Field
  ) throws(DatasetError) -> Column {
    guard texts.count <= Int(UInt16.max) else {
      throw DatasetError(faults: ["\(schema.name).\(field.name): too many distinct grounds"])
    }
    if let histories { return try history(codes, texts, histories, field) }
    var distinct: [Ground] = []
    for text in texts {
      guard let value = text.isEmpty ? .unknown : Truth(rawValue: text) else {
        throw misfit(text, field, "is no answer")
      }
      distinct.append(Ground(value: value))
    }
    return .answers(Codes(codes), grounds: distinct)
  }

  private func history(
    _ codes: [Int], _ texts: [String], _ histories: Histories, _ field: Field
  ) throws(DatasetError) -> Column {
    var timelines: [Timeline] = []
    for text in texts {
      guard let timeline = histories.timelines[text] else {
        throw misfit(text, field, "is no key of a history")
      }
      timelines.append(timeline)
    }
    return Column(
      .history(codes: Codes(codes), timelines: timelines, grounds: histories.grounds),
      count: codes.count)
  }

  private func category(
    _ codes: [Int], _ texts: [String], _ words: [String], _ field: Field
  ) throws(DatasetError) -> Column.Values {
    var places: [UInt32] = []
    for text in texts {
      guard let place = isMissing(text) ? 0 : words.firstIndex(of: text) else {
        throw misfit(text, field, "is not one of its values")
      }
      places.append(UInt32(place))
    }
    return .text(codes: Codes(codes.map { places[$0] }), texts: TextPool(words))
  }

  private func dates(
    _ codes: [Int], _ texts: [String], _ field: Field
  ) throws(DatasetError) -> Column.Values {
    var periods: [Period] = []
    for text in texts {
      let period = isMissing(text) ? Period(Day(number: 0)) : Period(text)
      guard let period else { throw misfit(text, field, "is no date") }
      periods.append(period)
    }
    return .date(
      first: codes.map { periods[$0].first.number }, last: codes.map { periods[$0].last.number })
  }

  private func numbers(_ at: Int, _ field: Field) throws(DatasetError) -> Column {
    var values = [Double](repeating: 0, count: rowCount)
    var unknown = Bitmap(count: rowCount)
    var none = Bitmap(count: rowCount)
    for row in 0..<rowCount {
      let cell = table.bytes(row + 1, at)
      if let value = NumberCell.value(cell) {
        values[row] = value
      } else if cell.isEmpty {
        none[row] = true
      } else if isUnknown(cell) {
        unknown[row] = true
      } else {
        throw misfit(table.text(row + 1, at), field, "is no number")
      }
    }
    return Column(.numbers(values), unknown: unknown, none: none)
  }

  private func links(_ at: Int, _ keys: Interner?, _ field: Field) throws(DatasetError) -> Column {
    var linked = [Int32](repeating: 0, count: rowCount)
    var unknown = Bitmap(count: rowCount)
    var none = Bitmap(count: rowCount)
    for row in 0..<rowCount {
      let cell = table.bytes(row + 1, at)
      if cell.isEmpty {
        none[row] = true
      } else if isUnknown(cell) {
        unknown[row] = true
      } else if let target = keys?.code(of: table.range(row + 1, at), in: table.arena) {
        linked[row] = Int32(target)
      } else {
        throw misfit(table.text(row + 1, at), field, "leads nowhere")
      }
    }
    let candidates = try candidates(keys, field)
    for row in candidates.keys {
      unknown[row] = true
      none[row] = false
    }
    return Column(.link(rows: linked), unknown: unknown, none: none, candidates: candidates)
  }

  /// The rows that an unknown link may lead to, where the table names them.
  private func candidates(
    _ keys: Interner?, _ field: Field
  ) throws(DatasetError) -> [Int: Set<Int32>] {
    guard let name = field.candidates else { return [:] }
    guard let at = table.texts(0).firstIndex(of: name) else {
      throw DatasetError(faults: ["\(schema.name): there is no column \(name)"])
    }
    var candidates: [Int: Set<Int32>] = [:]
    for row in 0..<rowCount where !table.range(row + 1, at).isEmpty {
      for key in table.text(row + 1, at).split(separator: " ") {
        let bytes = Array(key.utf8)
        guard let target = keys?.code(of: bytes.indices, in: bytes) else {
          throw misfit(String(key), field, "leads nowhere")
        }
        candidates[row, default: []].insert(Int32(target))
      }
    }
    return candidates
  }

  private func isMissing(_ text: String) -> Bool { text.isEmpty || text == "unknown" }

  private func isUnknown(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.count == 7 && cell.elementsEqual("unknown".utf8)
  }

  private func misfit(_ cell: String, _ field: Field, _ what: String) -> DatasetError {
    DatasetError(faults: ["\(schema.name).\(field.name): \"\(cell)\" \(what)"])
  }
}

extension CSVTable {
  /// The cells of a column, each with its row as its code: keys for links to lead to. A key that
  /// stands twice is found by the dataset's checks.
  public func keys(column name: String) -> Interner {
    var interner = Interner(arena)
    guard count > 0, let at = texts(0).firstIndex(of: name) else { return interner }
    for record in 1..<count where width(record) > at { _ = interner.intern(range(record, at)) }
    return interner
  }
}
