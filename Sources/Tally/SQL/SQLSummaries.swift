// Sums, means, medians and extremes in SQL, with the bounds of `Kernels/Bounds.swift`.

extension SQLEmitter {
  /// A summary over every membership that is possible: its least of the low ends of the values, its
  /// most of the high ends. `select` is over the rows of a part, perhaps for each `g`.
  mutating func summary(
    _ word: Aggregator, _ figure: SQLFigure, _ select: SQLSelection, isGrouped: Bool
  ) -> SQLSelection {
    var select = select
    switch word {
    case .sum:
      select.columns += sums(figure)
    case .min:
      select.columns += [
        "min(least) FILTER (WHERE member IS NOT FALSE) AS low",
        "COALESCE(min(most) FILTER (WHERE member), "
          + "max(most) FILTER (WHERE member IS NULL)) AS high",
      ]
    case .max:
      select.columns += [
        "COALESCE(max(least) FILTER (WHERE member), "
          + "min(least) FILTER (WHERE member IS NULL)) AS low",
        "max(most) FILTER (WHERE member IS NOT FALSE) AS high",
      ]
    case .average, .median:
      return middle(word, select, figure.decimals, isGrouped: isGrouped)
    }
    select.columns += Self.memberCounts + Self.knownCounts
    return select
  }

  private static let memberCounts =
    ["count(*) FILTER (WHERE member IS NULL) AS unknown"] + bases

  private static let knownCounts = [
    "count(least) FILTER (WHERE member IS NOT FALSE) AS known",
    "count(*) FILTER (WHERE member IS NOT FALSE AND NOT is_none) AS known_of",
    "count(least) FILTER (WHERE member) AS sure",
  ]

  /// A sum over no member is 0. Where values are not known, those that are prove the low end of a
  /// sum of amounts, and no end of another.
  private func sums(_ figure: SQLFigure) -> [String] {
    func sum(_ value: String, _ sign: String) -> String {
      let rows = "member OR (member IS NULL AND \(value) \(sign) 0)"
      let summand = summand(value, figure.decimals)
      return self.sum(
        "COALESCE(sum(\(summand)) FILTER (WHERE \(rows)), 0)", figure.decimals)
    }
    let (low, high) = (sum("least", "<"), sum("most", ">"))
    let missing =
      "count(*) FILTER (WHERE member IS NOT FALSE AND NOT is_none AND least IS NULL)"
    func open(_ end: String, _ name: String) -> String {
      "CASE WHEN \(missing) > 0 THEN \(end) END AS \(name)"
    }
    func proven(_ end: String, _ name: String) -> String {
      "CASE WHEN \(missing) = 0 THEN \(end) END AS \(name)"
    }
    return figure.isAmount
      ? ["\(low) AS low", proven(high, "high"), open(high, "open_high")]
      : [
        proven(low, "low"), proven(high, "high"), open(low, "open_low"), open(high, "open_high"),
      ]
  }

  // MARK: Means and medians

  /// The least is that of the certain values with some of the smallest of the others; the most, of
  /// the largest.
  private mutating func middle(
    _ word: Aggregator, _ select: SQLSelection, _ decimals: Decimals?, isGrouped: Bool
  ) -> SQLSelection {
    let group = isGrouped ? "g" : "1 AS g"
    let ends = [("low", "least", "", "min"), ("high", "most", " DESC", "max")]
    var columns: [String] = []
    var joins: [String] = []
    for (name, value, direction, extreme) in ends {
      let known = part(
        "values_\(name)",
        """
        SELECT \(group), \(value) AS v, member IS TRUE AS sure
        FROM \(select.from) WHERE member IS NOT FALSE AND \(value) IS NOT NULL
        """)
      let choices =
        word == .average
        ? means(name, known, decimals, direction) : medians(name, known, decimals, direction)
      columns.append("\(name).v AS \(name)")
      joins.append(
        "LEFT JOIN (SELECT g, \(extreme)(v) AS v FROM \(choices) GROUP BY g) AS \(name) "
          + "ON \(name).g = \(isGrouped ? "m.g" : "1")")
    }
    var counts = select
    counts.columns += Self.memberCounts + Self.knownCounts
    let name = part("counts", counts.text)
    return SQLSelection(
      columns: (isGrouped ? ["m.g"] : []) + columns
        + ["unknown", "base", "base_low", "known", "known_of", "sure"].map { "m.\($0)" },
      from: name + " AS m", joins: joins)
  }

  /// The mean of the certain values and, one by one, of more of the others.
  private mutating func means(
    _ name: String, _ values: String, _ decimals: Decimals?, _ direction: String
  ) -> String {
    let v = summand("v", decimals)
    let sure = part(
      "sure_\(name)",
      "SELECT g, sum(\(v)) AS total, count(*) AS n FROM \(values) WHERE sure GROUP BY g"
    )
    let more = part(
      "more_\(name)",
      """
      SELECT g, sum(\(v)) OVER w AS total, row_number() OVER w AS n FROM \(values) WHERE NOT sure
      WINDOW w AS (PARTITION BY g ORDER BY v\(direction) ROWS UNBOUNDED PRECEDING)
      """)
    let all = mean(
      "(m.total + COALESCE(s.total, 0))", of: "(m.n + COALESCE(s.n, 0))", decimals)
    return part(
      "means_\(name)",
      """
      SELECT g, \(mean("total", of: "n", decimals)) AS v FROM \(sure)
      UNION ALL
      SELECT m.g, \(all)
      FROM \(more) AS m LEFT JOIN \(sure) AS s ON s.g = m.g
      """)
  }

  /// The median of the certain values and, one by one, of more of the others. A value's place among
  /// the chosen ones is the number of certain ones before it and of the others that are chosen.
  private mutating func medians(
    _ name: String, _ values: String, _ decimals: Decimals?, _ direction: String
  ) -> String {
    let before = "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
    let placed = part(
      "placed_\(name)",
      """
      SELECT g, v, sure,
        COALESCE(sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER w, 0) AS sure_before,
        COALESCE(sum(CASE WHEN sure THEN 0 ELSE 1 END) OVER w, 0) AS more_before
      FROM \(values)
      WINDOW w AS (PARTITION BY g ORDER BY v\(direction) \(before))
      """)
    let choices = part(
      "choices_\(name)",
      """
      SELECT g, 0 AS taken, count(*) AS n FROM \(values) WHERE sure GROUP BY g
      UNION ALL
      SELECT p.g, p.more_before + 1, p.more_before + 1 + COALESCE(s.n, 0)
      FROM \(placed) AS p
      LEFT JOIN (SELECT g, count(*) AS n FROM \(values) WHERE sure GROUP BY g) AS s ON s.g = p.g
      WHERE NOT p.sure
      """)
    let place =
      "p.sure_before + CASE WHEN p.more_before < c.taken THEN p.more_before ELSE c.taken END"
    let isWritten = decimals.map { $0.places > 0 } ?? false
    let middle =
      isWritten ? mean("sum(\(summand("p.v", decimals)))", of: "count(*)", decimals) : "avg(p.v)"
    return part(
      "medians_\(name)",
      """
      SELECT c.g, \(middle) AS v
      FROM \(choices) AS c
      JOIN \(placed) AS p ON p.g = c.g AND (p.sure OR p.more_before < c.taken)
        AND 2 * (\(place)) IN (c.n - 2, c.n - 1, c.n)
      GROUP BY c.g, c.taken
      """)
  }
}
