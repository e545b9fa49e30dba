// What holds for every format and every answer.

import Testing

@testable import Tally

@Suite struct OutputEveryFormatTests {
  @Test func namesAreInTheOrderOfHelp() {
    #expect(
      OutputFormat.all.map(\.name) == [
        "table", "plain", "records", "csv", "tsv", "json", "ndjson", "markdown", "html",
        "sentence", "svg", "bibtex", "csl",
      ])
    #expect(OutputFormat.all.allSatisfy { OutputFormat.named($0.name)?.summary == $0.summary })
    #expect(OutputFormat.named("xml") == nil)
  }

  @Test(arguments: [nil, 0, 1, 20, 80, 120] as [Int?], [nil, -1, 0, 1, 2] as [Int?])
  func writesEveryAnswerAtEveryWidth(width: Int?, maxRows: Int?) {
    var faults: [String] = []
    for unicode in [true, false] {
      let context = OutputContext(width: width, maxRows: maxRows, unicode: unicode)
      for (name, answer) in Example.all + Odd.all {
        for format in OutputFormat.all where format.refusal(answer) == nil {
          let text = format.write(answer, context).text
          if text.utf8.last != UInt8(ascii: "\n") {
            faults.append("\(name), \(format.name): no end")
          }
          if !isDated(text, format, answer) { faults.append("\(name), \(format.name): no date") }
        }
      }
    }
    #expect(faults.isEmpty)
  }

  @Test func writesEveryOddFigure() {
    for figure in Odd.figures {
      let answer = Example.answer(.figure(figure))
      for format in OutputFormat.all where format.refusal(answer) == nil {
        for width in [nil, 20] { #expect(!Example.text(format, answer, width: width).isEmpty) }
      }
    }
  }

  /// Every answer has its date: no number travels without it. A CSV file without rows has no place
  /// for one.
  private func isDated(_ text: String, _ format: OutputFormat, _ answer: Answer) -> Bool {
    let isFlat = format.name == "csv" || format.name == "tsv"
    if isFlat, FlatTable(answer).rows.isEmpty { return true }
    return text.contains(answer.provenance.asOf.description)
  }

  @Test(arguments: [nil, 0, 20, 80] as [Int?])
  func drawsEveryOddAnswerInEveryForm(width: Int?) {
    for (name, answer) in Odd.pictures {
      for unicode in [true, false] {
        let context = OutputContext(width: width, maxRows: 2, unicode: unicode)
        let text = OutputFormat.table.write(answer, context).text
        #expect(text.hasSuffix("\n"), "\(name)")
      }
    }
  }

  @Test func svgRefusesWhatIsNoPicture() {
    for (name, answer) in Example.all {
      #expect((OutputFormat.svg.refusal(answer) == nil) == (answer.picture != nil), "\(name)")
      for format in OutputFormat.all where format.name != "svg" {
        #expect(format.refusal(answer) == nil, "\(name), \(format.name)")
      }
    }
  }

  /// What a screen reader would read out as noise: boxes, rules and blocks.
  @Test func drawsNothingForScreenReaders() {
    for (name, answer) in Example.all where answer.picture == nil {
      for format in [OutputFormat.records, .sentence, .plain] {
        let text = format.write(answer, OutputContext(width: 80)).text
        let drawn = text.unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
        #expect(drawn.isEmpty, "\(name) as \(format.name)")
      }
    }
  }

  @Test func partsAreTheWholeAnswer() {
    for (name, answer) in Example.all + Odd.all {
      for format in [OutputFormat.table, .plain, .records] {
        let context = OutputContext(width: 80)
        let text = format.parts?(answer, context).text.text
        #expect(text == format.write(answer, context).text, "\(name) as \(format.name)")
      }
    }
  }

  @Test(arguments: [20, 40, 80, 120])
  func keepsLinesWithinTheScreen(width: Int) {
    // A sha256 is a word of 64 letters, and no word is broken; no line of a statement is.
    for (name, answer) in Example.all where !["citation", "code"].contains(name) || width >= 80 {
      let text = Example.text(.table, answer, width: width)
      for line in text.split(separator: "\n") {
        #expect(TextWidth.of(String(line)) <= width, "\(name): \(line)")
      }
    }
  }

  @Test func takesASCIIForScreensWithoutMore() {
    for (name, answer) in Example.all where name != "rows" && name != "card" {
      for format in [OutputFormat.table, .plain, .records, .sentence, .markdown] {
        let text = format.write(answer, OutputContext(width: 80, unicode: false)).text
        #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(name) as \(format.name)")
      }
    }
  }
}

/// Answers that an engine should never make; they must be printed and not trap.
enum Odd {
  static let numbers: [Double?] = [
    nil, 0, -1, 0.5, .infinity, -.infinity, .nan, 1e300, .leastNonzeroMagnitude,
  ]

  static let figures: [Figure] = numbers.flatMap { low in
    numbers.flatMap { high in
      [Example.counties, Example.people, Example.percent].flatMap { unit in
        [0, 3, 9].map { unknown in
          Example.figure(low, high, unknown: unknown, base: 3, unit: unit, ofKnown: low, known: 0)
        }
      }
    }
  }

  /// More and fewer cells than columns, and cells of other types than their columns.
  static let table = Table(
    columns: [
      AnswerColumn("as_of", .figure), AnswerColumn("", .figure), AnswerColumn("x", .text),
    ],
    rows: [[], [.none, .text("東京都"), .figure(figures[0]), .number(.nan)], [.percent(2)]],
    unit: Unit(.count, singular: "", plural: ""), matched: -1, possibleMore: 3, total: [],
    base: -5)

  static let all: [(name: String, answer: Answer)] =
    [
      ("odd groups", Example.answer(.groups(table))), ("odd rows", Example.answer(.rows(table))),
      (
        "no columns",
        Example.answer(
          .rows(Table(columns: [], rows: [[], []], unit: Example.counties, matched: 2, base: 2)))
      ),
      ("no entries", Example.answer(.card(Card(title: "", subtitle: "", entries: [])))),
      (
        "stray source",
        Example.answer(
          .card(
            Card(
              title: "A", subtitle: "",
              entries: [
                Card.Entry(name: "n", label: "", value: .figure(figures[5]), sources: [-1, 7])
              ])))
      ),
    ]
    + figures.enumerated().filter { $0.offset % 40 == 7 }.map {
      ("odd figure \($0.offset)", Example.answer(.figure($0.element), query: "`a`` \"b"))
    }
}
