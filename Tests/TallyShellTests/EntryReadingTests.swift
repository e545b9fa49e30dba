// What is said of an entry while it is typed: marks, suggestions, hints.

import CLibedit
import Glibc
import Synchronization
import Tally
import Testing

@testable import TallyShell

@Suite struct EntryReadingTests {
  let reading: EntryReading
  let session: Session

  init() throws {
    Environment.prepareLocale()
    session = try Embedded.session()
    reading = EntryReading(session)
  }

  /// The words of a text that are marked, with the cursor at its end or elsewhere.
  private func misfits(_ text: String, cursor: Int? = nil) -> [String] {
    // As when no key comes: then also a check that takes long is made.
    _ = reading.mistakes(in: text)
    return reading.highlights(text, cursor: cursor ?? text.utf8.count)
      .filter { $0.role == .misfit }
      .map { highlight in
        let bytes = text.utf8.dropFirst(highlight.span.start)
          .prefix(highlight.span.end - highlight.span.start)
        return String(decoding: bytes, as: UTF8.self)
      }
  }

  @Test(arguments: [
    ("count cuonties ", "cuonties"), ("count counties where detianers ", "detianers"),
    ("cuont counties", "cuont"), ("count counties in Texass ", "Texass"),
    ("count agreements where model is taskforce ", "taskforce"),
    ("list counties | tak 3", "tak"), ("list counties | show nam ", "nam"),
    ("count counties where uper(name) is \"x\"", "uper"), ("count counties foo ", "foo"),
    ("count counties where $x ", "$x"), (":hlep ", ":hlep"),
  ]) func whatCanBeNothingIsMarked(text: String, word: String) {
    #expect(misfits(text) == [word])
  }

  @Test(arguments: [
    "", " ", "count", "count counties", "count counties where ", "count counties in Texas",
    "count counties where detainers and (", "show county \"Cook, I", "list counties | ",
    "count counties -- whatever", "define near as counties in TX", "include \"x.tally\"",
    "include \"x.tally\"\ncount nearby", "help", ":help", ":he", ":help xyz",
    "count counties where population > 3", "list counties | show name\ncount states",
  ]) func whatIsRightOrUnfinishedIsNotMarked(text: String) {
    #expect(misfits(text) == [])
  }

  @Test func aWordInTheMakingIsNotMarkedUntilItIsLeft() {
    #expect(misfits("count counties where det") == [])
    #expect(misfits("count counties where det ") == ["det"])
    #expect(misfits("count counties where det", cursor: 3) == ["det"])
    #expect(misfits("count counties where detx") == ["detx"])
    #expect(misfits("count counties in Tex") == [])
    #expect(misfits("cou") == [])
  }

  @Test func namesOfTheSessionAreKnown() throws {
    var session = session
    #expect(session.run(Source("define near as counties in TX"))[0].failed == false)
    let reading = EntryReading(session)
    let roles = reading.highlights("count near", cursor: 10).map(\.role)
    #expect(roles == [.keyword, .relation])
    #expect(misfits("count near ") == ["near"])
  }

  @Test func theRestOfTheOnlyWordIsProposed() {
    #expect(reading.rest("count counti", cursor: 12) == "es")
    #expect(reading.rest("COUNT COUNTI", cursor: 12) == "es")
    #expect(reading.rest("count ", cursor: 6) == nil)
    #expect(reading.rest("count counties", cursor: 14) == nil)
    #expect(reading.rest(":vers", cursor: 5) == "ion")
    #expect(reading.rest("", cursor: 0) == nil)
  }

  private func hint(_ text: String, cursor: Int? = nil) -> String? {
    reading.hint(text, cursor: cursor ?? text.utf8.count).flatMap { $0({ false })?.text }
  }

  @Test func aMistakeIsSaidWithWhatMendsIt() {
    #expect(
      hint("count counties where detianers ")
        == "counties has no field \"detianers\"; did you mean detainers?")
    #expect(hint("count counties where ")?.contains("a field or a value") == true)
    // A mistake that goes far beyond the word at the cursor is said at once.
    #expect(
      hint("count counties where detainers or notify and inquiry")?.contains("brackets") == true)
    // Of several that could be meant none is picked.
    #expect(hint("show county \"Washington\"")?.contains("did you mean") == false)
    // The word is not typed to its end.
    #expect(hint("count counties where det") == nil)
  }

  /// The hint has the numbers of the answer, both ends of them.
  @Test(arguments: [
    "count counties where detainers", "count counties in TX where detainers and notify",
    "count agreements", "why count counties where notify",
  ]) func aQuestionHasItsNumberUnderIt(text: String) throws {
    var asked = session
    let answer = try #require(asked.run(Source(text))[0].answer)
    let figure: Figure
    switch answer.content {
    case .figure(let only): figure = only
    case .funnel(let funnel): figure = funnel.figure
    default: throw CancellationError()
    }
    let line = try #require(hint(text))
    let numbers = line.split(separator: " ").compactMap { Double($0.filter { $0 != "," }) }
    #expect(numbers.first == figure.low)
    if figure.low != figure.high { #expect(numbers.dropFirst().first == figure.high) }
    #expect(numbers.last == Double(figure.base))
  }

  @Test(arguments: [
    // Texas has 254 counties; there are 50 states and the District of Columbia.
    ("list counties in TX", "254 counties"), ("list counties in TX | take 3", "3 of 254 counties"),
    ("count counties by state", "51 groups"), ("count counties in TX", "254 counties"),
  ]) func rowsAreCounted(text: String, words: String) {
    #expect(hint(text) == words)
  }

  @Test(arguments: [
    "", "  ", ":help", "help", "define near as counties in TX", "param year = 2019",
    "include \"x.tally\"", "count counties\nexpect 3143", "count counties\ncount states",
    "cite count counties", "count counties across years 2017, 2019", "show county \"Cook, IL\"",
  ]) func nothingElseIsSaid(text: String) {
    #expect(hint(text) == nil)
  }

  @Test func aLongEntryIsLeftToEnter() {
    let text = "count " + String(repeating: "x", count: EntryReading.longest)
    #expect(hint(text) == nil)
    #expect(misfits(text) == [])
  }

  @Test func aHintThatIsNoLongerWantedIsNil() {
    let work = reading.hint("count counties", cursor: 14)
    #expect(work != nil)
    #expect(work?({ true }) == nil)
  }

  @Test func aLineIsCutToTheWidth() {
    let line = StyledText("no place is named \"Texass\"", .muted)
    #expect(EntryHint.fitted(line, width: 80, mark: "\u{2026}") == line)
    #expect(EntryHint.fitted(line, width: 10, mark: "...").text == "no plac...")
    #expect(EntryHint.fitted(line, width: 10, mark: "\u{2026}").text == "no place \u{2026}")
    #expect(
      EntryHint.fitted(StyledText("\u{6f22}\u{5b57}xyz"), width: 4, mark: ".").text == "\u{6f22}.")
    #expect(EntryHint.fitted(line, width: 2, mark: "...").text == "")
  }
}

/// The thread that looks for hints.
@Suite struct HintWorkerTests {
  private func wait(_ worker: HintWorker, _ condition: () -> Bool) {
    let end = ContinuousClock.now + .seconds(10)
    while !condition(), ContinuousClock.now < end {
      _ = Signals.wait(worker.descriptor, sigset_t(), milliseconds: 10)
    }
  }

  @Test func whatIsFoundIsFetched() throws {
    let worker = try #require(HintWorker())
    worker.ask { _ in StyledText("three") }
    #expect(Signals.wait(worker.descriptor, sigset_t(), milliseconds: 10_000) == .readable)
    #expect(worker.take()?.text == "three")
    #expect(worker.take() == nil)
    #expect(Signals.wait(worker.descriptor, sigset_t(), milliseconds: 0) == .late)
  }

  @Test func theLastThatWasAskedIsAnswered() throws {
    let worker = try #require(HintWorker())
    var line: StyledText?
    for number in 0..<50 { worker.ask { _ in StyledText(String(number)) } }
    wait(worker) {
      line = worker.take() ?? line
      return line != nil
    }
    #expect(line?.text == "49")
  }

  @Test func whoIsCancelledStopsAndSaysNothing() throws {
    let worker = try #require(HintWorker())
    let (began, stopped) = (Flag(), Flag())
    worker.ask { shouldStop in
      began.raise()
      while !shouldStop() {}
      stopped.raise()
      return StyledText("too late")
    }
    wait(worker) { began.isRaised }
    worker.cancel()
    wait(worker) { stopped.isRaised }
    #expect(stopped.isRaised)
    // The worker goes on with the next.
    worker.ask { _ in StyledText("next") }
    #expect(Signals.wait(worker.descriptor, sigset_t(), milliseconds: 10_000) == .readable)
    #expect(worker.take()?.text == "next")
  }
}

/// A mark that threads share.
private final class Flag: Sendable {
  private let flag = Atomic<Bool>(false)
  var isRaised: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}
