// Cells to typed columns, by a schema: where "unknown" and the empty cell get their meaning.

/// Makes a relation of the records of a table.
///
/// An empty cell is none, the word `unknown` is not known; an answer's cell is the key of a ground.
public struct RelationReader {
  let schema: RelationSchema
  let records: ArraySlice<[String]>
  let header: [String]
  /// The ground of an answer cell of a field; nil where the cell is no key of one.
  let grounds: (_ field: String, _ cell: String) -> Ground?
  /// The row numbers of the relations that links lead to, by relation and key.
  let targets: [String: [String: Int]]

  /// A reader of records whose first is the header.
  public init(
    schema: RelationSchema, records: [[String]],
    grounds: @escaping (_ field: String, _ cell: String) -> Ground? = { _, _ in nil },
    targets: [String: [String: Int]] = [:]
  ) {
    self.schema = schema
    header = records.first ?? []
    self.records = records.dropFirst()
    self.grounds = grounds
    self.targets = targets
  }

  /// The relation.
  /// - Throws: `DatasetError` with the first cell that does not fit its field.
  public func relation() throws(DatasetError) -> Relation {
    var columns: [Column] = []
    for field in schema.fields { columns.append(try column(field)) }
    return Relation(schema: schema, count: records.count, columns: columns)
  }

  private func column(_ field: Field) throws(DatasetError) -> Column {
    guard let at = header.firstIndex(of: field.name) else {
      throw DatasetError(faults: ["\(schema.name): there is no column \(field.name)"])
    }
    let cells = try cells(at, field)
    switch field.type {
    case .answer: return try answers(cells, field)
    case .text: return texts(cells)
    case .category(let values): return try categories(cells, values, field)
    case .number: return try numbers(cells, field)
    case .date: return try dates(cells, field)
    case .link(let target): return try links(cells, targets[target] ?? [:], field)
    }
  }

  private func cells(_ at: Int, _ field: Field) throws(DatasetError) -> [String] {
    var cells: [String] = []
    cells.reserveCapacity(records.count)
    for record in records {
      guard record.count == header.count else {
        throw DatasetError(faults: ["\(schema.name): a row has \(record.count) cells"])
      }
      cells.append(record[at])
    }
    return cells
  }

  private func answers(_ cells: [String], _ field: Field) throws(DatasetError) -> Column {
    var numbers: [String: UInt16] = [:]
    var distinct: [Ground] = []
    var codes: [UInt16] = []
    codes.reserveCapacity(cells.count)
    for cell in cells {
      if let code = numbers[cell] {
        codes.append(code)
        continue
      }
      guard let ground = ground(cell, field), distinct.count < Int(UInt16.max) else {
        throw misfit(cell, field, "is no answer")
      }
      numbers[cell] = UInt16(distinct.count)
      codes.append(UInt16(distinct.count))
      distinct.append(ground)
    }
    return .answers(codes, grounds: distinct)
  }

  private func ground(_ cell: String, _ field: Field) -> Ground? {
    if let ground = grounds(field.name, cell) { return ground }
    return cell.isEmpty ? Ground(value: .unknown) : Truth(rawValue: cell).map { Ground(value: $0) }
  }

  private func texts(_ cells: [String]) -> Column {
    var numbers: [String: UInt32] = [:]
    var distinct: [String] = []
    let codes = cells.map { cell -> UInt32 in
      if let code = numbers[cell] { return code }
      let code = UInt32(distinct.count)
      numbers[cell] = code
      distinct.append(cell)
      return code
    }
    return Column(
      .text(codes: codes, texts: distinct), unknown: rows(cells, "unknown"), none: rows(cells, ""))
  }

  private func categories(
    _ cells: [String], _ values: [String], _ field: Field
  ) throws(DatasetError) -> Column {
    var codes: [UInt32] = []
    codes.reserveCapacity(cells.count)
    for cell in cells {
      if isMissing(cell) {
        codes.append(0)
      } else if let code = values.firstIndex(of: cell) {
        codes.append(UInt32(code))
      } else {
        throw misfit(cell, field, "is not one of its values")
      }
    }
    return Column(
      .text(codes: codes, texts: values), unknown: rows(cells, "unknown"), none: rows(cells, ""))
  }

  private func numbers(_ cells: [String], _ field: Field) throws(DatasetError) -> Column {
    var values: [Double] = []
    values.reserveCapacity(cells.count)
    for cell in cells {
      guard let value = isMissing(cell) ? 0 : Double(cell), value.isFinite else {
        throw misfit(cell, field, "is no number")
      }
      values.append(value)
    }
    return Column(
      .number(low: values, high: values), unknown: rows(cells, "unknown"), none: rows(cells, ""))
  }

  private func dates(_ cells: [String], _ field: Field) throws(DatasetError) -> Column {
    var first: [Int32] = []
    var last: [Int32] = []
    for cell in cells {
      let period = isMissing(cell) ? Period(Day(number: 0)) : Period(cell)
      guard let period else { throw misfit(cell, field, "is no date") }
      first.append(period.first.number)
      last.append(period.last.number)
    }
    return Column(
      .date(first: first, last: last), unknown: rows(cells, "unknown"), none: rows(cells, ""))
  }

  private func links(
    _ cells: [String], _ rowNumbers: [String: Int], _ field: Field
  ) throws(DatasetError) -> Column {
    var linked: [Int32] = []
    linked.reserveCapacity(cells.count)
    for cell in cells {
      guard let row = isMissing(cell) ? 0 : rowNumbers[cell] else {
        throw misfit(cell, field, "leads nowhere")
      }
      linked.append(Int32(row))
    }
    return Column(.link(rows: linked), unknown: rows(cells, "unknown"), none: rows(cells, ""))
  }

  private func isMissing(_ cell: String) -> Bool { cell.isEmpty || cell == "unknown" }

  private func rows(_ cells: [String], _ word: String) -> Bitmap {
    Bitmap(count: cells.count) { cells[$0] == word }
  }

  private func misfit(_ cell: String, _ field: Field, _ what: String) -> DatasetError {
    DatasetError(faults: ["\(schema.name).\(field.name): \"\(cell)\" \(what)"])
  }
}
