// The tables of grounds and of histories: how each value of an answer came about, and since when.

import Tally

/// Reads the tables of grounds and of histories.
enum HistoryTables {
  /// The grounds, and the histories that are made of them.
  static func histories(
    grounds: CSVTable, timelines: CSVTable
  ) throws(DatasetError) -> Histories {
    let keys = grounds.keys(column: "id")
    guard
      let histories = Histories(
        grounds: try self.grounds(grounds), timelines: try self.timelines(timelines, keys))
    else { throw DatasetError(faults: ["timelines: a piece has no ground"]) }
    return histories
  }

  private static func timelines(
    _ table: CSVTable, _ grounds: Interner
  ) throws(DatasetError) -> [String: Tally.Timeline] {
    let header = table.count == 0 ? [] : table.texts(0)
    guard let id = header.firstIndex(of: "id"), let since = header.firstIndex(of: "since"),
      let ground = header.firstIndex(of: "ground")
    else { throw DatasetError(faults: ["timelines: a column is missing"]) }
    var timelines: [String: Tally.Timeline] = [:]
    var record = 1
    while record < table.count {
      let first = record
      var pieces: [Tally.Timeline.Piece] = []
      while record < table.count, table.bytes(record, id) == table.bytes(first, id) {
        guard let number = table.code(record, ground, among: grounds) else {
          throw DatasetError(
            faults: ["timelines: there is no ground \(table.text(record, ground))"])
        }
        let day = try day(table, record, since)
        pieces.append(Tally.Timeline.Piece(since: day, ground: UInt16(clamping: number)))
        record += 1
      }
      let key = table.text(first, id)
      guard timelines[key] == nil, let timeline = Tally.Timeline(pieces) else {
        throw DatasetError(faults: ["timelines: the pieces of \(key) are out of order"])
      }
      timelines[key] = timeline
    }
    return timelines
  }

  /// The day of a cell `2019-10-01`; nil for an empty cell.
  private static func day(
    _ table: CSVTable, _ record: Int, _ column: Int
  ) throws(DatasetError) -> Tally.Day? {
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
      let day = Tally.Day(numbers[0], numbers[1], numbers[2])
    else {
      throw DatasetError(faults: ["timelines: \(table.text(record, column)) is no day"])
    }
    return day
  }

  private static func grounds(_ table: CSVTable) throws(DatasetError) -> [Tally.Ground] {
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
      return Tally.Ground(
        value: Truth(rawValue: cell(0)) ?? .unknown, reason: reason.isEmpty ? nil : reason,
        basis: cell(2), confidence: cell(3), detail: cell(4),
        sources: cell(5).utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" })
    }
  }
}
