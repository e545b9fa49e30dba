// Definitions that are kept between sessions: the file, and what a broken one does.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct KeptDefinitionTests {
  let sandbox: Sandbox
  private let dataset: Dataset

  init() throws {
    sandbox = try Sandbox()
    dataset = try Embedded.session().dataset
  }

  private var path: String { sandbox.path + "/tally/kept.tally" }

  private func defined(_ statements: String...) throws -> Session {
    var session = try Embedded.session()
    for statement in statements { #expect(session.run(Source(statement)).last?.failed == false) }
    return session
  }

  @Test func whatIsKeptIsThereAgain() throws {
    let file = KeptDefinitions(path: path)
    let session = try defined(
      "param least = 500_000", "--- Populous.\ndefine big of counties as population > $least",
      "define places as counties where big",
      "define over(n) of counties as population > $n")
    for definition in session.definitions { try file.keep(definition, of: dataset) }
    var later = try Embedded.session()
    let found = try file.load(into: &later)
    #expect(found.mistakes.isEmpty)
    #expect(later.definitions.map(\.statement) == session.definitions.map(\.statement))
    #expect(found.kept.map(\.statement) == session.definitions.map(\.statement))
    // A name that another uses may go: its meaning was written out.
    #expect(try file.forget("big", of: dataset))
    var last = try Embedded.session()
    #expect(try file.load(into: &last).mistakes.isEmpty)
    #expect(last.definitions.map(\.name) == ["places", "over"])
    #expect(!(try sandbox.text(of: path)).contains("Populous"))
    #expect(try !file.forget("big", of: dataset))
  }

  @Test func aNewMeaningTakesThePlaceOfTheOldAndCommentsStay() throws {
    let file = KeptDefinitions(path: path)
    FilePath.makeFolders(of: path)
    _ = try sandbox.file(
      "tally/kept.tally",
      Array("-- mine\ndefine big of counties as population > 1\n\n-- end\n".utf8))
    let session = try defined("define big of counties as population > 2")
    try file.keep(try #require(session.definitions.first), of: dataset)
    #expect(
      try sandbox.text(of: path) == "-- mine\n-- end\n\ndefine big of counties as population > 2\n")
  }

  private func prompt(width: Int = 120) throws -> PtySession {
    try PtySession(
      state: sandbox.path, width: width, environment: ["XDG_CONFIG_HOME": sandbox.path])
  }

  @Test func aLaterPromptKnowsItAndNoScriptDoes() throws {
    let first = try prompt()
    try first.run(":keep", until: "nothing is kept yet")
    try first.run(":keep big", until: "no definition is called \"big\"")
    try first.run("define big of counties as population > 1_000_000", until: "big is defined")
    try first.run(":keep big", until: "kept, with the names in it written out:")
    let second = try prompt()
    try second.run("count counties where big", until: "of 3,143 counties")
    try second.run(":keep", until: "define big of counties as population > 1_000_000")
    try second.run(":forget big", until: "big is no longer kept")
    try second.run(":forget big", until: "no kept definition is called")
    let script = try sandbox.run(
      "export XDG_CONFIG_HOME=\(sandbox.path); tally -e 'count counties where big'")
    #expect(script.status == 1)
  }

  @Test func aBrokenFileIsNamedByItsPlaceAndThePromptStarts() throws {
    FilePath.makeFolders(of: path)
    _ = try sandbox.file(
      "tally/kept.tally",
      Array("define bad as countys\ndefine big of counties as population > 1_000_000\n".utf8))
    let session = try prompt(width: 200)
    try session.wait(for: "kept.tally:1:15")
    try session.run("count counties where big", until: "of 3,143 counties")
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let session = try prompt(width: 250)
    try session.wait(for: "it is not a regular file")
    try session.run("count counties", until: "3,143 counties")
  }
}
