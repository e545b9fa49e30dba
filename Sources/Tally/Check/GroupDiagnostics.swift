// What is said about groups: codes T461 to T469. Sorted by name.

extension Diagnostic {
  /// T465: bands without edges that rise.
  static func bandsWantEdges(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T465", at: span, "bands wants a number field and then edges that rise",
      help: ["for example: bands(population, 10_000, 100_000)"])
  }

  /// T463: two columns of one name.
  static func columnTwice(_ span: Span, _ name: String, fix: Fix) -> Diagnostic {
    Diagnostic("T463", at: span, "two columns are named \(name)", fixes: [fix])
  }

  /// T469: `known only` where no condition is asked.
  static func knownOnlyOfNothing(_ span: Span, _ groups: GroupPlan?) -> Diagnostic {
    let keys = (groups?.keys ?? []) + [groups?.across].compactMap(\.self)
    let answer = keys.lazy.compactMap { key -> String? in
      if case .field(let field) = key.value, field.field.type == .answer { field.text } else { nil }
    }.first
    return Diagnostic(
      "T469", at: span,
      "\"known only\" leaves out rows whose condition is not known, and no condition is asked",
      help: answer.map { ["to leave out rows whose \($0) is unknown say: where \($0) is known"] }
        ?? ["for example: count counties where detainers | known only"])
  }

  /// T467: groups of a number that is an interval in some rows.
  static func groupsWantNumbers(_ span: Span, _ name: String, _ count: Int) -> Diagnostic {
    let rows = NumberText.grouped(count) + (count == 1 ? " row" : " rows")
    return Diagnostic(
      "T467", at: span, "\(name) is not known exactly in \(rows), so it makes no groups",
      help: ["with edges, bands groups what lies between two numbers: bands(x, 10, 100)"])
  }

  /// T462: a percentage of bands, in which a number may be in two.
  static func percentOfBands(_ path: Path) -> Diagnostic {
    Diagnostic(
      "T462", at: path.span, "bands are no divisor: a number may lie in one of two",
      fixes: [Fix(Span(path.span.start - 4, path.span.end), "", for: "of the whole")])
  }

  /// T462: percentages of groups that are divided by nothing more: each is all of itself.
  static func percentOfItself(_ path: Path, fix: Fix?) -> Diagnostic {
    let whole = Fix(
      Span(path.span.start - 4, path.span.end), "", for: "of the ungrouped answer")
    return Diagnostic(
      "T462", at: path.span, "each \(path.text) is all of itself: 100 % in every row",
      fixes: [fix, whole].compactMap(\.self))
  }

  /// T462: a percentage of what nothing is grouped by.
  static func percentOfNoKey(_ path: Path, fix: Fix) -> Diagnostic {
    Diagnostic(
      "T462", at: path.span, "the answer is not divided by \(path.text)",
      fixes: [
        fix, Fix(Span(path.span.start - 4, path.span.end), "", for: "of the ungrouped answer"),
      ])
  }

  /// T461: a percentage where there are no groups.
  static func percentWantsGroups(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T461", at: span, "\"as percent\" is of groups, and here are none",
      help: ["one percentage is a share: share where detainers among counties"],
      fixes: [Fix(Span(span.start - 1, span.end), "", for: "the number itself")])
  }

  /// T468: rows that may be in more groups than can be kept.
  static func tooManyGroups(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T468", at: span, "rows that may be in several groups would be in more than a million",
      help: ["fewer keys, or bands with fewer edges, make fewer groups"])
  }

  /// T466: more columns than a page shows.
  static func tooWide(_ span: Span, _ count: Int) -> Diagnostic {
    Diagnostic(
      "T466", at: span,
      "across would make \(NumberText.grouped(count)) columns, and 100 is the most",
      help: ["after by they are rows; bands makes few of many numbers"])
  }

  /// T464: the word years in two places.
  static func yearsTwice(_ span: Span) -> Diagnostic {
    Diagnostic("T464", at: span, "years are said once, after by or after across")
  }

  /// T213: `by years` without a period.
  static func yearsWantPeriods(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T213", at: span, "periods follow the word years",
      fixes: [Fix(span, "years 2019, latest")])
  }
}
