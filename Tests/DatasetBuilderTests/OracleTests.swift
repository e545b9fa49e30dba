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
    "it reads the raw files to the same answers and the same tables of record",
    .enabled(
      if: PackageFolder.hasRaw && PackageFolder.python != nil,
      "skipped: python3 or the raw files are not there"))
  func answers() throws {
    let (status, output) = try run("compare.py", Self.tables, PackageFolder.raw, "--reasons")
    #expect(status == 0, "\(output)")
    #expect(output.contains(": 0 differences of value, 0 notes"), "\(output)")
    // The tables of record are compared too, not passed over.
    for name in ["facilities", "facility_years", "detainer_limits", "neighbors", "crosswalk"] {
      #expect(output.contains("\n\(name): "), "\(name) was not compared")
    }
  }

  @Test(
    "no answer is no against a signing day, against people held, or for want of a row",
    .enabled(
      if: PackageFolder.hasRaw && PackageFolder.python != nil,
      "skipped: python3 or the raw files are not there"))
  func truth() throws {
    let (status, output) = try run("truth.py", Self.tables, PackageFolder.raw)
    #expect(status == 0, "\(output)")
    for kind in ["a", "b", "c", "d"] {
      #expect(output.contains("(\(kind)) 0 violations"), "\(output)")
    }
  }

  @Test(
    "agreement_287g and the link to agreements say the same of every county",
    .enabled(if: PackageFolder.python != nil, "skipped: python3 is not there"))
  func links() throws {
    let (status, output) = try run("queries.py", "--links", Self.tables)
    #expect(status == 0, "\(output)")
    #expect(output.contains(": 0 days with a difference"), "\(output)")
  }

  @Test(
    "README prints what SQL of its own finds",
    .enabled(if: PackageFolder.python != nil, "skipped: python3 is not there"))
  func samples() throws {
    let (status, output) = try run("samples.py")
    #expect(status == 0 && output.hasSuffix(" 0 faults\n"), "\(output)")
    #expect(!output.hasPrefix("0 answers"), "\(output)")
  }

  @Test(
    "the samples expect what SQL of its own finds, and state every published figure",
    .enabled(if: PackageFolder.python != nil, "skipped: python3 is not there"))
  func expectations() throws {
    let (status, output) = try run("expects.py")
    #expect(status == 0 && output.hasSuffix(" 0 faults\n"), "\(output)")
    #expect(!output.hasPrefix("0 expectations"), "\(output)")
  }

  @Test(
    "the scripts find what is planted, and answer made-up cases as worked out by hand",
    .enabled(if: PackageFolder.python != nil, "skipped: python3 is not there"),
    arguments: [
      ["compare.py", "answers by hand", "planted faults found"],
      ["truth.py", "planted violations found"], ["queries.py", "bounds agree with brute force"],
      ["package.py", "planted faults found"], ["expects.py", "planted faults found"],
    ])
  func selfTest(script: [String]) throws {
    let (status, output) = try run(script[0], "--self-test")
    #expect(status == 0, "\(output)")
    for line in script.dropFirst() { #expect(output.contains(line), "\(output)") }
  }
}
