// Runs emitted SQL in real databases over exported packages, and holds it against tally's answers.

import Foundation
import Testing

@testable import Tally

/// A dataset with the statements that it is asked.
struct SQLJudge {
  /// One question with what tally answers and what it emits.
  struct Case {
    var query: String
    var dialect: String
    var sql: String
    var answer: Answer

    /// The day of the package that the statement is for, as its header says.
    var day: String? {
      let line = sql.split(separator: "\n").first { $0.hasPrefix("-- tables:") }
      return line?.split(separator: " ").last.map(String.init)
    }

    var json: String {
      JSONValue.object([
        ("query", .string(query)), ("sql", .string(sql)), ("answer", answer.json),
      ]).compact
    }
  }

  /// The databases that a Python here has.
  static let databases: [(name: String, python: String)] = {
    let named = ProcessInfo.processInfo.environment["TALLY_PYTHON"].map { [$0] } ?? []
    let pythons =
      (named + ["/usr/bin/python3", "/usr/local/bin/python3"])
      .filter(FileManager.default.isExecutableFile)
    var found = pythons.first.map { [("sqlite", $0)] } ?? []
    if let python = pythons.first(where: { run($0, ["-B", script, "--has-duckdb"]).status == 0 }) {
      found.append(("duckdb", python))
    }
    return found
  }()

  private static let script = PackageRoot.url.appending(path: "Tests/Oracle/emitted.py").path

  let dataset: Dataset

  /// What tally answers and emits; nil where it says that SQL cannot say it.
  func question(_ query: String, _ dialect: String) throws -> Case? {
    var session = Session(dataset: dataset)
    let asked = try #require(session.run(Source(query)).first)
    let answer = try #require(asked.answer, "\(query): \(asked.diagnostics.map(\.message))")
    let emitted = try #require(session.run(Source("sql \(dialect) \(query)")).first)
    guard case .code(let code)? = emitted.answer?.content else {
      #expect(emitted.diagnostics.map(\.code).contains("T290"), "\(query): \(emitted.diagnostics)")
      return nil
    }
    return Case(query: query, dialect: dialect, sql: code.text, answer: answer)
  }

  /// The differences between the databases and tally, a line for each.
  func differences(_ cases: [Case]) throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    var differences: [String] = []
    for (day, cases) in Dictionary(grouping: cases, by: { $0.day ?? "" }) {
      let folder = root.appending(path: day)
      try export(try #require(Period(day)).last, to: folder)
      for database in Self.databases {
        let own = cases.filter { $0.dialect == database.name }
        if own.isEmpty { continue }
        differences += try self.differences(own, database, folder).map {
          "\(database.name) of \(day): \($0)"
        }
      }
    }
    return differences
  }

  private func differences(
    _ cases: [Case], _ database: (name: String, python: String), _ folder: URL
  ) throws -> [String] {
    let input = folder.appending(path: "cases.jsonl")
    try (cases.map(\.json).joined(separator: "\n") + "\n")
      .write(to: input, atomically: true, encoding: .utf8)
    let arguments = ["-B", Self.script, folder.path, database.name]
    let lines = Self.run(database.python, arguments, input: input).output
      .split(separator: "\n").map(String.init)
    guard lines.last?.hasPrefix("\(cases.count) statements, ") == true else {
      return ["the judge did not end: \(lines.suffix(3))"]
    }
    return Array(lines.dropLast())
  }

  private func export(_ day: Day, to folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "data"), withIntermediateDirectories: true)
    for file in DataPackage(dataset.at(day)).files() {
      try file.text.write(
        to: folder.appending(path: file.path), atomically: false, encoding: .utf8)
    }
  }

  private static func run(
    _ path: String, _ arguments: [String], input: URL? = nil
  ) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    if let input { process.standardInput = try? FileHandle(forReadingFrom: input) }
    guard (try? process.run()) != nil else { return (-1, "") }
    let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
