// Where the columns of a relation come from: an array, a file that is read, an image, another day.

import Synchronization

/// What makes the columns of a relation, each when it is first asked for.
package protocol RowSource: Sendable {
  /// Whether all rows are there without more work.
  var isReady: Bool { get }
  /// How many columns there are; nil for one for each field.
  var width: Int? { get }
  /// How many rows there are.
  func count() throws(DatasetError) -> Int
  /// The column of a number below `width`.
  func column(_ number: Int) throws(DatasetError) -> Column
  /// An answer as it stood on a day; nil where it must be looked up in the column's histories.
  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column?
  /// What an answer says on a day, in short; nil where it must be found out from the column.
  func stated(_ number: Int, on day: Day) -> StatedAnswers?
  /// The column that holds the numbers of the rows as texts; nil for none. It needs no check.
  var numbered: Int? { get }
  /// Rows of a list of another day than the one asked of that are not on the next list either:
  /// whether they still held is not known. Nil for none.
  func doubtful() throws(DatasetError) -> Bitmap?
  /// Numbers of rows that were counted while the columns were made; nil for none.
  var counted: RowCounts? { get }
}

extension RowSource {
  package var isReady: Bool { false }
  package var width: Int? { nil }
  package var numbered: Int? { nil }
  package var counted: RowCounts? { nil }
  package func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? { nil }
  package func stated(_ number: Int, on day: Day) -> StatedAnswers? { nil }
  package func doubtful() throws(DatasetError) -> Bitmap? { nil }
}

/// Columns that are there.
struct MadeRows: RowSource {
  let rows: Int
  let columns: [Column]
  var counted: RowCounts?

  var isReady: Bool { true }
  var width: Int? { columns.count }
  func count() -> Int { rows }
  func column(_ number: Int) -> Column { columns[number] }
}

/// Columns that are made all at once, when the first is asked for. A class, for the copies of a
/// relation share one making.
final class LoadedRows: RowSource {
  typealias Load = @Sendable () throws(DatasetError) -> (count: Int, columns: [Column])

  private enum State {
    case waiting(Load)
    case ready(MadeRows)
    case failed(DatasetError)
  }

  private let state: Mutex<State>

  init(_ load: @escaping Load) { state = Mutex(.waiting(load)) }

  var isReady: Bool {
    state.withLock { state in
      if case .ready = state { true } else { false }
    }
  }

  func count() throws(DatasetError) -> Int { try made().rows }

  func column(_ number: Int) throws(DatasetError) -> Column {
    let made = try made()
    guard number < made.columns.count else {
      throw DatasetError(faults: ["there is no column \(number)"])
    }
    return made.columns[number]
  }

  private func made() throws(DatasetError) -> MadeRows {
    let result = state.withLock { state -> Result<MadeRows, DatasetError> in
      if case .waiting(let load) = state {
        do throws(DatasetError) {
          let made = try load()
          state = .ready(MadeRows(rows: made.count, columns: made.columns))
        } catch {
          state = .failed(error)
        }
      }
      switch state {
      case .ready(let made): return .success(made)
      case .failed(let error): return .failure(error)
      case .waiting: return .failure(DatasetError(faults: ["the rows are not made"]))
      }
    }
    return try result.get()
  }
}
