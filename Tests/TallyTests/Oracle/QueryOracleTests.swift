// The answers of queries against an independent computation over the shipped tables.

import EnforcementData
import Foundation
import Tally
import Testing

@Suite("The oracle of queries")
struct QueryOracleTests {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "every query that the oracle answers has the oracle's answer",
    .enabled(if: python != nil, "skipped: python3 is not there"))
  func answers() throws {
    let expected = try oracle()
    #expect(expected.count > 150)
    let dated = expected.compactMap { $0["query"] as? String }.filter { $0.contains(" as of ") }
    #expect(dated.count > 80)
    let dataset = try EnforcementData.dataset()
    for record in expected {
      let query = try #require(record["query"] as? String)
      var session = Session(dataset: dataset)
      let outcome = try #require(session.run(Source(query)).first)
      let answer = try #require(outcome.answer, "\(query): \(outcome.diagnostics)")
      #expect(difference(answer, record) == nil, "\(query): \(difference(answer, record) ?? "")")
    }
  }

  /// The queries of the oracle that the language has.
  func queries() throws -> [String] {
    try oracle().compactMap { $0["query"] as? String }
  }

  private func oracle() throws -> [[String: Any]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = [
      "-B", PackageRoot.url.appending(path: "Tests/Oracle/queries.py").path,
      PackageRoot.url.appending(path: "Sources/CDataset/tables").path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try output.split(separator: UInt8(ascii: "\n")).map { line in
      try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
    }
  }

  private func difference(_ answer: Answer, _ record: [String: Any]) -> String? {
    if let layers = record["layers"] as? [[Int]] {
      let drawn = answer.picture?.layers.map { [$0.count, $0.positions.count] }
      if drawn != layers { return "layers \(drawn ?? []), oracle \(layers)" }
    }
    return switch answer.content {
    case .figure(let figure): figureDifference(figure, record)
    case .groups(let table): tableDifference(table, record, hasFigures: true)
    case .rows(let table): tableDifference(table, record, hasFigures: false)
    case .card: "a card"
    case .funnel: "a funnel"
    case .verdicts: "verdicts"
    case .transitions: "transitions"
    case .citation: "a citation"
    case .code: "code"
    }
  }

  private func figureDifference(_ figure: Figure, _ record: [String: Any]) -> String? {
    var faults: [String] = []
    func compare(_ name: String, _ got: Double?) {
      guard let want = record[name] else { return }
      if !isClose(got, (want as? NSNumber)?.doubleValue) {
        faults.append("\(name) \(String(describing: got)), oracle \(want)")
      }
    }
    compare("low", figure.low)
    compare("high", figure.high)
    compare("unknown", Double(figure.unknown))
    compare("base", Double(figure.base))
    compare("of_known", figure.ofKnown)
    if record["of"] != nil {
      compare("known", figure.known.map(Double.init))
      compare("of", figure.knownOf.map(Double.init))
    }
    return faults.isEmpty ? nil : faults.joined(separator: "; ")
  }

  private func tableDifference(
    _ table: Table, _ record: [String: Any], hasFigures: Bool
  ) -> String? {
    guard let wanted = record["rows"] as? [[Any]] else { return "the oracle has no rows" }
    if let more = record["possible_more"] as? Int, more != table.possibleMore {
      return "possible_more \(table.possibleMore), oracle \(more)"
    }
    var got = table.rows.map { row in row.flatMap(words) }
    var want = wanted.map { $0.map(word) }
    let query = record["query"] as? String ?? ""
    let isRanked = query.hasPrefix("top") || query.hasPrefix("bottom") || query.contains("sort by")
    if !hasFigures { got = got.map { Array($0.prefix(want.first?.count ?? 0)) } }
    if !isRanked { (got, want) = (got.sorted(by: before), want.sorted(by: before)) }
    guard got.count == want.count else { return "\(got.count) rows, oracle \(want.count)" }
    for (a, b) in zip(got, want) where a != b { return "\(a), oracle \(b)" }
    return nil
  }

  private func before(_ a: [String], _ b: [String]) -> Bool { a.lexicographicallyPrecedes(b) }

  /// A cell as the oracle's words: a figure as low, high, unknown and base.
  private func words(_ cell: Cell) -> [String] {
    switch cell {
    case .text(let text), .date(let text): [text]
    case .number(let value), .percent(let value): [rounded(value)]
    case .answer(let value): [value ? "yes" : "no"]
    case .unknown: ["unknown"]
    case .none: [""]
    case .figure(let figure):
      [figure.low.map(rounded) ?? "null", figure.high.map(rounded) ?? "null"]
        + [String(figure.unknown), String(figure.base)]
    }
  }

  private func word(_ value: Any) -> String {
    if let text = value as? String { return text }
    guard let number = value as? NSNumber else { return "null" }
    let double = number.doubleValue
    return double == double.rounded() && abs(double) < 1e15 ? String(Int(double)) : rounded(double)
  }

  private func rounded(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(format: "%.9g", value)
  }

  private func isClose(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }
}
