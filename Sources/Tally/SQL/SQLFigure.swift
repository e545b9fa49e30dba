// What a figure is in SQL: its columns, and how they compare.

/// The columns of a figure.
struct SQLFigure {
  /// The kind of number.
  var kind: Measure.Kind
  /// Whether a number of things is summed, of which some are not known: it has no high end.
  var isAmount: Bool
  /// Whether there may be more linked rows than are known.
  var lacksHigh = false
  /// What counts are parts of; nil where they are counts.
  var percent: Divisor?
  /// How the numbers are written that it is made of; nil where sums of them may not be exact.
  var decimals: Decimals?
  /// What its columns begin with, where there are several figures.
  var prefix = ""

  /// One of its columns in a frame.
  func column(_ name: String) -> String { "\(SQLScope.alias).\(SQLText.name(prefix + name))" }

  /// Whether its numbers are fractions.
  var isShare: Bool {
    if case .share = kind { true } else { percent != nil }
  }

  /// The columns in order, each with what an empty group has.
  var columns: [(name: String, empty: String)] {
    switch kind {
    case .count where percent == nil:
      [("low", "0"), ("high", lacksHigh ? "NULL" : "0")] + SQLFigure.bases
    case .share, .count:
      [("low", "NULL"), ("high", "NULL")] + SQLFigure.bases + [
        ("of_known", "NULL"), ("known", "0"),
      ]
    case .aggregate(let word, _):
      [("low", word == .sum ? "0" : "NULL"), ("high", word == .sum ? "0" : "NULL")]
        + openEnds.map { ($0, "NULL") } + SQLFigure.bases
        + [("known", "0"), ("known_of", "0"), ("sure", "0")]
    }
  }

  /// The ends that the known values of a sum make where no end is proven.
  private var openEnds: [String] {
    guard case .aggregate(.sum, _) = kind else { return [] }
    return isAmount ? ["open_high"] : ["open_low", "open_high"]
  }

  private static let bases = [("unknown", "0"), ("base", "0"), ("base_low", "0")]
}

extension SQLEmitter {
  /// A group's figure as a number to compare and to sort by: its proven ends.
  func figureEnds(_ figure: SQLFigure) -> SQLNumber {
    let (low, high) = (figure.column("low"), figure.column("high"))
    let none = SQLCondition(text: "\(low) IS NULL")
    switch figure.kind {
    case .count, .share:
      return SQLNumber(
        low: low,
        high: figure.lacksHigh ? "COALESCE(\(high), \(dialect.infinity))" : high, none: none,
        mayBeUnknown: false, largest: figure.lacksHigh ? .infinity : 1e9, smallest: 1e-9,
        decimals: figure.isShare ? nil : .ints)
    case .aggregate(let word, _):
      let lacks = "\(figure.column("known")) < \(figure.column("known_of"))"
      // Where no member that has a value is certain there may be no such number.
      let mayBeNone = "\(low) IS NOT NULL AND \(figure.column("sure")) = 0"
      let isOpen = word == .sum ? lacks : "(\(lacks) OR \(mayBeNone))"
      let infinity = dialect.infinity
      if word == .sum, !figure.isAmount {
        return SQLNumber(
          low: "CASE WHEN \(lacks) THEN -\(infinity) ELSE \(low) END",
          high: "CASE WHEN \(lacks) THEN \(infinity) ELSE \(high) END", mayBeUnknown: false)
      }
      return SQLNumber(
        low: "CASE WHEN \(isOpen) AND \(high) IS NOT NULL THEN -\(infinity) ELSE \(low) END",
        high: "CASE WHEN \(low) IS NULL THEN NULL WHEN \(isOpen) THEN \(infinity) "
          + "ELSE COALESCE(\(high), \(infinity)) END",
        none: none, mayBeUnknown: false)
    }
  }

  /// The columns that a measure needs of each row, beside `member` and `base`, and how numbers in
  /// them are written.
  mutating func inputs(
    _ measure: Measure, _ rows: SQLMembership, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (columns: [String], rows: SQLMembership, decimals: Decimals?) {
    var rows = measure.settledOnly ? settled(rows) : rows
    switch measure.kind {
    case .count: return ([], rows, nil)
    case .share(let inner):
      let condition = try self.condition(inner, &scope)
      if measure.settledOnly {
        let isSettled = condition.tested("IS NOT NULL")
        rows.member = .all([rows.member, isSettled])
        rows.base = .all([rows.base, isSettled])
      }
      return (["\(condition.text) AS condition"], rows, nil)
    case .aggregate(let word, let value):
      let number = try number(value, &scope)
      let count = dataset.relations[measure.set.relation].count
      let decimals = word == .min || word == .max ? nil : try summed(number, count)
      let none = number.none?.tested("IS TRUE").text ?? "FALSE"
      return (
        [
          "\(amount(number.low)) AS least", "\(amount(number.high)) AS most", "\(none) AS is_none",
        ], rows, decimals
      )
    }
  }

  private func amount(_ text: String) -> String { "CAST(\(text) AS DOUBLE PRECISION)" }

  /// The figures of the rows of a part, one for each `g`; of a part without `g`, one.
  /// - Returns: the columns of the figure and what they are selected from.
  mutating func figures(
    _ figure: SQLFigure, of members: String, isGrouped: Bool
  ) throws(SQLRefusal) -> SQLSelection {
    var select = SQLSelection(columns: [], from: members)
    if isGrouped {
      select.columns = ["g"]
      select.groups = ["g"]
    }
    switch figure.kind {
    case .count where figure.percent != nil:
      return fractions(part(figure, counts: select, of: members))
    case .count:
      select.columns += [
        "count(*) FILTER (WHERE member) AS low",
        figure.lacksHigh
          ? "CAST(NULL AS INTEGER) AS high" : "count(*) FILTER (WHERE member IS NOT FALSE) AS high",
        "count(*) FILTER (WHERE member IS NULL) AS unknown",
      ]
      select.columns += Self.bases
    case .share: return share(select)
    case .aggregate(let word, _): return summary(word, figure, select, isGrouped: isGrouped)
    }
    return select
  }

  static let bases = [
    "count(*) FILTER (WHERE base IS NOT FALSE) AS base",
    "count(*) FILTER (WHERE base) AS base_low",
  ]

  /// Bounds by completing the unknown rows: each is counted by its membership (yes or unknown) and
  /// its condition (yes, no, unknown).
  private mutating func share(_ inner: SQLSelection) -> SQLSelection {
    var counts = inner
    let conditions = [("y", "condition"), ("n", "NOT condition"), ("u", "condition IS NULL")]
    for (letter, isMember) in [("y", "member"), ("u", "member IS NULL")] {
      for (other, condition) in conditions {
        counts.columns.append(
          "count(*) FILTER (WHERE \(isMember) AND \(condition)) AS \(letter)\(other)")
      }
    }
    return fractions((part("counts", counts.text), !inner.groups.isEmpty))
  }

  /// What part of a whole the rows of each group are: a row that may be a member may be one of the
  /// whole too.
  private mutating func part(
    _ figure: SQLFigure, counts select: SQLSelection, of members: String
  ) -> (name: String, isGrouped: Bool) {
    let isGrouped = !select.groups.isEmpty
    var own = select
    let key: String? =
      if isGrouped, case .group(let key)? = figure.percent { "key\(key + 1)" } else { nil }
    let keys = key.map { [$0, $0 + "_state"] } ?? []
    own.columns += keys
    own.groups += keys
    own.columns += [
      "count(*) FILTER (WHERE member) AS sure", "count(*) FILTER (WHERE member IS NULL) AS open",
    ]
    let parts = part("parts", own.text)
    let window = keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", "))"
    return (
      part(
        "counts",
        SQLSelection(
          columns: (isGrouped ? ["g"] : []) + [
            "sure AS yy", "sum(sure) OVER (\(window)) - sure AS yn", "0 AS yu", "open AS uy",
            "sum(open) OVER (\(window)) - open AS un", "0 AS uu",
          ], from: parts
        ).text), isGrouped
    )
  }

  private func fractions(_ counts: (name: String, isGrouped: Bool)) -> SQLSelection {
    let lowBase = "(yy + yn + yu + un + uu)"
    let highBase = "(yy + yn + yu + uy + uu)"
    let any = "\(lowBase) + \(highBase) > 0"
    func fraction(_ top: String, _ base: String) -> String {
      "CAST(\(top) AS DOUBLE PRECISION) / NULLIF(\(base), 0)"
    }
    return SQLSelection(
      columns: (counts.isGrouped ? ["g"] : []) + [
        "CASE WHEN \(any) THEN COALESCE(\(fraction("yy", lowBase)), 1) END AS low",
        "CASE WHEN \(any) THEN COALESCE(\(fraction("(yy + yu + uy + uu)", highBase)), 0) END "
          + "AS high",
        "yu + uy + un + uu AS unknown", "yy + yn + yu + uy + un + uu AS base",
        "yy + yn + yu AS base_low", "\(fraction("yy", "(yy + yn)")) AS of_known",
        "yy + yn AS known",
      ], from: counts.name)
  }
}
