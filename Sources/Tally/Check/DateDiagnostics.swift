// What can be wrong with a date: each mistake is one function.

extension Diagnostic {
  /// T501: a date before the first list.
  static func beforeFirstList(
    _ name: Span, _ date: Span?, _ relation: String, _ lists: [Day]
  ) -> Diagnostic {
    let first = lists.first?.description ?? ""
    let said =
      lists.count == 1
      ? "the list of \(relation) is of \(first)"
      : "the first list of \(relation) is of \(first)"
    return Diagnostic(
      "T501", at: date ?? name, said,
      help: (lists.count > 1
        ? ["lists: " + lists.map(\.description).joined(separator: ", ")] : [])
        + (date == nil ? ["the date that was set for all questions is earlier"] : []),
      fixes: date.map { [Fix($0, first)] } ?? [])
  }

  /// T502: a date after the record's newest day.
  static func dateAhead(_ span: Span, _ latest: Day) -> Diagnostic {
    Diagnostic(
      "T502", at: span, "the record ends on \(latest)", fixes: [Fix(span, latest.description)])
  }

  /// N501: a period that goes on after the record's newest day.
  static func dateClipped(_ span: Span, _ latest: Day) -> Diagnostic {
    Diagnostic("N501", .note, at: span, "the record ends on \(latest), so the answer is as of then")
  }

  /// The code of a date for rows that have dates of their own.
  static var rowsHaveDatesCode: String { "T503" }

  /// N502: rows that have dates of their own, asked while the session has one.
  static func sessionDateNotApplied(_ span: Span, _ day: Day) -> Diagnostic {
    Diagnostic(
      "N502", .note, at: span,
      "these rows have dates of their own: the session's date, \(day), was not applied")
  }

  /// T503: a date for rows that have dates of their own.
  static func rowsHaveDates(
    _ name: Span, _ date: Span?, _ relation: String, since: String, until: String?, day: Day
  ) -> Diagnostic {
    let began = "\(since) <= \(day)"
    var help = [
      "a date could mean two things here, so say which:",
      "\(until == nil ? "up to" : "begun by") then:  \(relation) where \(began)",
    ]
    if let until {
      help.append(
        "in force then:  \(relation) where \(began) and (\(until) is none or \(until) >= \(day))")
    }
    return Diagnostic(
      rowsHaveDatesCode, at: date ?? name, "the rows of \(relation) have dates of their own",
      help: help)
  }

  /// T505: a text that is no period.
  static func noPeriod(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic(
      "T505", at: span, "\"\(text)\" is no period",
      help: ["a period is a year, a month such as 2025-07, a day, fy2018 or latest"])
  }

  /// T504: two dates in one query.
  static func twoDates(_ span: Span, _ first: Day, _ second: Day) -> Diagnostic {
    Diagnostic(
      "T504", at: span, "one query has one date: \(first) and \(second) are two",
      help: ["to set two dates side by side say, for example: across years 2019, latest"])
  }

  /// T504: a date that only a part of the query has.
  static func datedInPart(_ undated: Span, _ span: Span, _ day: Day) -> Diagnostic {
    Diagnostic(
      "T504", at: span, "a date is for the whole query, and this says it of a part",
      help: ["say it of each of the things asked about, as in: counties as of \(day) with …"],
      fixes: [])
  }

  /// T504: a date in a query that names several.
  static func dateBesideYears(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T504", at: span, "the periods after across years are the dates of this query",
      help: ["leave this one out, or add it to them"])
  }

  /// T504: two periods that end on one day.
  static func yearTwice(_ span: Span, _ day: Day) -> Diagnostic {
    Diagnostic("T504", at: span, "a period before this one is as of \(day) too")
  }

  /// T506: a stage that would have to choose among the columns that values make.
  static func columnsOfAcross(_ stage: Name) -> Diagnostic {
    Diagnostic(
      "T506", at: stage.span, "\(stage.text) cannot choose among the columns of across",
      help: ["sort, keep, take, skip, total and known only may follow"])
  }

  /// T506: a stage that would have to choose among the days.
  static func stageAfterYears(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T506", at: span, "after years only known only may follow, and total beside across years",
      help: ["to sort or keep, ask for one date, as in: … as of 2019 | sort by …"])
  }

  /// T602: a table of the dataset that does not fit its schema.
  static func unreadable(_ span: Span, _ fault: String) -> Diagnostic {
    Diagnostic("T602", at: span, "a table of the record cannot be read: \(fault)")
  }
}
