// The history of one answer of one county, as pieces of time with one ground each.

/// The history of one answer of one county, as pieces of time with one ground each.
struct Timeline: Hashable {
  /// A ground and the day from which it holds; nil for the first, which holds from ever.
  struct Piece: Hashable {
    let since: Day?
    let ground: Ground
  }

  let pieces: [Piece]

  /// Joins neighbours that say the same.
  init(_ all: [Piece]) {
    var pieces: [Piece] = []
    for piece in all where pieces.last?.ground != piece.ground { pieces.append(piece) }
    self.pieces = pieces
  }

  /// The ground that holds on a day.
  func ground(on day: Day) -> Ground? {
    pieces.last { piece in piece.since.map { $0 <= day } ?? true }?.ground
  }
}

/// Evaluates an answer on every day on which it can change.
struct Timelines {
  let answers: CountyAnswers
  /// The last day of the dataset.
  let latest: Day
  private let listDays: [Day]
  private let ruleDays: [String: Set<Day>]

  init(answers: CountyAnswers, latest: Day) {
    self.answers = answers
    self.latest = latest
    listDays = answers.series.issueDays
    var ruleDays: [String: Set<Day>] = [:]
    for rule in answers.law.rules {
      ruleDays[rule.state + rule.field, default: []].formUnion(Self.days(rule))
    }
    self.ruleDays = ruleDays
  }

  /// The first and the last day that a start or an end can mean, and the days after an end.
  static func days(_ rule: StateRule) -> [Day] {
    let ends = rule.to.map { [$0.first.next, $0.last.next] } ?? []
    let pauses = Suspension.of(rule).flatMap { [$0.from, $0.to.next] }
    return [rule.from.first, rule.from.last] + ends + pauses
  }

  /// The days on which an answer can change, in order.
  func changeDays(_ field: String, _ county: County) -> [Day] {
    var days = ruleDays[county.state + StateLaw.ruleField(field)] ?? []
    if field == "agreement_287g" || field == "detainers" {
      days.formUnion(listDays)
      days.formUnion(answers.series.signingDays(county))
    }
    if field == "detention_contract" { days.formUnion(answers.contracts.changeDays(county)) }
    for announcement in answers.announcements
    where announcement.county == county.fips && announcement.field == field {
      days.formUnion([announcement.day, announcement.lastDay.next])
    }
    return days.filter { $0 <= latest }.sorted()
  }

  /// The history of a field of a county, up to the dataset's last day.
  func timeline(_ field: String, _ county: County) -> Timeline {
    let days = changeDays(field, county)
    let before = (days.first ?? latest).previous
    let first = Timeline.Piece(since: nil, ground: answers.ground(field, county, on: before))
    return Timeline(
      [first]
        + days.map { .init(since: $0, ground: answers.ground(field, county, on: $0)) })
  }

  /// The histories of every field of a county.
  func timelines(_ county: County) -> [Timeline] {
    CountyAnswers.fields.map { timeline($0, county) }
  }
}
