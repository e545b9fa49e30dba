// Two days side by side in made-up answers, for the tests of the formats.

@testable import Tally

enum ComparisonExample {
  static let comparison: Answer = {
    var table = Table(
      columns: ["2017", "2019", "difference", "change"].map { AnswerColumn($0, .figure) },
      rows: [
        [
          .figure(Example.figure(12, 20, unknown: 8, base: 58)),
          .figure(Example.figure(15, 18, unknown: 3, base: 58)),
          .figure(difference(-5, 6, .difference)), .figure(difference(-0.25, 0.5, .change)),
        ]
      ], unit: Unit(.count, singular: "row", plural: "rows"), matched: 1, base: 58)
    table.lead = "of 47 counties settled on both days, none changed; 5 of 8 became known"
    return Example.answer(
      .groups(table), query: "compare count counties where detainers from 2017 to 2019")
  }()

  static let shares = Example.answer(
    .groups(
      Table(
        columns: [
          AnswerColumn("region", .category), AnswerColumn("2017", .figure),
          AnswerColumn("2019", .figure), AnswerColumn("difference", .figure),
        ],
        rows: [
          [
            .text("West"),
            .figure(Example.figure(0.2, 0.5, unknown: 3, base: 10, unit: Example.percent)),
            .figure(Example.figure(0.4, 0.4, base: 10, unit: Example.percent)),
            .figure(difference(-0.1, 0.2, .points)),
          ],
          [
            .text("South"), .none,
            .figure(Example.figure(0.4, 0.4, base: 10, unit: Example.percent)), .none,
          ],
        ], unit: Unit(.count, singular: "group", plural: "groups"), matched: 2, base: 20)),
    query: "compare share where detainers among counties by region from 2017 to 2019")

  private static func difference(_ low: Double, _ high: Double, _ kind: Unit.Kind) -> Figure {
    Example.figure(
      low, high, unknown: 11, base: 116,
      unit: Unit(kind, singular: "county", plural: "counties"))
  }

  static let transitions = Example.answer(
    .transitions(
      Transitions(
        field: "detainers", label: "Keeps people past release", from: "2017", to: "2019",
        unit: Example.counties,
        titles: Transitions.Titles(key: "fips", name: "name", within: "state"),
        rows: [
          row("99001", "Ash", .unknown, .yes), row("99002", "Birch", .unknown, .yes),
          row("99003", "Cedar", .yes, .unknown), row("99004", "Dogwood", .no, .no),
        ],
        moves: Truth.allCases.flatMap { from in
          Truth.allCases.map { to in
            switch (from, to) {
            case (.unknown, .yes):
              Transitions.Move(
                from: from, to: to, count: 2,
                because: [LabelledCount("law", 1), LabelledCount("agreement", 1)], medium: 1)
            case (.yes, .unknown):
              Transitions.Move(
                from: from, to: to, count: 1, because: [LabelledCount("rule ended", 1)])
            case (.no, .no): Transitions.Move(from: from, to: to, count: 1)
            default: Transitions.Move(from: from, to: to, count: 0)
            }
          }
        }, onlyFrom: 1, onlyTo: 2, open: 3)),
    query: "changes in detainers of counties in ZZ from 2017 to 2019", notes: ["a note"])

  private static func row(_ key: String, _ name: String, _ from: Truth, _ to: Truth)
    -> Transitions.Row
  {
    Transitions.Row(key: key, name: name + " County", within: "ZZ", from: from, to: to)
  }
}
