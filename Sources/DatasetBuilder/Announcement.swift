// What a county or its sheriff announced, and for how long that stands.

/// What a county or its sheriff announced, and for how long that stands: a year from its day.
struct Announcement {
  let county: String
  let field: String
  let value: Answer
  let day: Day
  let confidence: String
  /// What was announced, and under which condition, in the project's words.
  let summary: String
  let sources: [Source]

  /// The last day on which it speaks.
  var lastDay: Day { day.lastOfYear }

  /// Every announcement on which an answer rests.
  static let all: [Announcement] = milwaukee.map { [$0] } ?? []

  /// The Sheriff of Milwaukee County, Wisconsin. The first page gives the day, a Tuesday.
  private static let milwaukee = Day(2019, 2, 26).map { day in
    Announcement(
      county: "55079", field: "notify", value: .no, day: day, confidence: "high",
      summary: "the sheriff's office announced that it tells ICE nothing of people in the jail "
        + "without a judge's warrant",
      sources: [
        Source(
          title: "New Milwaukee County Sheriff No Longer Cooperating with ICE",
          publisher: "Newstalk 1130 WISN", published: "2019-02-27",
          place: "https://newstalk1130.iheart.com/featured/common-sense-central/content/"
            + "2019-02-27-new-milwaukee-county-sheriff-no-longer-cooperating-with-ice/",
          key: "milwaukee-sheriff-2019-02-27"),
        Source(
          title: "New Milwaukee County sheriff says office will no longer share information with "
            + "ICE",
          publisher: "Los Angeles Times", published: "2019-03-10",
          place: "https://www.latimes.com/nation/la-na-sheriff-milwaukee-ice-20190310-story.html",
          key: "milwaukee-sheriff-2019-03-10"),
      ])
  }

  /// The words for a county's card.
  var detail: String { "\(summary) (\(day), taken to stand to \(lastDay))" }
}
