// What Tab offers behind a colon: commands, their arguments, files.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct CommandCompletionTests {
  /// The candidates at the mark `‸`, and the text with the first one put in.
  private func at(_ marked: String) throws -> (offered: [String], taken: String) {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let text = parts.joined()
    let found = Command.complete(text, at: parts[0].utf8.count, in: try Embedded.session())
    let bytes = Array(text.utf8)
    let taken =
      String(decoding: bytes[..<found.replaces.start], as: UTF8.self)
      + (found.candidates.first?.text ?? "")
      + String(decoding: bytes[found.replaces.end...], as: UTF8.self)
    return (found.candidates.map(\.text), taken)
  }

  @Test(arguments: [
    (":hel‸", ":help"), (":HEL‸", ":help"), ("  :forma‸", "  :format"), (":hist‸ 3", ":history 3"),
    (":format csv‸", ":format csv"), (":format CS‸", ":format csv"),
    (":explain t30‸", ":explain T301"),
    (":help detain‸", ":help detainers"), (":as-of late‸", ":as-of latest"),
    (":help as o‸", ":help as of"), (":hlep‸", ":help"), ("count count‸", "count counties"),
    (" count count‸", " count counties"),
  ])
  func completes(_ marked: String, _ wanted: String) throws {
    #expect(try at(marked).taken == wanted)
  }

  @Test func everyCommandIsOffered() throws {
    #expect(Set(try at(":‸").offered) == Set(Command.all.map(\.name)))
  }

  @Test(arguments: [":nonsense ‸", ":nonsense x‸", ":quit ‸"])
  func knowsNothingOfWhatIsUnknown(_ marked: String) throws {
    #expect(try at(marked).offered == [])
  }

  @Test func everyFormatAndCodeIsAnArgument() throws {
    #expect(Set(try at(":format ‸").offered).isSuperset(of: OutputFormat.all.map(\.name)))
    #expect(
      Set(try at(":explain ‸").offered).isSuperset(of: DiagnosticCode.all.prefix(50).map(\.name)))
  }

  // MARK: Files

  /// A folder with files in it, for as long as the test runs.
  private func inFolder(_ test: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tally-\(UUID())")
    let inner = folder.appending(path: "policies")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["policies/texas.tally", "policies/tennessee law.tally", "plan.tally", ".hidden"] {
      try Data().write(to: folder.appending(path: name))
    }
    try test(folder.path)
  }

  @Test func aFileInQuotesIsCompleted() throws {
    try inFolder { (folder: String) throws in
      #expect(try at("include \"\(folder)/pol‸").taken == "include \"\(folder)/policies/")
      #expect(try at("include \"\(folder)/pla‸").taken == "include \"\(folder)/plan.tally\"")
      #expect(
        try at("include \"\(folder)/policies/ten‸\"").taken
          == "include \"\(folder)/policies/tennessee law.tally\"")
      #expect(
        try at("include \"\(folder)/‸").offered
          == ["\"\(folder)/plan.tally\"", "\"\(folder)/policies/"])
      #expect(try at("include \"\(folder)/.‸").offered == ["\"\(folder)/.hidden\""])
      #expect(try at("include \"\(folder)/PLAN‸").offered == ["\"\(folder)/plan.tally\""])
      #expect(try at("include \"\(folder)/nowhere/x‸").offered == [])
    }
  }

  @Test func aCommandMayTakeAFile() throws {
    try inFolder { (folder: String) throws in
      let span = Span(0, 1)
      let found = FileCompletion.completions(of: folder + "/policies/te", in: span)
      #expect(
        found.candidates.map(\.text) == [
          folder + "/policies/tennessee law.tally", folder + "/policies/texas.tally",
        ])
      #expect(found.candidates.allSatisfy { $0.kind == .file && $0.follow == " " })
      let folders = FileCompletion.completions(of: folder + "/pol", in: span)
      #expect(folders.candidates.map(\.follow) == [""])
    }
  }

  @Test func theHomeExpands() {
    let found = FileCompletion.completions(of: "~", in: Span(0, 1))
    #expect(found.candidates.map(\.text) == ["~/"])
    let home = FileCompletion.completions(of: "~/", in: Span(0, 1)).candidates
    #expect(home.allSatisfy { $0.text.hasPrefix("~/") })
  }
}
