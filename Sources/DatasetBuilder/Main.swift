// `DatasetBuilder [RAWDIR] [OUTDIR]` makes the shipped tables of the raw files.

import Foundation

/// `DatasetBuilder [RAWDIR] [OUTDIR]` makes the shipped tables of the raw files. What it repaired,
/// what contradicts what, and what stays unknown goes to standard error; where it refuses a row it
/// writes nothing and exits with 1.
@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let raw = arguments.first ?? "../shared/data"
    let out = arguments.dropFirst().first ?? "Sources/CDataset/tables"
    exit(run(from: raw, to: out))
  }

  /// Builds, checks and writes; gives the exit status.
  static func run(from raw: String, to out: String) -> Int32 {
    let report = Report()
    do {
      let tables = try Build(rawFolder: raw, report: report).tables()
      Links.check(tables, report: report)
      for finding in report.sorted { say(finding.text) }
      for line in report.summary { say(line) }
      guard report.of(.refusal).isEmpty else {
        say("\(report.of(.refusal).count) refused: nothing written")
        return 1
      }
      try Output.write(tables, to: out)
      for table in tables { say("\(table.name): \(table.rows.count) rows") }
      say("\(report.of(.repair).count) repairs, \(report.of(.contradiction).count) contradictions")
      return 0
    } catch {
      say("\(error)")
      return 1
    }
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
