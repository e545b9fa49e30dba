// Rows that have nothing that tells them apart but their numbers.

/// Columns behind a key that is the number of the row: `1`, `2`, … The texts of the numbers take
/// fifteen bytes a row, so they are made when somebody asks for them.
struct NumberedRows: RowSource {
  /// The most rows of a table, for links say rows in four bytes and one number is no row.
  static let mostRows = Int(Int32.max) - 1

  let rows: Int
  /// The columns behind the key.
  let columns: [Column]
  /// What was counted of them, by their numbers with the key.
  var counted: RowCounts?

  var isReady: Bool { true }
  var width: Int? { columns.count + 1 }
  var numbered: Int? { 0 }
  func count() -> Int { rows }

  func column(_ number: Int) throws(DatasetError) -> Column {
    number == 0 ? try RowNumbers.column(rows) : columns[number - 1]
  }
}

/// The rows of a relation with one more column.
struct WidenedRows: RowSource {
  let base: Relation
  /// The column behind all others.
  let last: Column

  var isReady: Bool { base.isRead }
  var width: Int? { base.columns.count + 1 }
  var numbered: Int? { base.numbered }
  var counted: RowCounts? { base.counted }

  func count() throws(DatasetError) -> Int { try made(base.count) }

  func column(_ number: Int) throws(DatasetError) -> Column {
    number < base.columns.count ? try made(base.columns[number]) : last
  }

  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? {
    number < base.columns.count ? try base.answers(number, on: day) : nil
  }

  func doubtful() throws(DatasetError) -> Bitmap? { try made(base.doubtful) }

  private func made<Value>(_ value: Value) throws(DatasetError) -> Value {
    if let error = base.error { throw error }
    return value
  }
}

/// The numbers of rows as texts.
enum RowNumbers {
  /// A key column `1`, `2`, … for some rows.
  static func column(_ rows: Int) throws(DatasetError) -> Column {
    var size = 0
    var from = 1
    var digits = 1
    while from <= rows {
      size += (min(rows, from * 10 - 1) - from + 1) * digits
      from *= 10
      digits += 1
    }
    var ends = [UInt32](repeating: 0, count: rows)
    let arena = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      for row in 0..<rows {
        let start = count
        var rest = row + 1
        while rest > 0 {
          bytes[count] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
          count &+= 1
        }
        bytes[start..<count].reverse()
        ends[row] = UInt32(truncatingIfNeeded: count)
      }
    }
    guard let texts = TextPool(arena: arena, ends: ends) else {
      throw DatasetError(faults: ["the rows cannot be numbered"])
    }
    let codes = [UInt32](unsafeUninitializedCapacity: rows) { into, count in
      for row in 0..<rows { into[row] = UInt32(truncatingIfNeeded: row) }
      count = rows
    }
    return Column(.text(codes: Codes(words: codes), texts: rows == 0 ? [""] : texts), count: rows)
  }
}
