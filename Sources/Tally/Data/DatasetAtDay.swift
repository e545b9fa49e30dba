// A dataset at a day: the newest lists, and every answer as it stood.

import Synchronization

/// Chooses of all rows those that a day shows.
struct DatasetAtDay {
  /// All rows of all dates.
  let record: [Relation]
  let day: Day

  /// The relations at the day, in the same order. Columns are made when they are first asked for.
  func relations() -> [Relation] {
    let lists = record.map(\.schema).filter { schema in
      if case .snapshots = schema.timing { true } else { false }
    }.map(\.name)
    return record.indices.map { number in
      let relation = record[number]
      guard isDated(relation.schema, lists) else { return relation }
      return Relation(relation.schema, RowsAtDay(self, number))
    }
  }

  /// Whether a relation may look different on different days, which those do that are lists.
  private func isDated(_ schema: RelationSchema, _ lists: [String]) -> Bool {
    // Rows of fields that are not made yet are looked at when they are asked for: that a date
    // changes nothing of them is then found out.
    if lists.contains(schema.name) || !schema.hasFields { return true }
    return schema.fields.contains { field in
      switch field.type {
      case .answer: true
      case .link(let target): lists.contains(target)
      case .text, .category, .number, .date: false
      }
    }
  }

  fileprivate func relation(_ name: String) -> Relation? { record.first { $0.schema.name == name } }
}

/// The rows of a relation that a day shows. A class, for they are chosen once for all columns.
private final class RowsAtDay: RowSource {
  private let dated: DatasetAtDay
  private let relation: Relation
  /// The rows that are shown; nil within for all of them, and outside until they are chosen.
  private let chosen = Mutex<[Int]??>(nil)

  init(_ dated: DatasetAtDay, _ number: Int) {
    self.dated = dated
    relation = dated.record[number]
  }

  var numbered: Int? { relation.numbered }

  func count() throws(DatasetError) -> Int {
    let kept = try kept()
    let count = kept?.count ?? relation.count
    if let error = relation.error { throw error }
    return count
  }

  func column(_ number: Int) throws(DatasetError) -> Column {
    let field = relation.schema.fields[number]
    if field.type == .answer, let column = try relation.answers(number, on: dated.day) {
      return try column.taking(kept())
    }
    let column = relation.columns[number]
    if let error = relation.error { throw error }
    return try remapped(at(dated.day, column).taking(kept()), field)
  }

  /// What was counted of all rows holds where the day shows all of them; answers that differ by
  /// the day are never counted.
  var counted: RowCounts? {
    do throws(DatasetError) { return try kept() == nil ? relation.counted : nil } catch {
      return nil
    }
  }

  func stated(_ number: Int, on day: Day) -> StatedAnswers? {
    guard day == dated.day else { return nil }
    do throws(DatasetError) {
      // Of some of the rows nothing is known beforehand.
      return try kept() == nil ? relation.stated(number, on: day) : nil
    } catch {
      return nil
    }
  }

  func doubtful() throws(DatasetError) -> Bitmap? {
    guard let kept = try kept() else { return nil }
    return SnapshotList(relation).doubtful(on: dated.day, kept)
  }

  /// The rows that the day shows; nil for all.
  private func kept() throws(DatasetError) -> [Int]? {
    let rows = chosen.withLock { chosen -> [Int]? in
      if let chosen { return chosen }
      let rows = SnapshotList(relation).rows(on: dated.day)
      chosen = .some(rows)
      return rows
    }
    if let error = relation.error { throw error }
    return rows
  }

  private func at(_ day: Day, _ column: Column) -> Column {
    guard case .history(let codes, let timelines, let grounds) = column.values else {
      return column
    }
    let now = timelines.map { $0.piece(on: day).ground }
    return .answers(Codes(codes.map { now[$0] }), grounds: grounds)
  }

  /// A link to rows of a list leads to their places among the rows that the day shows.
  private func remapped(_ column: Column, _ field: Field) throws(DatasetError) -> Column {
    guard case .link(let name) = field.type, case .link(let targets) = column.values,
      let target = dated.relation(name),
      let kept = SnapshotList(target).rows(on: dated.day)
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
  /// Some of the rows, in order; nil for all.
  func taking(_ rows: [Int]?) -> Column {
    guard let rows, rows.count != count else { return self }
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
