// Two days that a query sets beside each other: in their order, and with no break between them.

/// The days after `from` and `to`.
struct ComparedDays {
  /// A day as it was written.
  struct Side {
    let day: Day
    let span: Span
  }
  let from: Side
  let to: Side

  /// Where the two stand.
  var span: Span { from.span.joined(to.span) }
}

extension Checker {
  /// The days of a query that sets two beside each other.
  /// - Throws: T502 for a day after the record, T504 for the same day twice and for another date
  ///   in the query, T521 for the later day first.
  mutating func days(
    from: PeriodNode, to: PeriodNode, of question: Core
  ) throws(Diagnostic) -> ComparedDays {
    if let other = DatesOfQuery(Query(core: question)).all.first {
      throw .dateBesideComparison(other.span)
    }
    let days = ComparedDays(from: try side(from), to: try side(to))
    if days.from.day == days.to.day { throw .yearTwice(to.span, days.to.day) }
    if days.from.day > days.to.day {
      throw .laterDayFirst(
        days.span, from: source.text(from.span), to: source.text(to.span))
    }
    return days
  }

  private mutating func side(_ node: PeriodNode) throws(Diagnostic) -> ComparedDays.Side {
    let day = try QueryDate.day(node, dataset)
    if let period = node.period, period.last > dataset.latest {
      note(.dateClipped(node.span, dataset.latest))
    }
    return ComparedDays.Side(day: day, span: node.span)
  }

  /// A checker of the same query on another day.
  func on(_ side: ComparedDays.Side) -> Checker {
    Checker(dataset.at(side.day), source, dateSpan: side.span)
  }

  /// Takes over what another checker of the same query noted.
  mutating func takeNotes(of other: Checker) {
    for diagnostic in other.notes where !notes.contains(diagnostic) { note(diagnostic) }
  }

  /// Refuses fields whose answers rest on something else on the second day than on the first.
  /// - Parameter fix: what shows both days without a difference.
  func checkBreaks(
    _ fields: PlanFields, between days: ComparedDays, fix: Fix?
  ) throws(Diagnostic) {
    for (_, reference) in fields.fields {
      let isBroken = reference.field.breaksOn.contains {
        days.from.day < $0 && $0 <= days.to.day
      }
      if isBroken { throw .definitionBreaks(days.span, reference.field, fix: fix) }
    }
  }
}
