// The real prompt in terminals of three widths, with UTF-8 and in the C locale.

import Foundation
import Testing

@testable import TallyShell

/// A terminal that a test is run in.
struct PromptPlace: Sendable, CustomTestStringConvertible {
  let width: Int
  let locale: String

  var testDescription: String { "\(width) columns, \(locale)" }

  static let all = [40, 80, 120].flatMap { width in
    ["C.UTF-8", "C"].map { PromptPlace(width: width, locale: $0) }
  }
}

@Suite(.serialized) struct PromptMatrixTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func prompt(
    _ place: PromptPlace, height: Int = 100, environment: [String: String] = [:]
  ) throws -> PtySession {
    let locale = ["LANG": place.locale, "LC_ALL": place.locale]
    let session = try PtySession(
      state: sandbox.path, width: place.width, height: height,
      environment: locale.merging(environment) { $1 })
    try session.ready()
    return session
  }

  private func leave(_ session: PtySession) throws {
    try session.wait("keys are taken") { !$0.isCooked }
    session.send("\u{15}\u{4}")
    try session.wait("the terminal is left as found") { $0.isCooked }
    #expect(try session.exitCode() == 0)
    #expect(session.screen.unknown.isEmpty)
  }

  /// Waits until the cursor's row is a prompt with this behind it.
  private func line(_ session: PtySession, _ entry: String) throws {
    try session.wait("the line is \(entry)") { $0.line == "tally> " + entry }
  }

  @Test(arguments: PromptPlace.all) func everyAlphabet(place: PromptPlace) throws {
    let session = try prompt(place)
    let entry = "show county \"Doña Ana, NM\""
    session.send(entry)
    try line(session, entry)
    #expect(session.screen.column == 9 + 26)
    session.send("\u{15}\u{1b}[200~\(entry)\u{1b}[201~")
    try line(session, entry)
    session.send("\u{15}show county \"Doñ\t")
    try session.wait("it is completed") {
      $0.screen.text.replacing("\n", with: "").contains("\"Doña Ana County, NM\"")
    }
    session.send("\u{15}")
    try session.ready()
    try session.run(entry, until: "Doña Ana County")
    try session.type("\u{12}ÑA a", until: "search back: ÑA a")
    try line(session, entry)
    session.send("\u{7}")
    try session.ready()
    session.send("\u{1b}[A")
    try line(session, entry)
    try leave(session)
    #expect(try sandbox.text(of: sandbox.history) == entry + "\n")
  }

  @Test(arguments: PromptPlace.all) func thePromptSaysNumberAndDate(place: PromptPlace) throws {
    let session = try prompt(place)
    #expect(session.screen.lines.contains("tally 1>"))
    try session.run("count counties", until: "tally 2>")
    try session.run("count cuonties", until: "T303")
    #expect(session.screen.lines.last == "tally 2>")
    try session.run(":as-of 2019-06", until: "tally 2 as of 2019-06-30>")
    session.send("x\u{1b}\ry")
    try session.wait("the second line is as far in") {
      $0.screen.lines.contains("tally 2 as of 2019-06-30> x")
        && $0.screen.lines.contains("                     ...>   y")
    }
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func theLineBelowSaysWhatIsFound(place: PromptPlace) throws {
    let session = try prompt(place)
    session.send("count counties in TX")
    try session.wait("the number is under it") { $0.screen.lines.last == "254 counties" }
    #expect(session.line == "tally> count counties in TX")
    session.send("x")
    try session.wait("the number has gone") { !$0.screen.text.contains("254") }
    try session.wait(for: "no place is named \"TXx\"")
    #expect(session.screen.lines.allSatisfy { $0.count <= place.width })
    session.send("\u{7f}")
    try session.wait("the number is back") { $0.screen.lines.last == "254 counties" }
    session.send("\r")
    try session.wait(for: "tally 2>")
    try session.ready()
    // What stood below the entry is not left between it and its answer.
    let row = try #require(session.screen.lines.firstIndex { $0.hasSuffix("counties in TX") })
    #expect(session.screen.lines[row + 1].contains(/254 counties +\(as of/))
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func unknownNamesAreMarked(place: PromptPlace) throws {
    let session = try prompt(place, environment: ["NO_COLOR": ""])
    session.send("count cuonties ")
    try session.wait("the name is underlined") { session in
      String(decoding: session.bytes, as: UTF8.self)
        .contains(/\u{1b}\[4;[0-9;]*mcuonties\u{1b}\[0m/)
    }
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func theGreyRestIsTaken(place: PromptPlace) throws {
    let session = try prompt(place)
    session.send("count counti")
    try line(session, "count counties")
    #expect(session.screen.column == 9 + 12)
    session.send("\u{1b}[F in TX\r")
    try session.wait(for: "tally 2>")
    try session.ready()
    session.send("cou")
    try line(session, "count counties in TX")
    // Word by word: Alt-F and Ctrl-Right.
    session.send("\u{1b}f\u{1b}[1;5C")
    try session.wait("two words are taken") { $0.screen.column == 9 + 14 }
    session.send("\u{1b}[C!")
    try line(session, "count counties in TX!")
    session.send("\u{15}count cuonties\r")
    try session.wait(for: "T303")
    try session.ready()
    // What failed is not proposed.
    session.send("count cuo\u{1b}[C!")
    try line(session, "count cuo!")
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func theHistoryIsSearchedBothWays(place: PromptPlace) throws {
    let session = try prompt(place)
    for (number, name) in ["one", "two", "three"].enumerated() {
      try session.run("param \(name) = 1", until: "$\(name) is 1")
      #expect(session.screen.lines.count { $0.hasPrefix("$") } == number + 1)
    }
    session.send("\u{12}PARAM")
    try line(session, "param three = 1")
    session.send("\u{12}\u{12}")
    try line(session, "param one = 1")
    session.send("\u{12}")
    try session.wait(for: "search back: PARAM  (nothing older)")
    session.send("\u{13}")
    try session.wait(for: "search forward: PARAM")
    try line(session, "param two = 1")
    session.send("q")
    try session.wait(for: "PARAMq  (not found)")
    session.send("\u{7}\u{13}param")
    try line(session, "param one = 1")
    session.send("\u{5}2")
    try line(session, "param one = 12")
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func aPastedScriptRunsAsWritten(place: PromptPlace) throws {
    let session = try prompt(place)
    let lines = (1...30).map { "param\ta\($0) = \($0)\t-- no \($0)" }
    session.send("\u{1b}[200~" + lines.joined(separator: "\r\n") + "\r\n\u{1b}[201~")
    try session.wait(for: "  ...> param  a30 = 30  -- no 30")
    #expect(!session.screen.text.contains("$a1 is 1"))
    session.send("\r")
    try session.wait(for: "$a30 is 30")
    try session.ready()
    #expect(session.screen.lines.count { $0.hasPrefix("$a") } == 30)
    #expect(
      try sandbox.text(of: sandbox.history) == lines.joined(separator: "\\n") + "\n")
    session.send("\u{1b}[200~tally 1> param b = 1\rtally 2> param c = 2\u{1b}[201~\r")
    try session.wait(for: "$c is 2")
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func severalLinesAreRecalledAsOne(place: PromptPlace) throws {
    let session = try prompt(place)
    session.send("param a = 1\u{1b}\r\u{7f}\u{7f}param b = 2\r")
    try session.wait(for: "$b is 2")
    try session.ready()
    session.send("\u{1b}[A")
    try session.wait("the whole entry is there") {
      $0.text.hasSuffix("tally> param a = 1\n  ...> param b = 2")
    }
    // A digit to the second line's end; then up, and the first line's beginning and end.
    session.send("3\u{1b}[A\u{1}\u{1b}[3~p\u{5}4\r")
    try session.wait(for: "$b is 23")
    try session.ready()
    #expect(session.screen.lines.contains("$a is 14"))
    try leave(session)
    let history = try sandbox.text(of: sandbox.history)
    #expect(history == "param a = 1\\nparam b = 2\nparam a = 14\\nparam b = 23\n")
  }

  @Test(arguments: PromptPlace.all) func aResizeRepaintsWhatIsBelow(place: PromptPlace) throws {
    let session = try prompt(place)
    session.send("count counties in TX")
    try session.wait("the number is under it") { $0.screen.lines.last == "254 counties" }
    session.resize(width: 20)
    try session.wait("all of it is painted anew") {
      $0.screen.lines == ["tally 1> count count", "ies in TX", "254 counties"]
    }
    session.resize(width: place.width)
    session.send("\u{15}:\t")
    try session.wait("candidates are listed") { $0.screen.text.contains("version") }
    session.resize(width: 20)
    session.send("\u{15}")
    try session.ready()
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func wordsAreMovedOverAndCut(place: PromptPlace) throws {
    let session = try prompt(place)
    session.send("one two three\u{1b}b\u{1b}bX\u{1b}fY")
    try line(session, "one XtwoY three")
    session.send("\u{1b}[1;5DZ\u{1b}[1;5CW")
    try line(session, "one ZXtwoYW three")
    session.send("\u{17}")
    try line(session, "one  three")
    session.send("\u{5}\u{19}")
    try line(session, "one  threeZXtwoYW")
    session.send("\u{1f}")
    try line(session, "one  three")
    session.send("\u{15}ab\u{14}")
    try line(session, "ba")
    session.send("\u{15}\u{19}\u{1}\u{b}\u{19}\u{19}")
    try line(session, "baba")
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func charactersAreWhole(place: PromptPlace) throws {
    let session = try prompt(place)
    // A mother and her daughter joined, an e with an accent of its own, a wide character.
    session.send("a\u{1F469}\u{200D}\u{1F467}b\u{1b}[D\u{7f}")
    try line(session, "ab")
    session.send("\u{15}xe\u{301}漢y\u{1b}[D\u{1b}[D")
    try session.wait("the cursor is before the wide one") { $0.screen.column == 9 + 2 }
    session.send("\u{7f}")
    try line(session, "x漢y")
    session.send("\u{1b}[3~")
    try line(session, "xy")
    try leave(session)
  }

  @Test(arguments: PromptPlace.all) func viKeysAreHonoured(place: PromptPlace) throws {
    _ = try sandbox.file(".editrc", Array("bind -v\n".utf8))
    let session = try prompt(place)
    session.send("param one = 1\r")
    try session.wait(for: "$one is 1")
    try session.ready()
    session.send("abc def")
    try line(session, "abc def")
    // Escape twice; a line of libedit's own history, a word of it: they have none. Then `v` and
    // `#`, which would leave the entry.
    session.send("\u{1b}")
    session.send("\u{1b}")
    session.send("5G_v#0x")
    try line(session, "bc def")
    session.send("u")
    try line(session, "abc def")
    session.send("wcwxyz")
    try line(session, "abc xyz")
    session.send("\u{1b}[D\u{1b}[D!")
    try line(session, "abc x!yz")
    session.send("\u{1b}")
    session.send("k")
    try line(session, "param one = 1")
    session.send("j")
    try line(session, "abc x!yz")
    session.send("/par")
    try line(session, "param one = 1")
    session.send("\r")
    try session.wait("it has run again") { $0.screen.lines.count { $0 == "$one is 1" } == 2 }
    try session.ready()
    session.send("x\u{1b}\ry")
    try session.wait(for: "tally> x\n  ...>   y")
    session.send("\u{3}")
    try session.ready()
    try leave(session)
  }

  @Test func theUsersOwnBindingsStay() throws {
    _ = try sandbox.file(".editrc", Array("bind -s ^O states\n".utf8))
    let session = try prompt(PromptPlace.all[0])
    session.send("count \u{f}")
    try line(session, "count states")
    try leave(session)
  }

  @Test(arguments: ["\u{4}", ":quit\r", "SIGTERM", "SIGHUP"], [false, true])
  func theTerminalIsLeftAsFound(way: String, isMidway: Bool) throws {
    let session = try prompt(PromptPlace.all[2])
    let signal = ["SIGTERM": SIGTERM, "SIGHUP": SIGHUP][way]
    if isMidway {
      session.send("count counties in TX")
      try session.wait("the number is under it") { $0.screen.lines.last == "254 counties" }
      if signal == nil { session.send("\u{15}") }
    }
    if let signal { session.signal(signal) } else { session.send(way) }
    #expect(try session.exitCode() == signal.map { 128 + $0 } ?? 0)
    #expect(session.isCooked)
    // The last of what it wrote is still on its way.
    try session.wait("pasted text is no longer marked") { session in
      String(decoding: session.bytes, as: UTF8.self)
        .matches(of: /\u{1b}\[\?2004([hl])/).last?.1 == "l"
    }
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let session = try prompt(PromptPlace.all[2])
    session.hangUp()
    #expect(try session.exitCode() == 128 + SIGHUP)
  }
}
