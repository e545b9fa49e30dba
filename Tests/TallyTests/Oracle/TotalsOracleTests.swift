// Bounds that totals allow, against the solvers of Python's scipy.

import EnforcementData
import Foundation
import Testing

@testable import Tally

@Suite("The oracle of totals")
struct TotalsOracleTests {
  /// A Python that has scipy; TALLY_PYTHON can name one.
  static let python =
    ([ProcessInfo.processInfo.environment["TALLY_PYTHON"]].compactMap { $0 }
    + ["/usr/bin/python3", "/usr/local/bin/python3", "/usr/bin/env"])
    .first { (try? run($0, ["-c", "import scipy"]))?.status == 0 }

  /// A condition with what the solvers say of it.
  struct Case: Decodable {
    var base: Int
    var fields: [[Int?]]
    var condition: String
    var truth: String
    var low: Int
    var high: Int
    var lp_low: Double
    var lp_high: Double
  }

  /// The conditions that the script makes.
  static func cases(_ kind: String, seed: Int, count: Int) throws -> [Case] {
    let output = try run(
      try #require(python),
      ["-B", script, kind, String(seed), String(count)])
    #expect(output.status == 0)
    let decoder = JSONDecoder()
    return try output.text.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Case.self, from: $0)
    }
  }

  private static let script = PackageRoot.url.appending(path: "Tests/Oracle/totals.py").path

  private static func run(_ path: String, _ arguments: [String]) throws -> (
    status: Int32, text: Data
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = (path.hasSuffix("env") ? ["python3"] : []) + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(
    "random conditions over up to seven fields have the bounds of linprog and milp",
    .enabled(if: python != nil, "skipped: no python3 that has scipy"),
    arguments: ["made", "survey"])
  func random(_ kind: String) throws {
    let cases = try Self.cases(kind, seed: 2016, count: 400)
    #expect(cases.count == 400)
    for known in cases {
      let fields = known.fields.map { TotalsBounds.Totals(yes: $0[0], no: $0[1]) }
      let truth = Array(known.truth)
      let bounds = TotalsBounds.of(base: known.base, fields: fields) { values in
        let cell = values.reversed().reduce(0) { cell, value in
          cell * 3 + (value == .yes ? 1 : value == .no ? 2 : 0)
        }
        return truth[cell] == "y" ? .yes : truth[cell] == "n" ? .no : .unknown
      }
      #expect(
        bounds == TotalsBounds.Interval(low: known.low, high: known.high, isTight: true),
        "\(known.condition) of \(known.fields), \(known.base) rows")
      // No bound in whole rows is wider than the one in parts of rows.
      #expect(Double(bounds.low) >= known.lp_low - 1e-6, "\(known.condition)")
      #expect(Double(bounds.high) <= known.lp_high + 1e-6, "\(known.condition)")
    }
  }

  @Test(
    "queries of the survey have the bounds of milp, or the published number",
    .enabled(if: python != nil, "skipped: no python3 that has scipy"))
  func queries() throws {
    var session = Session(dataset: try EnforcementData.dataset())
    var bare = 0
    for known in try Self.cases("survey", seed: 4, count: 300) {
      let query = "count counties as of 2016 where \(known.condition)"
      let outcome = try #require(session.run(Source(query)).first)
      guard case .figure(let figure)? = outcome.answer?.content else {
        Issue.record("\(query): \(outcome.diagnostics)")
        continue
      }
      if let published = Self.published(known) {
        #expect(figure.totals?.isPublished == true, "\(query)")
        #expect(figure.low == Double(published) && figure.high == figure.low, "\(query)")
        bare += 1
      } else {
        #expect(figure.totals?.isPublished == false, "\(query)")
        #expect(figure.low == Double(known.low), "\(query)")
        #expect(figure.high == Double(known.high), "\(query)")
      }
    }
    // Some of each, or one of the two ways was not looked at.
    #expect(bare > 0 && bare < 300)
  }

  /// The published number of a condition that is a field with any number of `not` before it, read
  /// from its words: yes for an even number of them. Nil for other conditions, and for a side that
  /// was not published.
  private static func published(_ known: Case) -> Int? {
    let words = known.condition.filter { !"()".contains($0) }.split(separator: " ")
    guard known.fields.count == 1, words.dropLast().allSatisfy({ $0 == "not" }) else { return nil }
    return known.fields[0][words.count.isMultiple(of: 2) ? 1 : 0]
  }

  @Test(
    "the solvers say what enumerated tables say",
    .enabled(if: python != nil, "skipped: no python3 that has scipy"))
  func judge() throws {
    let output = try Self.run(try #require(Self.python), ["-B", Self.script, "--self-test"])
    #expect(output.status == 0)
    #expect(String(decoding: output.text, as: UTF8.self) == "ok\n")
  }
}
