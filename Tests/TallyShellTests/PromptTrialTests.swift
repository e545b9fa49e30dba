// The real prompt at bad moments: tiny screens, keys where few expect them, what was given up.

import Foundation
import Testing

@testable import TallyShell

@Suite(.serialized) struct PromptTrialTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func prompt(
    height: Int = 24, environment: [String: String] = [:]
  ) throws -> PtySession {
    let session = try PtySession(state: sandbox.path, height: height, environment: environment)
    try session.ready()
    return session
  }

  private func leave(_ session: PtySession) throws {
    try session.wait("keys are taken") { !$0.isCooked }
    session.send("\u{15}\u{4}")
    #expect(try session.exitCode() == 0)
  }

  /// Does something to a session and waits until something is painted.
  private func paints(_ session: PtySession, _ change: () -> Void) throws {
    let before = session.bytes.count
    change()
    try session.wait("something is painted") { $0.bytes.count > before }
  }

  /// Sizes between which the memory of the line library was once damaged.
  @Test(arguments: [(10, 24), (40, 4), (3, 24), (5, 3), (1, 1)])
  func aScreenMayBecomeTinyAndLargeAgain(width: Int, height: Int) throws {
    let session = try prompt()
    for round in 0..<40 {
      try paints(session) { session.resize(width: width, height: height) }
      try paints(session) {
        session.send("count counties where detainers and \u{1}\u{5}\u{2}\u{17} 日本 ")
      }
      try paints(session) { session.resize(width: 80, height: 24) }
      try paints(session) { session.send("x y z\u{1}\u{6}\u{5}") }
      if round % 5 == 4 { try paints(session) { session.send("\u{3}") } }
    }
    try session.ready()
    try session.run("count states", until: "53 states")
    try leave(session)
  }

  @Test func whatWasGivenUpAndThenAnsweredIsSaved() throws {
    let session = try prompt()
    try session.run("count counties", until: "3,143 counties")
    try session.type("count states", until: "tally> count states")
    session.send("\u{3}")
    try session.ready()
    // Neither proposed nor asked again.
    session.send("count s")
    try session.wait("nothing is proposed") { $0.line == "tally> count s" }
    session.send("\u{15}")
    try session.ready()
    session.send(":again\r")
    try session.wait("the question that was run has run again") {
      $0.screen.lines.count { $0.hasPrefix("3,143 counties") } == 2
    }
    try session.ready()
    try session.run("\u{1b}[A\u{1b}[A", until: "53 states")
    try leave(session)
    let saved = try sandbox.text(of: sandbox.history)
    #expect(saved == "count counties\ncount states\n")
  }

  @Test func aSignalIsHeardWhileHalfACharacterWaits() throws {
    let session = try prompt()
    try session.type("ab", until: "tally> ab")
    session.send([0xE6])
    session.signal(SIGTERM)
    #expect(try session.exitCode() == 128 + SIGTERM)
    #expect(session.isCooked)
  }

  @Test func aPipeAsHistoryDoesNotHoldThePromptUp() throws {
    _ = try sandbox.run("mkdir -p tally && mkfifo tally/history")
    let session = try prompt()
    // The message is broken over lines where the path wants it.
    try session.wait("it is said") { session in
      session.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("it is not a regular file")
    }
    try leave(session)
  }

  @Test(arguments: ["", "bind -v\n"]) func aPasteEndsASearchAndIsText(settings: String) throws {
    _ = try sandbox.file(".editrc", Array(settings.utf8))
    let session = try prompt()
    try session.run("count states", until: "53 states")
    try session.type("\u{12}sta", until: "search back: sta")
    session.send("\u{1b}[200~ -- abc\nsecond\u{1b}[201~")
    // It stands where the search had found its letters, and nothing has run.
    try session.wait(for: "tally> count  -- abc\n  ...> secondstates")
    session.send("\u{3}")
    try session.ready()
    try leave(session)
  }
}
