// Imports the list of stations that a made-up county publishes.

public import Tally

/// Reads what Exampleton County writes about its stations: a line for each, with commas.
public enum Importer {
  /// What a row is.
  public static let stations = RelationSchema(
    "stations", singular: "station", meaning: "a station of Exampleton County", key: "name",
    fields: [
      Field("name", .text, meaning: "what it is called"),
      Field("opened", .date, meaning: "when it was opened"),
      Field("beds", .number, meaning: "how many people it can hold", unit: ("bed", "beds")),
      Field("detainers", .answer, meaning: "whether it holds people on detainers"),
    ],
    shown: ["name", "beds", "detainers"])

  /// The stations of an export, as they are on a day.
  public static func dataset(_ export: String, asOf day: Day) throws -> Dataset {
    let rows = export.split(whereSeparator: \.isNewline).dropFirst().map(row)
    return try Dataset("stations", asOf: day, relations: [Relation(stations, rows: rows)])
  }

  private static func row(_ line: Substring) -> [RowValue] {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4 else { return cells.map { .text($0) } }
    return [.text(cells[0]), date(cells[1]), number(cells[2]), answer(cells[3])]
  }

  /// An empty cell is unknown. One that is no date stays a text, which is refused with its row.
  private static func date(_ cell: String) -> RowValue {
    cell.isEmpty ? .unknown : Period(cell).map { .date($0) } ?? .text(cell)
  }

  private static func number(_ cell: String) -> RowValue {
    cell.isEmpty ? .unknown : Int(cell).map { .number(Double($0)) } ?? .text(cell)
  }

  /// An empty cell is not "no": the county did not say.
  private static func answer(_ cell: String) -> RowValue {
    switch cell {
    case "Y": .yes
    case "N": .no
    default: .unknown(reason: cell.isEmpty ? "not stated" : "stated as \(cell)")
    }
  }
}
