// L102: numbers of several dates in one script, which a reader may set side by side.

extension Lint {
  /// A question of another date than the first of the script.
  static let mixedDates = Lint(
    code: "L102", meaning: "questions of several dates in one script",
    reason: """
      Numbers that stand in one script are read side by side. Where they are of several dates, \
      their difference may be one of time and not of what was asked. Ask all of one date, or say \
      with compare, changes or across years that time is the question.
      """,
    wrong: "count counties as of 2024 where detainers\ncount counties as of 2025 where notify",
    right: "count counties as of 2025 where detainers\ncount counties as of 2025 where notify",
    find: { script in
      var days: [Day] = []
      return script.queries.compactMap { query, _ in
        for date in DatesOfQuery(query).all {
          guard let day = script.day(date), !days.contains(day) else { continue }
          days.append(day)
          guard days.count > 1, let first = days.first else { continue }
          let (from, to) = (min(first, day), max(first, day))
          return Finding(
            span: date.span, message: "this is of \(day), the first date here is \(first)",
            help: ["ask both of one date, or compare them with: compare … from \(from) to \(to)"])
        }
        return nil
      }
    })
}
