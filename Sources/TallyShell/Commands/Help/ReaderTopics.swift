// The pages for readers: what an answer says, and how to go about asking.

import Tally

extension HelpTopic {
  /// The pages that are about no single word.
  static let readers = [
    unknownAnswers, numbers, datesAndDays, places, sourcesOfAnswers, scripts, questions,
    messagesOfAll,
  ]

  private static let unknownAnswers = HelpTopic(
    "unknown", "what is not known",
    meaning: "A yes/no field is yes, no or unknown, and unknown is never taken for no.",
    details: [
      "1,077–2,692 means: 1,077 counties are certain, and up to 2,692 are possible if every "
        + "unknown were a yes. The true number lies between them.",
      "not detainers finds the counties where holding is barred; detainers is unknown finds "
        + "those where nothing is settled; possibly not detainers finds both.",
      "of known is the share among the rows whose answer is known. It is not the share of all.",
    ],
    examples: [
      "count counties where detainers is unknown by reason.detainers",
      "count counties where possibly not detainers", "why count counties where detainers",
    ])

  private static let numbers = HelpTopic(
    "numbers", "how numbers are worked out",
    meaning: "Numbers are decimals as they were written: 0.1 + 0.2 is 0.3.",
    details: [
      "1_000_000 and 2.5 are numbers, 10% is a tenth. Sums and averages are exact before they are "
        + "rounded.",
      "round takes halves away from zero: 2.675 to two digits is 2.68.",
      "A quotient is rounded where it stands, so divide last: pay * 6 / 12, not pay / 12 * 6.",
      "Of more than fifteen digits a number is held as the nearest binary one. Nothing can be "
        + "divided by zero: such a number is not known.",
    ],
    examples: [
      "list counties in DE | show name, round(population / 1_000_000, 2) named millions",
      "average (population / 1_000) of counties",
    ])

  private static let datesAndDays = HelpTopic(
    "dates", "which day is asked about",
    meaning: "Without a date a question asks about the record's last day. as of asks about another "
      + "one; a year, a month or a fiscal year means its last day.",
    details: [
      "The date belongs to the whole question: the lists and the answers of that day count.",
      "across years sets the same question at several dates side by side. Rows that have dates of "
        + "their own, such as agreements, are asked by them: where signed >= 2025.",
      ":dates lists the days that the record knows of.",
    ],
    examples: [
      "count counties where detainers as of 2019",
      "count counties where detainers across years 2019, latest",
      "count agreements by year(signed)",
    ])

  private static let places = HelpTopic(
    "places", "how places are named",
    meaning: "A state is named by its two letters or its name, a county by name and state in "
      + "quotes, or by # and its five digits. A name of several words stands in quotes.",
    details: [
      "in TX, CA means either. County and Parish may be left out: \"Cook, IL\". OR and IN are "
        + "Oregon and Indiana where a place must stand."
    ],
    examples: [
      "count counties in TX, \"New Mexico\" with agreements", "show county \"Cook, IL\"",
      "show county #17031",
    ])

  private static let sourcesOfAnswers = HelpTopic(
    "sources", "what an answer rests on",
    meaning: "Every answer names its documents: [1]…[9] behind it, in full under cite.",
    details: [
      "By state law is a statute, ruling, order or opinion in force; by 287(g) agreement is one "
        + "that ICE lists. Nothing here is observed practice.",
      "cite before a question, or :cite after it, lists the documents and, last, the answer "
        + "itself with its date and dataset. :sources and a word finds documents.",
    ],
    examples: [
      "cite count counties in IL where detainers",
      "list state_rules in IL | show field, effect, citation",
      "list sources where title contains \"TRUST\" | show title, publisher, published",
    ])

  private static let scripts = HelpTopic(
    "scripts", "questions in a file",
    meaning: "A script is a text file of questions, one on a line; -- begins a comment.",
    details: [
      ":run FILE runs one here, and tally run FILE from the command line. An expect line below a "
        + "question says what must come out, and tally test FILE checks it.",
      "define gives a name to a set or a condition, param to a value that :set or --set may "
        + "change.",
    ],
    examples: [
      "define big of counties as population > 1_000_000\ncount counties where big",
      "param place = \"TX\"\ncount counties in $place with agreements",
      "count counties\nexpect 3143",
    ])

  private static let questions = HelpTopic(
    "examples", "questions to begin with",
    meaning: "Each of these works as it stands; change a word and ask again.",
    examples: [
      "count counties with agreements by state",
      "share where detainers among counties by region",
      "list counties in CO where detainers is unknown | show name, reason.detainers",
      "top 10 states by count of counties where detainers",
      "compare count counties where detainers from 2019 to 2025",
      "changes in detainers of counties in California from 2017 to 2026",
      "count counties by region across detainers as percent of region",
      "show county \"Travis, TX\" as of 2018",
      "chart count counties where detainers by region",
      "check figures from \"ILRC 2016\"",
    ])

  private static let messagesOfAll = HelpTopic(
    "messages", "what tally says of a mistake",
    meaning: "Each message has a code; :explain and the code has the long text.",
    examples: [":explain T301", ":explain N403"],
    page: { ExplanationPage.list(width: $1) })
}
