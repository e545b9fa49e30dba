// Columns that are made when they are first asked for: no query needs every one.

import Synchronization

/// The rows of a relation, each column made once. A class, for all copies of a relation share one
/// making.
final class LazyRows: Sendable {
  private struct State {
    var count: Int?
    /// None until the first column is asked for: most relations are not asked of.
    var columns: [Column?] = []
    var doubtful: Bitmap??
    var error: DatasetError?
    /// What answers say on a day, under the number of the column and that of the day.
    var statedKeys: [Int] = []
    var stated: [StatedAnswers] = []
  }

  /// How many columns the source has; nil for one for each field.
  private let own: Int?
  private let state: Mutex<State>
  /// How many rows there are; -1 where it is not known yet.
  private let known = Atomic<Int>(-1)
  private let schema: RelationSchema
  private let source: any RowSource

  /// Rows whose columns a source makes.
  init(_ schema: RelationSchema, _ source: any RowSource) {
    self.schema = schema
    self.source = source
    own = source.width
    state = Mutex(State())
  }

  /// How many columns there are.
  var width: Int { own ?? schema.fields.count }

  /// How many rows there are; none where they could not be made, which `error` tells.
  var count: Int {
    // The number is asked for by every operator: once known, it is read without the lock.
    let known = known.load(ordering: .acquiring)
    return known >= 0 ? known : state.withLock { count(&$0) }
  }

  /// A column; without a known value where it could not be made, which `error` tells.
  func column(_ number: Int) -> Column {
    state.withLock { state in
      if state.columns.isEmpty { state.columns = [Column?](repeating: nil, count: width) }
      if let column = state.columns[number] { return column }
      let column = made(number, &state)
      state.columns[number] = column
      return column
    }
  }

  /// An answer as it stood on a day; nil where it must be looked up in the column's histories.
  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? {
    try source.answers(number, on: day)
  }

  /// What an answer says on a day, in short; nil where it must be found out from the column.
  func stated(_ number: Int, on day: Day) -> StatedAnswers? {
    let key = Int(day.number) * width + number
    return state.withLock { state in
      if let place = state.statedKeys.firstIndex(of: key) { return state.stated[place] }
      guard let stated = source.stated(number, on: day) else { return nil }
      state.statedKeys.append(key)
      state.stated.append(stated)
      return stated
    }
  }

  /// The rows of which it is not known whether they held; nil for none.
  var doubtful: Bitmap? {
    state.withLock { state in
      if let doubtful = state.doubtful { return doubtful }
      var doubtful: Bitmap?
      do throws(DatasetError) {
        doubtful = try source.doubtful()
      } catch {
        state.error = error
      }
      state.doubtful = .some(doubtful)
      return doubtful
    }
  }

  /// The column that holds the numbers of the rows; nil for none.
  var numbered: Int? { source.numbered }

  /// Numbers of rows that are known without a scan; nil for none.
  var counted: RowCounts? { source.counted }

  /// Whether all rows are there without more work.
  var isReady: Bool { source.isReady }

  /// Why a column could not be made; nil where all could, or were not asked for.
  var error: DatasetError? { state.withLock { $0.error } }

  private func count(_ state: inout State) -> Int {
    if let count = state.count { return count }
    var count = 0
    do throws(DatasetError) {
      count = try source.count()
    } catch {
      state.error = error
    }
    state.count = count
    known.store(count, ordering: .releasing)
    return count
  }

  private func made(_ number: Int, _ state: inout State) -> Column {
    let rows = count(&state)
    guard state.error == nil else { return .nothing(schema.fields[number].type, count: rows) }
    do throws(DatasetError) {
      return try source.column(number)
    } catch {
      state.error = error
      return .nothing(schema.fields[number].type, count: rows)
    }
  }
}

/// The columns of a relation, each made when it is first asked for.
public struct Columns: RandomAccessCollection, Sendable, Equatable {
  private let rows: LazyRows

  init(_ rows: LazyRows) { self.rows = rows }

  /// The first place: 0.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { rows.width }
  /// The column of a field, by its number, which must be below `count`.
  public subscript(number: Int) -> Column { rows.column(number) }

  /// Whether all columns are the same, which makes them.
  public static func == (a: Columns, b: Columns) -> Bool { a.elementsEqual(b) }
}

extension Column {
  /// A column of a type in which no value is known: what stands for one that cannot be read.
  static func nothing(_ type: FieldType, count: Int) -> Column {
    let codes = Codes(repeating: 0, count: count)
    let rows = [Int32](repeating: 0, count: count)
    let numbers = Numbers(repeating: 0, count: count)
    let values: Values =
      switch type {
      case .answer: .answer(codes: codes, grounds: [Ground(value: .unknown)])
      case .text: .text(codes: codes, texts: [""])
      case .category(let words): .text(codes: codes, texts: TextPool(words))
      case .number: .number(low: numbers, high: numbers)
      case .date: .date(first: rows, last: rows)
      case .link: .link(rows: rows)
      }
    return Column(
      values, unknown: Bitmap(count: count, filled: true), none: Bitmap(count: count))
  }
}
