// Patterns of `matches`: judged by another engine, bounded in steps, refused where not ours.

import Foundation
import Testing

@testable import Tally

@Suite struct TextPatternTests {
  /// Pattern, texts that match, texts that do not; by hand.
  static let cases: [(String, [String], [String])] = [
    ("san", ["San Diego County", "SAN", "Lassan"], ["Sa n", ""]),
    ("^San .*", ["San Diego County", "san x"], ["Santa Clara", "El San Juan"]),
    ("County$", ["Cook County"], ["County Seat", "County "]), ("^$", [""], ["a"]),
    ("^[A-F][aeiou]", ["Cook", "dallas"], ["Kay", "Xcook"]),
    ("^[^a-z]", ["5 x", "Ñ"], ["x", "X"]),
    ("^\\d+$", ["2019"], ["20 19", "", "٢"]), ("^\\D$", ["a", "٢"], ["1"]),
    ("^\\w+$", ["Doña", "a_1"], ["a b", "-"]), ("\\s", ["a b", "a\u{A0}b"], ["ab"]),
    ("^[\\w-]+$", ["Miami-Dade"], ["St. Louis"]), ("St\\.", ["St. Louis"], ["Stone"]),
    ("^(St\\.?|Saint) ", ["St. Louis", "St Louis", "saint Louis"], ["Ste. Genevieve"]),
    ("^(ab|a)(bc)?$", ["ab", "a", "abc", "abbc"], ["abcbc", "b"]), ("a||b", ["", "x"], []),
    ("^(a*)*$", ["", "aaa"], ["b"]), ("^(|a)+$", ["", "aa"], ["ab"]),
    ("^do.a$", ["Don\u{303}a", "Do\u{F1}a"], ["Dona a"]), ("[\\]]", ["]"], ["["]),
    ("[-a]", ["-", "A"], ["b"]), ("[a-]", ["-", "a"], ["b"]), ("}", ["}"], ["{"]),
    ("ß", ["STRAßE"], ["STRASSE"]), ("[S]", ["s"], ["ß"]),
  ]

  @Test func patternsMeanWhatTheySay() throws {
    for (text, matching, others) in Self.cases where !(matching + others).isEmpty {
      let pattern = try TextPattern(text)
      for sample in matching { #expect(pattern.accepts(sample), "\(text) ~ \(sample)") }
      for sample in others { #expect(!pattern.accepts(sample), "\(text) ~ \(sample)") }
    }
  }

  @Test(arguments: [
    ("a(b", PatternFault.Kind.unclosedBracket, 1..<2), ("a)", .strayBracket, 1..<2),
    ("x[a-z", .unclosedClass, 1..<2), ("[]", .emptyClass, 0..<2), ("[^]", .emptyClass, 0..<3),
    ("[[:alpha:]]", .bracketInClass, 1..<2), ("[z-a]", .badRange, 1..<4),
    ("[a-\\d]", .badRange, 1..<5), ("*a", .nothingToRepeat, 0..<1),
    ("a|+", .nothingToRepeat, 2..<3),
    ("^*", .nothingToRepeat, 1..<2), ("a+?", .repeatedTwice, 1..<3), ("a**", .repeatedTwice, 1..<3),
    ("a{2,5}b", .counted, 1..<6), ("{", .counted, 0..<1), ("(?=a)", .specialGroup, 0..<3),
    ("(?:a)", .specialGroup, 0..<3), ("(a)\\1", .backReference, 3..<5),
    ("\\bSan", .unknownEscape, 0..<2), ("\\p", .unknownEscape, 0..<2),
    ("a\\", .trailingBackslash, 1..<2),
    (String(repeating: "a", count: 257), .tooLong, 0..<257),
    (String(repeating: "(", count: 65), .tooDeep, 64..<65),
  ])
  func whatIsNotOursIsNamedWhereItStands(
    _ text: String, _ kind: PatternFault.Kind, _ range: Range<Int>
  ) {
    #expect(throws: PatternFault(kind: kind, range: range)) { try TextPattern(text) }
  }

  /// Each character costs at most three looks at each step, whatever the pattern.
  @Test(arguments: ["(a+)+$", "(a*)*b", "(a|a)*b", "(a?a?a?a?)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"])
  func hardPatternsTakeLinearTime(_ text: String) throws {
    let pattern = try TextPattern(text)
    for count in [1_000, 100_000] {
      let (accepts, work) = pattern.run(over: String(repeating: "a", count: count) + "!")
      #expect(!accepts)
      #expect(work <= 3 * pattern.steps.count * (count + 2), "\(text): \(work)")
    }
  }

  @Test func randomPatternsAgreeWithAnotherEngine() throws {
    var random = SplitMix64(seed: 20_260_518)
    var accepted = 0
    for _ in 0..<4_000 {
      let text = Self.pattern(depth: 3, &random)
      let pattern = try TextPattern(text)
      let judge = try NSRegularExpression(pattern: text, options: [.caseInsensitive])
      for _ in 0..<4 {
        let sample = String((0..<random.below(9)).map { _ in random.pick(Array("aAbBc1_ -.")) })
        let range = NSRange(sample.startIndex..., in: sample)
        let wanted = judge.firstMatch(in: sample, range: range) != nil
        #expect(pattern.accepts(sample) == wanted, "\(text) ~ \"\(sample)\"")
        if wanted { accepted += 1 }
      }
    }
    #expect((2_000...14_000).contains(accepted), "the samples should split: \(accepted)")
  }

  /// A pattern that both engines read alike.
  private static func pattern(depth: Int, _ random: inout SplitMix64) -> String {
    let parts = (0..<1 + random.below(3)).map { _ -> String in
      let atom =
        depth > 0 && random.percent(30)
        ? "(" + pattern(depth: depth - 1, &random) + ")"
        : random.pick([
          "a", "B", "c", ".", "\\d", "\\w", "\\s", "\\S", "[ab]", "[^ab]", "[a-b1]", "[^\\d_]",
          "\\.",
          "^", "$", "-",
        ])
      guard atom != "^", atom != "$" else { return atom }
      return atom + random.pick(["", "", "", "*", "+", "?"])
    }
    let text = parts.joined()
    return random.percent(25) ? text + "|" + pattern(depth: max(0, depth - 1), &random) : text
  }

  /// No text given as a pattern ends the program.
  @Test func randomMarksAreReadOrRefused() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let marks = Array("ab\\[]()-^$|*+?{}.,1dDé")
      let text = String((0..<random.below(10)).map { _ in random.pick(marks) })
      do {
        _ = try TextPattern(text).accepts("ab-1é")
      } catch {
        let count = text.count
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text)")
        #expect(!error.range.isEmpty, "\(text): \(error)")
      }
    }
  }
}
