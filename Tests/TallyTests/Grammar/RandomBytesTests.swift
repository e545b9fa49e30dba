// No input ends the program: noise, damage, depth and length.

import EnforcementData
import Foundation
import Tally
import Testing

@Suite("Bad input", .timeLimit(.minutes(10))) struct RandomBytesTests {
  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  /// How long to go on: 2 s, or as `TALLY_FUZZ_SECONDS` says (`.ci/run` says 60).
  private static let seconds = environment("TALLY_FUZZ_SECONDS").flatMap(Double.init) ?? 2

  /// A trap ends the whole test run, so the seed of each 500 inputs is written down first, in
  /// `tally-last-seed` in the folder for temporary files; `TALLY_FUZZ_SEED` begins there.
  @Test func `random bytes find no trap, and none takes a second`() throws {
    let grammar = try TheGrammar.read()
    let note = FileManager.default.temporaryDirectory.appendingPathComponent("tally-last-seed")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(RandomBytesTests.seconds)
    var seed = RandomBytesTests.environment("TALLY_FUZZ_SEED").flatMap(UInt64.init) ?? 1
    var count = 0
    repeat {
      try Data("\(seed)\n".utf8).write(to: note)
      var maker = RandomBytes(grammar, seed: seed)
      for _ in 0..<500 {
        let bytes = maker.next()
        let taken = clock.measure { _ = parserAccepts(bytes: bytes) }
        #expect(taken < .seconds(1), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      }
      count += 500
      seed += 1
    } while clock.now < end
    try? FileManager.default.removeItem(at: note)
    print("random bytes: \(count) inputs")
  }

  /// What the prompt asks of a line at every key.
  @Test func `a session takes any line at every place of it`() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    var maker = RandomBytes(try TheGrammar.read(), seed: 4)
    for _ in 0..<300 {
      let text = String(decoding: maker.next(), as: UTF8.self)
      _ = session.isComplete(text)
      let length = text.utf8.count
      let runs = session.highlight(text)
      #expect(runs.allSatisfy { 0 <= $0.span.start && $0.span.end <= length })
      _ = session.check(Source(text))
      for offset in [0, length / 3, length / 2, length] {
        let replaces = session.complete(text, at: offset).replaces
        #expect(0 <= replaces.start && replaces.start <= replaces.end && replaces.end <= length)
      }
    }
  }

  @Test(arguments: [
    ("count ", "(", "counties"), ("count counties where ", "(", "detainers"),
    ("count counties where ", "not ", "detainers"), ("count counties where ", "f(", "x"),
    ("count counties where has ", "(counties where has ", "agreements"),
    ("count ", "a of ", "b"), ("count counties where x > ", "- ", "1"), ("", "(", ""),
    ("", ")", ""),
    ("count counties where a", ".b", ""), ("count counties where a", " + a", " > 1"),
    ("count counties where a", " and a", ""), ("count counties", " union a", ""), ("", "\"", ""),
    ("count counties", " | total", ""), ("", "count\n", ""), ("list x in a", ", a", ""),
  ])
  func `ten thousand of anything end in an answer or a message`(
    start: String, middle: String, end: String
  ) {
    let text = start + String(repeating: middle, count: 10_000) + end
    let taken = ContinuousClock().measure { _ = parserAccepts(text) }
    #expect(taken < .seconds(5), "\(start)\(middle)… took \(taken)")
  }

  @Test func `a statement beyond 64 KiB is refused`() {
    let name = String(repeating: "a", count: 70_000)
    #expect(!parserAccepts("count " + name))
  }

  @Test(
    arguments: [
      [0x00], [0xFF, 0xFE], Array("count counties\0".utf8), Array("count \u{0}".utf8),
      Array("count counties where a is \"".utf8) + [0xC3], [0xEF, 0xBB, 0xBF],
    ] as [[UInt8]])
  func `bytes that are no text are refused or passed over`(bytes: [UInt8]) {
    _ = parserAccepts(bytes: bytes)
    #expect(!parserAccepts(bytes: Array("count counties ".utf8) + [0xFF]))
    #expect(!parserAccepts(bytes: Array("count counties ".utf8) + [0]))
  }
}
