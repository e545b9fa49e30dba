// The rows that the user's facts add to the tables of evidence and of documents.

/// A value of a new row.
enum NewCell {
  case text(String)
  case row(Int)
  case answer(Truth)
  case period(Period)
}

extension Relation {
  /// The relation with further rows behind its own; what a row does not say does not apply to it.
  /// The rows are made when they are first asked for.
  func appending(_ rows: [[String: NewCell]], schema: RelationSchema) -> Relation {
    let base = self
    return Relation(schema: schema) { () throws(DatasetError) in
      var columns: [Column] = []
      for (field, column) in zip(schema.fields, base.columns) {
        columns.append(try column.appending(rows.map { $0[field.name] }, field))
      }
      if let error = base.error { throw error }
      return (base.count + rows.count, columns)
    }
  }
}

extension Column {
  /// The column with further cells; nil for one that does not apply.
  fileprivate func appending(
    _ cells: [NewCell?], _ field: Field
  ) throws(DatasetError) -> Column {
    let whole = count + cells.count
    let own = count
    let unknown = Bitmap(count: whole) { $0 < own && self.unknown[$0] }
    let none = Bitmap(count: whole) { $0 < own ? self.none[$0] : cells[$0 - own] == nil }
    let values: Values
    switch self.values {
    case .text(let codes, let texts):
      values = try .appended(codes, texts, cells, field)
    case .answer(let codes, let grounds):
      var all = grounds
      let new = cells.map { cell -> Int in
        let value = if case .answer(let value)? = cell { value } else { Truth.unknown }
        let ground = Ground(value: value)
        if let place = all.firstIndex(of: ground) { return place }
        all.append(ground)
        return all.count - 1
      }
      values = .answer(codes: Codes(Array(codes) + new), grounds: all)
    case .link(let rows):
      values = .link(
        rows: rows
          + cells.map { if case .row(let row)? = $0 { Int32(clamping: row) } else { 0 } })
    case .date(let first, let last):
      let periods = cells.map { cell -> Period in
        if case .period(let period)? = cell { period } else { Period(Day(number: 0)) }
      }
      values = .date(
        first: first + periods.map(\.first.number), last: last + periods.map(\.last.number))
    case .number(let low, let high):
      let zeros = [Double](repeating: 0, count: cells.count)
      values = .number(low: Numbers(Array(low) + zeros), high: Numbers(Array(high) + zeros))
    case .history: throw DatasetError(faults: ["\(field.name): facts have no histories"])
    }
    return Column(values, unknown: unknown, none: none, candidates: candidates)
  }
}

extension Column.Values {
  /// Texts with further ones; those of a category are of its list.
  fileprivate static func appended(
    _ codes: Codes, _ texts: TextPool, _ cells: [NewCell?], _ field: Field
  ) throws(DatasetError) -> Column.Values {
    var all = Array(texts)
    var places = Dictionary(
      all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var new: [Int] = []
    for cell in cells {
      guard case .text(let text)? = cell else {
        new.append(0)
        continue
      }
      if let place = places[text] {
        new.append(place)
        continue
      }
      if case .category = field.type {
        throw DatasetError(faults: ["\(field.name): \"\(text)\" is not one of its values"])
      }
      places[text] = all.count
      new.append(all.count)
      all.append(text)
    }
    // A row without a text has a code all the same.
    if all.isEmpty { all = [""] }
    return .text(codes: Codes(Array(codes) + new), texts: TextPool(all))
  }
}
