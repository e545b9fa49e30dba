// Answers with pictures, about places that do not exist and about made-up numbers of states.

@testable import Tally

extension Example {
  static func drawn(_ answer: Answer, _ form: Picture.Form, layers: [Picture.Layer] = []) -> Answer
  {
    var answer = answer
    answer.picture = Picture(
      form, title: "a <question> & \"more\"", definitions: ["detainers: Keeps people"],
      layers: layers)
    return answer
  }

  /// Figures of states and of a territory: one exact, one open, one without a number.
  static let states = answer(
    .groups(
      Table(
        columns: [AnswerColumn("state", .text), AnswerColumn("count", .figure, unit: "counties")],
        rows: [
          [.text("TX"), .figure(figure(250, 250, base: 254))],
          [.text("CA"), .figure(figure(3, 58, unknown: 55, base: 58))],
          [.text("GU"), .figure(figure(1, 1, base: 1))],
          [.text("VT"), .figure(figure(nil, nil, base: 14))],
        ],
        unit: Unit(.count, singular: "group", plural: "groups"), matched: 4, base: 327)),
    query: "map count counties where detainers by state", sources: 9)

  /// Two groups on three days; one of them has no figure on the second.
  static let overYears: Answer = {
    var answer = Example.answer(
      .groups(
        Table(
          columns: [
            AnswerColumn("state", .text), AnswerColumn("2019", .figure),
            AnswerColumn("2020", .figure), AnswerColumn("2021", .figure),
          ],
          rows: [
            [
              .text("YY"), .figure(figure(10, 10, base: 33)),
              .figure(figure(20, 30, unknown: 10, base: 33)), .figure(figure(33, 33, base: 33)),
            ],
            [
              .text("ZZ"), .figure(figure(5, 5, base: 33)), .none,
              .figure(figure(8, 8, base: 33)),
            ],
          ],
          unit: Unit(.count, singular: "group", plural: "groups"), matched: 2, base: 66)),
      query: "chart count counties where detainers by state across years 2019, 2020, 2021")
    answer.picture = Picture(.lines, title: "count counties where detainers by state")
    return answer
  }()

  /// Five rows: two members, two that may be, one that is none; one has no known position.
  static let places = drawn(
    answer(
      .rows(
        Table(
          columns: [AnswerColumn("name", .text), AnswerColumn("latitude", .number)],
          rows: [[.text("Example County"), .number(40)], [.text("Sample County"), .number(41)]],
          unit: counties, matched: 2, possibleMore: 2,
          possibleQuery: "list counties where notify is unknown", base: 5)),
      query: "map counties where notify"), .places,
    layers: [
      Picture.Layer(
        .certain, count: 2,
        positions: [.init(latitude: 40, longitude: -100), .init(latitude: 41, longitude: -90)]),
      Picture.Layer(.possible, count: 2, positions: [.init(latitude: 61, longitude: -150)]),
      Picture.Layer(.out, count: 1, positions: [.init(latitude: 30, longitude: -95)]),
    ])

  /// Answers with a picture, by name.
  static let pictures: [(name: String, answer: Answer)] = [
    ("bar", drawn(interval, .bars)), ("share bar", drawn(openShare, .bars)),
    ("open sum bar", drawn(measure, .bars)), ("bars", drawn(groups, .bars)),
    ("dots", drawn(groups, .dots)), ("tiles", drawn(states, .tiles)), ("lines", overYears),
    ("places", places),
  ]
}

extension Odd {
  /// Every odd answer drawn in every way, though no query asks for most of them.
  static let pictures: [(name: String, answer: Answer)] = all.flatMap { name, answer in
    Picture.Form.allCases.map { form in
      (name + " as " + form.rawValue, Example.drawn(answer, form))
    }
  }
}
