// Answers about places that do not exist, for the tests of the formats.

import Testing

@testable import Tally

/// Hand-made answers.
enum Example {
  static let counties = Unit(.count, singular: "county", plural: "counties")
  static let people = Unit(.measure, singular: "person", plural: "people")
  static let percent = Unit(.share, singular: "county", plural: "counties")

  static let sources = (1...9).map { number in
    SourceReference(
      id: "source-\(number)", title: "Record \(number)", publisher: "Example Office",
      published: number == 2 ? "" : "2025-0\(number)", place: "https://example.org/\(number)")
  }

  static func answer(
    _ content: Answer.Content, query: String = "count counties", sources count: Int = 1,
    notes: [String] = []
  ) -> Answer {
    Answer(
      content,
      provenance: Provenance(
        query: query, asOf: AnswerDate(Day(number: 20_591)), dataset: "example", version: "0.1",
        hash: "4f1c0a2b9d3e5f60", sources: Array(sources.prefix(count))),
      notes: notes)
  }

  static func figure(
    _ low: Double?, _ high: Double?, unknown: Int = 0, base: Int, unit: Unit = counties,
    ofKnown: Double? = nil, known: Int? = nil, evidence: Evidence? = nil
  ) -> Figure {
    Figure(
      low: low, high: high, unknown: unknown, base: base, baseLow: base, unit: unit,
      baseUnit: counties, ofKnown: ofKnown, known: known, evidence: evidence)
  }

  static let exact = answer(.figure(figure(3143, 3143, base: 3143)))

  static let interval = answer(
    .figure(
      figure(
        1147, 2692, unknown: 1545, base: 3143,
        evidence: Evidence(
          basis: [LabelledCount("law", 978), LabelledCount("agreement", 169)],
          settledBy: ["law", "agreement"], medium: 308,
          unsettled: [LabelledCount("detainers unknown", 1545)],
          reasons: [LabelledCount("no rule found", 1426), LabelledCount("no county jail", 119)]))),
    query: "count counties where detainers", sources: 9)

  static let zeroSettled = answer(
    .figure(
      figure(
        0, 1997, unknown: 1997, base: 3143,
        evidence: Evidence(
          basis: [], settledBy: ["law", "agreement"], medium: 0,
          unsettled: [
            LabelledCount("detainers yes, notify unknown", 506),
            LabelledCount("detainers and notify unknown", 1491),
          ], reasons: []))),
    query: "count counties where detainers and not notify", sources: 9)

  static let share = answer(
    .figure(
      figure(
        0.478, 0.631, unknown: 42, base: 254, unit: percent, ofKnown: 0.752, known: 212)),
    query: "share where detainers among counties in ZZ", sources: 2)

  static let openShare = answer(
    .figure(
      figure(
        0.355, 0.883, unknown: 134, base: 254, unit: percent, ofKnown: 0.752, known: 120)),
    query: "share where notify among counties in ZZ", sources: 2)

  static let measure = answer(
    .figure(figure(12_345, nil, unknown: 12, base: 50, unit: people, known: 38)),
    query: "sum population of counties in ZZ", sources: 0)

  static let groups = answer(
    .groups(
      Table(
        columns: [
          AnswerColumn("state", .category), AnswerColumn("count", .figure, unit: "counties"),
        ],
        rows: [
          [.text("YY"), .figure(figure(4, 4, base: 33))],
          [.text("ZZ"), .figure(figure(97, 120, unknown: 23, base: 254))],
          [.unknown(nil), .figure(figure(0, 0, base: 1))],
        ],
        unit: Unit(.count, singular: "state", plural: "states"), matched: 3,
        total: [.none, .figure(figure(1101, 1124, unknown: 23, base: 1288))], base: 1288)),
    query: "count counties where detainers by state | total", sources: 2)

  static let rows = answer(
    .rows(
      Table(
        columns: [
          AnswerColumn("name", .text), AnswerColumn("state", .category),
          AnswerColumn("population", .number, unit: "people"),
          AnswerColumn("detainers", .answer), AnswerColumn("signed", .date),
          AnswerColumn("part", .percent),
        ],
        rows: [
          [
            .text("Example County"), .text("ZZ"), .number(12_345), .answer(true),
            .date("2025-02"), .percent(0.5),
          ],
          [
            .text("Sample \"Doña\", County"), .text("ZZ"), .number(1_234_567), .answer(false),
            .none, .percent(0.0004),
          ],
          [
            .text("A|B\tC\nD\\E"), .text(""), .unknown(nil), .unknown("no rule found"),
            .unknown("not published"), .percent(0.99999),
          ],
        ],
        unit: counties, matched: 5, possibleMore: 12,
        possibleQuery: "list counties where detainers is unknown", base: 33)),
    query: "list counties where population > 5 | take 3", sources: 3,
    notes: ["The list is of 2020."])

  static let empty = answer(
    .rows(
      Table(
        columns: [AnswerColumn("name", .text)], rows: [], unit: counties, matched: 0,
        possibleMore: 4, possibleQuery: "list counties where notify is unknown", base: 33)),
    query: "list counties where notify")

  static let card = answer(
    .card(
      Card(
        title: "Example County, ZZ", subtitle: "county · FIPS 99001",
        entries: [
          Card.Entry(name: "population", label: "Population", value: .number(12_345), sources: [0]),
          Card.Entry(
            name: "detainers", label: "Keeps people past release for ICE", value: .answer(false),
            basis: "law", detail: "Example Code 12.3, in force since 2017-08-28", sources: [1, 2]),
          Card.Entry(
            name: "notify", label: "Tells ICE when a person will be released",
            value: .unknown("no rule found")),
          Card.Entry(name: "parent", label: "Part of", value: .none),
        ])),
    query: "show county \"Example, ZZ\"", sources: 4)

  static let funnel = answer(
    .funnel(
      Funnel(
        question: "count counties where detainers and not notify",
        figure: figure(
          118, 131, unknown: 13, base: 2556,
          evidence: Evidence(
            basis: [LabelledCount("law", 118)], settledBy: ["law"], medium: 0,
            unsettled: [
              LabelledCount("detainers yes, notify unknown", 11),
              LabelledCount("detainers unknown, notify no", 2),
            ], reasons: [LabelledCount("no rule found", 13)])),
        base: 2556, unit: counties, baseSources: [0],
        steps: [
          Funnel.Step(
            condition: "detainers", words: "detainers is yes", otherwise: "no", kept: 1922,
            dropped: 627, aside: 7, reasons: [LabelledCount("no rule found", 7)], sources: [1]),
          Funnel.Step(
            condition: "not notify", words: "notify is no", otherwise: "yes", kept: 118,
            dropped: 1793, aside: 11, sources: [1, 2]),
        ],
        rowsQuery: "list counties where detainers and not notify",
        openQuery: "list counties where (detainers and not notify) is unknown")),
    query: "why count counties where detainers and not notify", sources: 3)

  static let verdicts = answer(
    .verdicts(
      Verdicts(
        unit: Unit(.count, singular: "figure", plural: "figures"),
        findings: [
          Verdicts.Finding(
            .doesNotClose, figure: "M2 + M3", document: "Example 2016", qualifier: "exact",
            published: 2556, low: 2557, high: 2557,
            because: "1,922 (M2) + 635 (M3) = 2,557, stated as 2,556 (M1)", sources: [0]),
          Verdicts.Finding(
            .inside, figure: "M4", document: "Example 2016", qualifier: "nearly", published: 40,
            low: 12, high: nil, because: "count counties: at least 12; nearly 40 lies within"),
          Verdicts.Finding(
            .unchecked, figure: "M1", document: "", qualifier: "more_than", published: 2556,
            because: "no query of this record bears on it"),
        ], sums: 4)), query: "check figures", sources: 1)

  static let citation = answer(
    .citation(
      Citation(
        question: "count counties where detainers", result: "118 counties, up to 131",
        hash: String(repeating: "4f1c0a2b", count: 8))),
    query: "cite count counties where detainers", sources: 3)

  static let code = answer(
    .code(
      CodeText(
        language: "sql", dialect: "sqlite",
        text: "-- as of 2026-05-18\nSELECT count(*) AS \"low\"\nFROM counties;")),
    query: "sql count counties", sources: 0)

  /// All of them, by name.
  static let all: [(name: String, answer: Answer)] =
    [
      ("exact", exact), ("interval", interval), ("zeroSettled", zeroSettled), ("share", share),
      ("openShare", openShare), ("measure", measure), ("groups", groups), ("rows", rows),
      ("empty", empty), ("card", card), ("funnel", funnel), ("verdicts", verdicts),
      ("comparison", ComparisonExample.comparison),
      ("shares compared", ComparisonExample.shares),
      ("transitions", ComparisonExample.transitions), ("citation", citation),
      ("code", code),
    ] + pictures

  /// An answer's text in a format.
  static func text(_ format: OutputFormat, _ answer: Answer, width: Int? = nil) -> String {
    format.write(answer, OutputContext(width: width)).text
  }
}
