// Bytes and words in no order: nothing that is typed may end the process.

import EnforcementData
import Testing

@testable import Tally

@Suite struct EngineSoupTests {
  private func ask(_ source: Source, _ session: inout Session) {
    for diagnostic in session.check(source) {
      _ = DiagnosticRenderer.render(diagnostic, in: source, width: 1)
      _ = DiagnosticRenderer.render(diagnostic, in: source, offersFix: false)
    }
    for outcome in session.run(source) {
      guard let answer = outcome.answer else { continue }
      for format in OutputFormat.all { _ = format.write(answer, OutputContext(width: 40)) }
    }
  }

  @Test(arguments: MadeScale.seeds(4)) func randomBytesAreAnswered(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 100)
    var session = Session(dataset: try MadeSmall.world.dataset())
    let marks = Array("()|,.<>=+-*/\"'#;\n\r\t 0123456789_-–“≥countieswhere".utf8)
    for _ in 0..<1500 {
      let bytes = (0..<random.below(80)).map { _ in
        random.percent(70) ? random.pick(marks) : UInt8(random.below(256))
      }
      ask(Source(bytes: bytes), &session)
      let text = String(decoding: bytes, as: UTF8.self)
      _ = session.highlight(text)
      _ = session.isComplete(text)
      _ = session.complete(text, at: random.below(90) - 5)
    }
  }

  @Test(arguments: MadeScale.seeds(4)) func randomWordsAreAnswered(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 200)
    var session = Session(dataset: try MadeSmall.world.dataset())
    for text in TokenSoup.sentences(1500, &random) {
      ask(Source(text), &session)
      _ = session.complete(text, at: text.utf8.count)
    }
  }

  private static let working = [
    "count counties where alpha and not beta by state, kind | sort by count down | take 3 | total",
    "list counties in ZZ where people > 10 | show name, people + 1 named n | sort by n down",
    "share where alpha among counties where beta by kind | keep share > 50% | known only",
    "sum people of counties with at least 1 offices by state",
    "top 3 states by count of counties where alpha | keep count > 1",
    "bottom 2 counties by people / 2 | show name , lower(name)",
    "list offices of (counties where has more than 1 (offices where ready)) union offices",
    "show county \"Sample, ZZ\"", "show fields of counties", "show people",
    "count counties where opened between 2020-01 and fy2021 or score is none by opened",
  ]

  @Test(arguments: MadeScale.seeds(4)) func nearlyRightSentencesAreAnswered(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 300)
    var session = Session(dataset: try MadeSmall.world.dataset())
    for text in TokenSoup.broken(Self.working, 1500, &random) { ask(Source(text), &session) }
  }

  @Test func theEmbeddedRecordIsAnswered() throws {
    var random = SplitMix64(seed: 400)
    var session = Session(dataset: try EnforcementData.dataset())
    let examples = Verb.all.flatMap(\.examples) + Stage.all.map(\.example)
    for text in TokenSoup.broken(examples, 60 * MadeScale.factor, &random) {
      ask(Source(text), &session)
    }
  }
}
