// The shape of the project: sizes, first lines, forbidden words, directions, documents.

import Testing

@Suite("Shape") struct ShapeTests {
  private static func everySource() throws -> [ProjectFile] {
    try PackageRoot.files(under: "Sources") + PackageRoot.files(under: "Tests")
  }

  private static func report(_ faults: [Fault]) -> Comment {
    "\(faults.map(\.description).joined(separator: "\n"))"
  }

  @Test func `files and lines are short`() throws {
    let faults = try ShapeTests.everySource().flatMap(ShapeRules.sizes)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  @Test func `functions are short`() throws {
    let faults = try ShapeTests.everySource().flatMap(ShapeRules.functions)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  @Test func `each file opens with what it is for`() throws {
    let faults = try ShapeTests.everySource().flatMap(ShapeRules.opening)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  @Test func `the library cannot trap by its own words, and prints nothing`() throws {
    let faults = try PackageRoot.files(under: "Sources/Tally").flatMap(ShapeRules.forbidden)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  @Test func `what ships does without Foundation`() throws {
    let pure = try ["Sources/Tally", "Sources/EnforcementData"].flatMap {
      try PackageRoot.files(under: $0)
    }
    let shell = try PackageRoot.files(under: "Sources/TallyShell")
    let faults =
      pure.flatMap { ShapeRules.foundation($0, orItsEssentials: true) }
      + shell.flatMap { ShapeRules.foundation($0, orItsEssentials: false) }
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  @Test func `dependencies of the library point down`() throws {
    let folder = "Sources/Tally/"
    let files = try PackageRoot.files(under: "Sources/Tally").map {
      ProjectFile(path: String($0.path.dropFirst(folder.count)), text: $0.text)
    }
    let faults = Direction.faults(files)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }

  /// Required from the day that the project has a README.
  @Test(
    .enabled(
      if: PackageRoot.has("ARCHITECTURE.md") || PackageRoot.has("README.md"),
      "ARCHITECTURE.md is not written yet"))
  func `ARCHITECTURE.md has the stage table and names only what is there`() throws {
    let text = try PackageRoot.text("ARCHITECTURE.md")
    let document = ProjectFile(path: "ARCHITECTURE.md", text: text)
    #expect(ArchitectureRules.hasStageTable(document))
    let faults = ArchitectureRules.missingPaths(document, has: PackageRoot.has)
    #expect(faults.isEmpty, ShapeTests.report(faults))
  }
}
