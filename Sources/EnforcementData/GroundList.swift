// The grounds of the answers and their histories: how each value came about, and since when.

internal import Tally

/// The shipped histories.
enum GroundList {
  /// Reads the grounds and the histories that are made of them.
  static func histories(_ tables: EmbeddedTables) throws(DatasetError) -> Histories {
    var numbers: [String: UInt16] = [:]
    var grounds: [Ground] = []
    for row in try tables.rows("grounds") {
      numbers[row["id"] ?? ""] = UInt16(clamping: grounds.count)
      grounds.append(ground(row))
    }
    var pieces: [String: [Timeline.Piece]] = [:]
    for row in try tables.rows("timelines") {
      guard let ground = numbers[row["ground"] ?? ""] else {
        throw DatasetError(faults: ["timelines: there is no ground \(row["ground"] ?? "")"])
      }
      let since = row["since"].flatMap { Period($0) }?.first
      pieces[row["id"] ?? "", default: []].append(Timeline.Piece(since: since, ground: ground))
    }
    var timelines: [String: Timeline] = [:]
    for (key, pieces) in pieces {
      guard let timeline = Timeline(pieces) else {
        throw DatasetError(faults: ["timelines: the pieces of \(key) are out of order"])
      }
      timelines[key] = timeline
    }
    guard let histories = Histories(grounds: grounds, timelines: timelines) else {
      throw DatasetError(faults: ["timelines: a piece has no ground"])
    }
    return histories
  }

  private static func ground(_ row: [String: String]) -> Ground {
    let reason = row["reason"] ?? ""
    return Ground(
      value: Truth(rawValue: row["value"] ?? "") ?? .unknown,
      reason: reason.isEmpty ? nil : reason, basis: row["basis"] ?? "",
      confidence: row["confidence"] ?? "", detail: row["detail"] ?? "",
      sources: (row["sources"] ?? "").split(separator: " ").map(String.init))
  }
}
