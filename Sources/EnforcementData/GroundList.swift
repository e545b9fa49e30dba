// The grounds of the answers and their histories: how each value came about, and since when.

internal import Tally

/// The shipped histories. Cells are read where they lie: there are thousands, and the first answer
/// of every session waits for them.
enum GroundList {
  /// Reads the grounds and the histories that are made of them.
  static func histories(_ tables: EmbeddedTables) throws(DatasetError) -> Histories {
    let grounds = try tables.table("grounds")
    let keys = grounds.keys(column: "id")
    guard
      let histories = Histories(
        grounds: try self.grounds(grounds), timelines: try timelines(tables, keys))
    else { throw DatasetError(faults: ["timelines: a piece has no ground"]) }
    return histories
  }

  private static func timelines(
    _ tables: EmbeddedTables, _ grounds: Interner
  ) throws(DatasetError) -> [String: Timeline] {
    let table = try tables.table("timelines")
    let header = table.count == 0 ? [] : table.texts(0)
    guard let id = header.firstIndex(of: "id"), let since = header.firstIndex(of: "since"),
      let ground = header.firstIndex(of: "ground")
    else { throw DatasetError(faults: ["timelines: a column is missing"]) }
    var timelines: [String: Timeline] = [:]
    var record = 1
    while record < table.count {
      let first = record
      var pieces: [Timeline.Piece] = []
      while record < table.count, table.bytes(record, id) == table.bytes(first, id) {
        guard let number = table.code(record, ground, among: grounds) else {
          throw DatasetError(
            faults: ["timelines: there is no ground \(table.text(record, ground))"])
        }
        let day = try day(table, record, since)
        pieces.append(Timeline.Piece(since: day, ground: UInt16(clamping: number)))
        record += 1
      }
      let key = table.text(first, id)
      guard timelines[key] == nil, let timeline = Timeline(pieces) else {
        throw DatasetError(faults: ["timelines: the pieces of \(key) are out of order"])
      }
      timelines[key] = timeline
    }
    return timelines
  }

  /// The day of a cell `2019-10-01`; nil for an empty cell.
  private static func day(
    _ table: CSVTable, _ record: Int, _ column: Int
  ) throws(DatasetError) -> Day? {
    let cell = table.bytes(record, column)
    guard !cell.isEmpty else { return nil }
    var numbers = [0]
    for byte in cell {
      if byte == UInt8(ascii: "-") {
        numbers.append(0)
      } else {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte & 0x0F)
      }
    }
    let isPlain = cell.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    guard cell.count == 10, isPlain, numbers.count == 3,
      let day = Day(numbers[0], numbers[1], numbers[2])
    else {
      throw DatasetError(faults: ["timelines: \(table.text(record, column)) is no day"])
    }
    return day
  }

  private static func grounds(_ table: CSVTable) throws(DatasetError) -> [Ground] {
    let header = table.count == 0 ? [] : table.texts(0)
    var places: [Int] = []
    for name in ["value", "reason", "basis", "confidence", "detail", "sources"] {
      guard let place = header.firstIndex(of: name) else {
        throw DatasetError(faults: ["grounds: there is no column \(name)"])
      }
      places.append(place)
    }
    return (1..<max(1, table.count)).map { record in
      func cell(_ number: Int) -> String { table.text(record, places[number]) }
      let reason = cell(1)
      return Ground(
        value: Truth(rawValue: cell(0)) ?? .unknown, reason: reason.isEmpty ? nil : reason,
        basis: cell(2), confidence: cell(3), detail: cell(4),
        sources: cell(5).utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" })
    }
  }
}
