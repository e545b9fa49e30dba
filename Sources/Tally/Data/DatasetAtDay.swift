// A dataset at a day: the newest lists, and every answer as it stood.

/// Chooses of all rows those that a day shows.
struct DatasetAtDay {
  /// All rows of all dates.
  let record: [Relation]
  let day: Day

  /// The relations at the day, in the same order. Rows are made when they are first asked for.
  func relations() -> [Relation] {
    record.indices.map { number in
      let relation = record[number]
      guard isDated(relation.schema) else { return relation }
      return Relation(relation.schema) { () throws(DatasetError) in try rows(of: number) }
    }
  }

  /// Whether a relation may look different on different days.
  private func isDated(_ schema: RelationSchema) -> Bool {
    if case .snapshots = schema.timing { return true }
    return schema.fields.contains { field in
      if case .link(let target) = field.type { return isSnapshots(target) }
      return field.type == .answer
    }
  }

  private func isSnapshots(_ name: String) -> Bool {
    guard case .snapshots? = relation(name)?.schema.timing else { return false }
    return true
  }

  private func relation(_ name: String) -> Relation? { record.first { $0.schema.name == name } }

  // MARK: Rows

  private func rows(of number: Int) throws(DatasetError) -> Rows {
    let relation = record[number]
    let columns = relation.columns
    if let error = relation.error { throw error }
    let list = SnapshotList(relation)
    let kept = list.rows(on: day) ?? Array(0..<relation.count)
    var rows = Rows(count: kept.count, columns: [])
    for (field, column) in zip(relation.schema.fields, columns) {
      let column = at(day, column, field).taking(kept)
      rows.columns.append(try remapped(column, field))
    }
    rows.doubtful = list.doubtful(on: day, kept)
    return rows
  }

  private func at(_ day: Day, _ column: Column, _ field: Field) -> Column {
    guard case .history(let codes, let timelines, let grounds) = column.values else {
      return column
    }
    let now = timelines.map { $0.piece(on: day).ground }
    return .answers(Codes(codes.map { now[$0] }), grounds: grounds)
  }

  /// A link to rows of a list leads to their places among the rows that the day shows.
  private func remapped(_ column: Column, _ field: Field) throws(DatasetError) -> Column {
    guard case .link(let name) = field.type, case .link(let targets) = column.values,
      let target = relation(name), let kept = SnapshotList(target).rows(on: day)
    else { return column }
    // A target that cannot be read has no rows to lead to.
    if let error = target.error { throw error }
    var places = [Int32](repeating: -1, count: target.count)
    for (place, row) in kept.enumerated() { places[row] = Int32(place) }
    var column = column
    var linked = targets
    for row in targets.indices where column.isKnown(row) {
      linked[row] = places[Int(targets[row])]
      // A row that is on no list of the day is not known to the day.
      if linked[row] < 0 { column.unknown[row] = true }
    }
    for row in linked.indices where !column.isKnown(row) { linked[row] = 0 }
    column.values = .link(rows: linked)
    column.candidates = column.candidates.mapValues { rows in
      Set(rows.map { places[Int($0)] }.filter { $0 >= 0 })
    }
    return column
  }
}

extension Column {
  /// Some of the rows, in order.
  func taking(_ rows: [Int]) -> Column {
    guard rows.count != count else { return self }
    let values: Values =
      switch values {
      case .answer(let codes, let grounds):
        .answer(codes: Codes(rows.map { codes[$0] }), grounds: grounds)
      case .history(let codes, let timelines, let grounds):
        .history(
          codes: Codes(rows.map { codes[$0] }), timelines: timelines, grounds: grounds)
      case .text(let codes, let texts): .text(codes: Codes(rows.map { codes[$0] }), texts: texts)
      case .number(let low, let high):
        Values.numbers(rows.map { low[$0] }, low.isSame(as: high) ? nil : rows.map { high[$0] })
      case .date(let first, let last):
        .date(first: rows.map { first[$0] }, last: rows.map { last[$0] })
      case .link(let targets): .link(rows: rows.map { targets[$0] })
      }
    var chosen: [Int: Set<Int32>] = [:]
    if !candidates.isEmpty {
      for (place, row) in rows.enumerated() { chosen[place] = candidates[row] }
    }
    return Column(
      values, unknown: Bitmap(count: rows.count) { unknown[rows[$0]] },
      none: Bitmap(count: rows.count) { none[rows[$0]] }, candidates: chosen)
  }
}
