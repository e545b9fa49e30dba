// The rows of an answer, cell by cell.

/// The rows or groups of an answer.
public struct Rows: RandomAccessCollection, Sendable, Equatable {
  /// The answer's table.
  public let table: Table
  private let places: [String: Int]

  init(_ table: Table) {
    self.table = table
    places = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of the columns, in order.
  public var columns: [String] { table.columns.map(\.name) }
  /// How many further rows may belong: they are not here, for they are not certain.
  public var possibleMore: Int { table.possibleMore }
  /// Where the first row is.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { table.rows.count }
  /// One row.
  public subscript(place: Int) -> Row {
    Row(cells: table.rows[place], places: places, number: place)
  }
}

/// One row or group of an answer.
public struct Row: Sendable, Equatable {
  /// Its cells, in the order of the columns.
  public let cells: [Cell]
  let places: [String: Int]
  let number: Int

  /// The cell of a column; nil where there is no such column.
  public subscript(column: String) -> Cell? { places[column].map { cells[$0] } }

  /// The only figure of a group; nil where it has none, or several.
  public var figure: Figure? {
    let figures = cells.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    return figures.count == 1 ? figures[0] : nil
  }

  /// The figure of a column; nil where there is none.
  public func figure(_ column: String) -> Figure? {
    if case .figure(let figure)? = self[column] { figure } else { nil }
  }
}

/// An answer to a question of yes or no. It is no `Bool?`: what is not known is not no.
public enum YesNo: Sendable, Hashable {
  /// It is so.
  case yes
  /// It is not so.
  case no
  /// The record does not settle it, and why where that is said.
  case unknown(reason: String?)
}

/// A value that may not be known, and may not apply.
public enum Known<Value: Sendable>: Sendable {
  /// It is known.
  case value(Value)
  /// It is not known, and why where that is said.
  case unknown(reason: String?)
  /// It does not apply.
  case none
}

extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}

extension Cell {
  /// The cell as an answer; nil where it is none of yes, no and unknown.
  public var yesNo: YesNo? {
    switch self {
    case .answer(let isYes): isYes ? .yes : .no
    case .unknown(let reason): .unknown(reason: reason)
    case .text, .number, .percent, .date, .figure, .none: nil
    }
  }
}
