// The data package that `tally export --package` writes, judged by a script of its own.

import Foundation
import Testing

@Suite("The data package")
struct PackageTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The first Python that has frictionless, else the first one; nil where there is none.
  ///
  /// TALLY_PYTHON names one, as the project's checks do with an environment of theirs.
  static let python: (path: String, hasFrictionless: Bool)? = {
    let named = ProcessInfo.processInfo.environment["TALLY_PYTHON"].map { [$0] } ?? []
    let found =
      (named + ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"])
      .filter(FileManager.default.isExecutableFile)
    if let full = found.first(where: hasFrictionless) { return (full, true) }
    return found.first.map { ($0, false) }
  }()

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Oracle").path

  @Test(
    "it keeps its own schema: types, values, keys, links, licences, sources",
    .enabled(if: python != nil, "skipped: python3 is not there"))
  func ownSchema() throws {
    let lines = try judged(by: "")
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.last?.contains(" cells, 0 faults; ") == true, "\(lines)")
  }

  @Test(
    "frictionless validates it",
    .enabled(
      if: python?.hasFrictionless == true,
      "skipped: no python3 here has PyPI's frictionless (TALLY_PYTHON can name one)"))
  func validates() throws {
    let path = try #require(Self.python?.path)
    let lines = try judged(by: "--frictionless '\(path)'")
    #expect(lines.last?.hasSuffix("; frictionless agrees") == true, "\(lines)")
  }

  /// The numbers are those of the README of the state rules: 515 yes, 376 no, 2,252 unknown.
  @Test("its answers are of the date that was asked for") func answersOfADate() throws {
    let export = try sandbox.run("tally export --package dated --as-of 2019")
    #expect(export.status == 0, "\(export.errors)")
    let path = URL(fileURLWithPath: sandbox.path + "/dated/data/counties.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let at = try #require(lines[0].split(separator: ",").firstIndex(of: "detainers"))
    let values = lines.dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)[at]
    }
    let counts = Dictionary(grouping: values, by: { $0 }).mapValues(\.count)
    #expect(counts == ["yes": 515, "no": 376, "unknown": 2252])
    #expect(try sandbox.run("tally export --package ahead --as-of 2030").status == 4)
  }

  /// What the script prints of a package that was exported for it.
  private func judged(by options: String) throws -> [String] {
    let export = try sandbox.run("tally export --package package")
    #expect(export.status == 0, "\(export.errors)")
    let python = try #require(Self.python?.path)
    let script = Self.folder + "/package.py"
    let result = try sandbox.run("'\(python)' -B '\(script)' package \(options)")
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(result.status == 0, "\(result.output)")
    return result.output.split(separator: "\n").map(String.init)
  }

  private static func hasFrictionless(_ python: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", "import frictionless"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
