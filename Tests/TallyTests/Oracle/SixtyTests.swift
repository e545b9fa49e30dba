// The sixty queries of the language, and sharper ones, against an independent computation.

import EnforcementData
import Foundation
import Testing

@testable import Tally

@Suite("The oracle of the sixty queries")
struct SixtyTests {
  static let script = PackageRoot.url.appending(path: "Tests/Oracle/sixty.py").path
  static let tables = PackageRoot.url.appending(path: "Sources/CDataset/tables").path

  @Test(
    "every query has the answer of hand-written SQL, or its refusal",
    .enabled(if: QueryOracleTests.python != nil, "skipped: python3 is not there"))
  func answers() throws {
    let cases = try python([Self.tables]).text.split(separator: "\n")
    #expect(cases.count > 200)
    let dataset = try EnforcementData.dataset()
    let lines = try cases.map { try collected(String($0), dataset) }
    let file = FileManager.default.temporaryDirectory.appending(path: "sixty-\(UUID()).jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let verdict = try python([Self.tables, "--answers", file.path])
    #expect(verdict.status == 0, "\(verdict.text)")
    #expect(verdict.text.contains("\(cases.count) cases, 0 with a difference"))
  }

  @Test(
    "the judge finds planted faults, and its bounds are those of every completion",
    .enabled(if: QueryOracleTests.python != nil, "skipped: python3 is not there"))
  func selfTest() throws {
    #expect(try python([Self.tables, "--self-test"]).text.contains("planted faults"))
    let spans = PackageRoot.url.appending(path: "Tests/Oracle/spans.py").path
    let verdict = try python(["--self-test"], of: spans)
    #expect(verdict.text.contains("agree with every completion"))
  }

  /// What a session says to a case's script, as a line for the judge.
  private func collected(_ line: String, _ dataset: Dataset) throws -> String {
    let known = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let text = try #require(known?["script"] as? String)
    let files = (known?["expected"] as? [String: Any])?["files"] as? [String: String] ?? [:]
    let host = Host(load: { name, _ in
      files[name].map { .success(Source(name: name, $0)) } ?? .failure(Host.Refusal("no such file"))
    })
    var session = Session(dataset: dataset)
    var outcomes: [Outcome] = []
    session.run(Source(text), host: host) { outcome in
      outcomes.append(outcome)
      return true
    }
    return try record(text, outcomes)
  }

  private func record(_ text: String, _ outcomes: [Outcome]) throws -> String {
    let failed = outcomes.filter { $0.failed && !$0.isExpectedToFail }
    let isMet = outcomes.allSatisfy { $0.expectation?.isMet != false }
    let errors = failed.flatMap(\.diagnostics).filter { $0.severity == .error }
    let written = outcomes.compactMap(\.answer).map {
      OutputFormat.ndjson.write($0, OutputContext()).text
    }
    let answer = try written.last.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    let record: [String: Any] = [
      "script": text, "passed": failed.isEmpty && isMet, "errors": errors.map(\.code),
      "answer": failed.isEmpty ? answer ?? NSNull() : NSNull(),
      "text": written.joined(separator: "\n"),
      "message": errors.map(\.message).joined(separator: "; "),
    ]
    let data = try JSONSerialization.data(withJSONObject: record)
    return String(decoding: data, as: UTF8.self)
  }

  private func python(
    _ arguments: [String], of script: String = script
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(QueryOracleTests.python))
    process.arguments = ["-B", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
