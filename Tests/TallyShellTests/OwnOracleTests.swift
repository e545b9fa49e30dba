// Random questions over made tables of one's own, against plain Python over the same cells.

import Foundation
import Testing

@Suite("The oracle of own tables") struct OwnOracleTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Oracle/own.py").path

  /// Long tables are counted in one pass, short ones row by row.
  @Test(
    .enabled(if: PackageTests.python != nil, "skipped: python3 is not there"),
    arguments: [
      "--rows 66000 --count 6 --only groups --seed 5", "--rows 3000 --count 28 --seed 6",
      "--rows 1500 --count 14 --incomplete --seed 7",
    ])
  func questionsHaveTheAnswersOfPlainPython(_ options: String) throws {
    let sandbox = try Sandbox()
    let python = try #require(PackageTests.python?.path)
    let result = try sandbox.run(
      "'\(python)' -B '\(Self.script)' --tally '\(Product.path)' \(options)")
    #expect(result.status == 0, "\(result.output.suffix(2000)) \(result.errors.suffix(500))")
    #expect(result.output.contains(" 0 answers differ"))
  }
}
