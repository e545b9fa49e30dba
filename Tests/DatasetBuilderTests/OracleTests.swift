// Runs the independent oracle against the shipped tables.

import Foundation
import Testing

/// Runs the independent oracle against the shipped tables. In CI the same by hand:
/// `python3 Tests/Oracle/compare.py Sources/CDataset/tables RAW_FOLDER --reasons`.
@Suite("The independent oracle")
struct OracleTests {
  /// Runs a script of the oracle; gives its exit status and what it printed.
  private func run(_ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(PackageFolder.python))
    process.currentDirectoryURL = PackageFolder.url.appendingPathComponent("Tests/Oracle")
    process.arguments = ["-B"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let tables =
    PackageFolder.url.appendingPathComponent("Sources/CDataset/tables").path

  @Test(
    "it reads the raw files to the same answers, reasons, bases and confidences",
    .enabled(
      if: PackageFolder.hasRaw && PackageFolder.python != nil,
      "skipped: python3 or the raw files are not there"))
  func answers() throws {
    let (status, output) = try run("compare.py", Self.tables, PackageFolder.raw, "--reasons")
    #expect(status == 0, "\(output)")
    #expect(output.contains(": 0 differences of value, 0 notes"), "\(output)")
  }

  @Test(
    "agreement_287g and the link to agreements say the same of every county",
    .enabled(if: PackageFolder.python != nil, "skipped: python3 is not there"))
  func links() throws {
    let (status, output) = try run("queries.py", Self.tables)
    #expect(status == 0, "\(output.prefix(500))")
    let bounds = try run("queries.py", "--self-test")
    #expect(bounds.status == 0, "\(bounds.output)")
  }
}
