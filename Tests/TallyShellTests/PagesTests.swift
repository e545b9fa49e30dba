// Pages of long answers: which lines come, and what the keys do, without a terminal and in one.

import Foundation
import Synchronization
import Tally
import Testing

@testable import TallyShell

@Suite struct PagesTests {
  private func parts(_ count: Int, heading: Int = 2, footer: Int = 1) -> AnswerParts {
    var parts = AnswerParts()
    parts.heading = (0..<heading).map { StyledText("heading \($0)\n") }
    parts.rows = (1...count).map { StyledText("row \($0)\n") }
    parts.footer = (0..<footer).map { StyledText("footer \($0)\n") }
    return parts
  }

  @Test func aPageIsTheHeadingsAndTheRowsThatFitAboveTheStatus() {
    var pages = Pages(parts(10), width: 40, height: 6)
    // 6 lines: 2 of headings, 3 rows, 1 for the status.
    #expect(pages.page().text == "heading 0\nheading 1\nrow 1\nrow 2\nrow 3\n")
    #expect(pages.status(unicode: true) == "1–3 of 10 · Space more · a all · q stop")
    #expect(pages.page().text == "heading 0\nheading 1\nrow 4\nrow 5\nrow 6\n")
    #expect(pages.row().text == "row 7\n")
    #expect(!pages.isDone)
    #expect(pages.rest().text == "row 8\nrow 9\nrow 10\n")
    #expect(pages.isDone)
    #expect(pages.ending().text == "footer 0\n")
  }

  @Test func thePlaceIsTheScreensAndLargeNumbersHaveCommas() {
    var pages = Pages(parts(3143), width: 40, height: 6)
    _ = pages.page()
    #expect(pages.status(unicode: false) == "1-3 of 3,143, Space more, a all, q stop")
    pages.fit(ScreenSize(width: 40, height: 11))
    // 11 lines: 2 of headings, 8 rows, 1 for the status.
    _ = pages.page()
    #expect(pages.ending().text.hasPrefix("  stopped after 11 of 3,143 rows"))
  }

  @Test func rowsGetHalfOfTheScreenWhateverStandsAbove() {
    var pages = Pages(parts(30, heading: 20), width: 40, height: 12)
    _ = pages.page()
    #expect(pages.shown == 6)
    // Such headings are not repeated: 11 rows and the status.
    #expect(pages.page().text.hasPrefix("row 7\n"))
    #expect(pages.shown == 17)
  }

  @Test func whoStopsStillGetsTheFooter() {
    var pages = Pages(parts(10), width: 80, height: 6)
    _ = pages.page()
    #expect(pages.ending().text == "  stopped after 3 of 10 rows\nfooter 0\n")
  }

  @Test func pagesAreNeededWhereAPromptHasNoRoomBelow() {
    // 2 + 3 + 1 lines, and one for the prompt.
    #expect(!Pages(parts(3), width: 80, height: 7).areNeeded)
    #expect(Pages(parts(3), width: 80, height: 6).areNeeded)
    // A line of 40 columns takes two lines of a screen of 39.
    var wide = parts(3)
    wide.rows[0] = StyledText(String(repeating: "x", count: 40) + "\n")
    #expect(Pages(wide, width: 39, height: 7).areNeeded)
    #expect(!Pages(wide, width: 40, height: 7).areNeeded)
  }

  @Test(arguments: [1, 2, 5, 20, 40, 80]) func everyRowComesOnceOnAnyScreen(height: Int) {
    var pages = Pages(parts(30), width: 20, height: height)
    var rows: [String] = []
    while !pages.isDone {
      rows += pages.page().text.split(separator: "\n").filter { $0.hasPrefix("row") }.map(
        String.init)
      #expect(pages.status(unicode: false).count < 20)
    }
    #expect(rows == (1...30).map { "row \($0)" })
  }

  @Test func keysAskForPagesRowsAllOrAnEnd() {
    #expect(Pager.Key([0x20]) == .page)
    #expect(Pager.Key(Array("\u{1b}[6~".utf8)) == .page)
    #expect(Pager.Key([13]) == .row)
    #expect(Pager.Key(Array("a".utf8)) == .rest)
    #expect(Pager.Key([3]) == .stop)
    #expect(Pager.Key([0x1b]) == .stop)
    #expect(Pager.Key(Array("z".utf8)) == .none)
    #expect(Pager.Key(Array("\u{1b}[A".utf8)) == .none)
  }
}

@Suite struct PagingTests {
  private static let paged = ["TALLY_PAGER": "auto"]
  private let query = "count counties where detainers by state"

  @Test(arguments: [40, 80, 120]) func aLongAnswerComesByPages(width: Int) throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path, width: width, environment: PagingTests.paged)
    try session.ready()
    try session.type(query + "\r", until: "Space")
    // The first page, and no more of it than the screen has.
    #expect(session.screen.text.contains("\nAK "))
    #expect(!session.screen.text.contains("\nWY "))
    try session.type(" ", until: "\nNC ")
    try session.type("a", until: "\nWY ")
    try session.wait(for: "as of 2026-05-18")
    try session.ready()
    // Each state once, the titles once a page, and no trace of the status.
    let lines = session.screen.lines
    #expect(lines.count { $0.hasPrefix("AK ") } == 1)
    #expect(lines.count { $0.hasPrefix("WY ") } == 1)
    #expect(lines.count { $0.hasPrefix("state ") } == 2)
    #expect(!session.screen.text.contains("Space"))
    #expect(session.screen.unknown.isEmpty)
    try session.run("count counties", until: "3,143 counties")
  }

  @Test(arguments: ["q", "\u{3}", "\u{1b}"]) func aKeyStopsAndTheFooterIsThere(key: String) throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, environment: PagingTests.paged)
    try session.ready()
    try session.type(query + "\r", until: "Space more")
    try session.type(key, until: "of 51 rows")
    try session.wait(for: "of 3,143 counties, as of 2026-05-18")
    try session.ready()
    #expect(!session.screen.text.contains("\nWY "))
    try session.run("count counties", until: "3,143 counties")
  }

  @Test func enterShowsOneRowMore() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, environment: PagingTests.paged)
    try session.ready()
    try session.type(query + "\r", until: "rows 1–21 of 51")
    try session.type("\r", until: "rows 1–22 of 51")
    try session.type("q", until: "stopped after 22 of 51 rows")
    try session.ready()
  }

  @Test func whatWasTypedAheadIsNoKeyOfAPage() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, environment: PagingTests.paged)
    try session.ready()
    session.send(query + "\rcount states\r")
    try session.wait(for: "53 states")
    try session.ready()
    #expect(session.screen.text.contains("all with :maxrows all or :pager on"))
  }

  @Test func halfALineThatWasTypedAheadGoesToTheNextPrompt() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, environment: PagingTests.paged)
    try session.ready()
    session.send(query + "\rcount agr")
    try session.wait("it is all there") { $0.line.hasPrefix("tally> count agr") }
  }

  @Test func aKeyWithoutAMeaningRings() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, environment: PagingTests.paged)
    try session.ready()
    try session.type(query + "\r", until: "rows 1–21 of 51")
    session.send("z")
    try session.wait("it rings") { $0.bytes.contains(7) }
    try session.type("\r", until: "rows 1–22 of 51")
    session.resize(width: 80, height: 10)
    // 2 lines of titles and 7 rows above the status.
    try session.type(" ", until: "rows 1–29 of 51")
    try session.type("q", until: "stopped after 29 of 51 rows")
    try session.ready()
  }

  @Test func anotherPagerGetsTheWholeAnswer() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path, environment: ["TALLY_PAGER": "auto", "PAGER": "sed 's/^/piped: /'"])
    try session.ready()
    try session.run(query, until: "piped: WY ")
    #expect(session.screen.text.contains("piped: AK "))
    let lost = try PtySession(
      state: sandbox.path, environment: ["TALLY_PAGER": "auto", "PAGER": "/nowhere/pager"])
    try lost.ready()
    // A key before the status belongs to the next entry.
    try lost.type(query + "\r", until: "Space more")
    #expect(lost.screen.text.contains("there is no such command"))
    try lost.type("q", until: "of 51 rows")
    try lost.ready()
  }

  @Test func aPipeHasNoPages() throws {
    let sandbox = try Sandbox()
    let result = try sandbox.run("tally -e '\(query)'")
    #expect(result.status == 0)
    #expect(result.output.contains("\nWY "))
    #expect(!result.output.contains("Space"))
    #expect(result.errors.isEmpty)
  }
}

@Suite struct ProgressTests {
  /// A clock that a test sets, and what was written.
  private final class Fake: Sendable {
    let time = Mutex(0.0)
    let text = Mutex("")
    func progress() -> ProgressLine {
      ProgressLine(unicode: true) {
        self.time.withLock { $0 }
      } write: { text in
        self.text.withLock { $0 += text }
      }
    }
    func at(_ milliseconds: Double) { time.withLock { $0 = milliseconds } }
    var written: String { text.withLock { $0 } }
  }

  @Test func aSecondPassesBeforeAnythingIsSaid() {
    let fake = Fake()
    let progress = fake.progress()
    fake.at(5000)
    progress.begin()
    for time in stride(from: 5000.0, to: 5999, by: 100) {
      fake.at(time)
      progress.poll()
    }
    progress.end()
    #expect(fake.written.isEmpty)
  }

  @Test func eachSecondIsSaidOnceAndErased() {
    let fake = Fake()
    let progress = fake.progress()
    progress.begin()
    for time in stride(from: 0.0, through: 2500, by: 50) {
      fake.at(time)
      progress.poll()
    }
    progress.end()
    progress.end()
    #expect(
      fake.written
        == "\r\u{1b}[Jasking… 1 s, Ctrl-C stops\r\u{1b}[Jasking… 2 s, Ctrl-C stops\r\u{1b}[J")
  }
}
