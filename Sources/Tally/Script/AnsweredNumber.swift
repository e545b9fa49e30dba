// The one number of an answer, and how it is compared with a typed one.

/// How exactly a number was typed.
struct Precision {
  var decimals: Int
  var isPercent: Bool

  /// How many digits stand after the point.
  static func decimals(_ text: String) -> Int {
    text.split(separator: ".", maxSplits: 1).dropFirst().first?
      .prefix { $0.isNumber || $0 == "_" }.count { $0.isNumber } ?? 0
  }
}

extension Double? {
  /// Whether a number is another one at a precision; where there is none, it is none.
  /// - Parameter outward: a bound is also what it reads on the screen, where it is rounded away
  ///   from its interval.
  func isSame(
    as other: Double?, _ precision: Precision, outward: FloatingPointRoundingRule? = nil
  ) -> Bool {
    guard let self, let other else { return false }
    let scale = (0..<precision.decimals).reduce(precision.isPercent ? 100.0 : 1) { scale, _ in
      scale * 10
    }
    let typed = (other * scale).rounded()
    return (self * scale).rounded() == typed
      || outward.map { (self * scale).rounded($0) == typed } ?? false
  }
}

/// A figure as an expectation sees it.
struct AnsweredNumber {
  let low: Double?
  let high: Double?
  let isShare: Bool
  /// What keeps the number from being held to another; nil for nothing.
  var remark: String?

  /// The number of an answer: its figure, or its only cell; nil where it is more, or words.
  init?(_ answer: Answer) {
    guard let figure = answer.figure ?? answer.onlyCell?.figure else {
      switch answer.onlyCell {
      case .number(let number)?: (low, high, isShare) = (number, number, false)
      case .percent(let share)?: (low, high, isShare) = (share, share, true)
      case .text, .date, .answer, .figure, .unknown, .none?, nil: return nil
      }
      return
    }
    low = figure.low
    high = figure.high
    isShare = figure.unit.kind == .share
    if figure.lacksValues {
      let known = "\(figure.known ?? 0) of \(figure.knownOf ?? 0)"
      remark = "the number is over the \(known) whose values are known"
    }
  }

  /// `1922`, `0 to 142`, `75.2% to 80.1%`.
  func written(decimals: Int, isPercent: Bool) -> String {
    guard let low else { return "no number" }
    let least = AnsweredNumber.text(low, decimals, isPercent)
    guard let high else { return "at least \(least)" }
    let most = AnsweredNumber.text(high, decimals, isPercent)
    return isExact ? least : "\(least) to \(most)"
  }

  /// Whether it is one number.
  var isExact: Bool { low != nil && low == high }

  private static func text(_ number: Double, _ decimals: Int, _ isPercent: Bool) -> String {
    let sign = isPercent ? "%" : ""
    let places = isPercent ? max(decimals, 1) : number == number.rounded() ? 0 : max(decimals, 2)
    return NumberText.plain(isPercent ? number * 100 : number, decimals: places)
      .replacing(",", with: "_") + sign
  }
}

extension Answer {
  /// The one figure of an answer, where it is one.
  var figure: Figure? {
    switch content {
    case .figure(let figure): figure
    case .funnel(let funnel): funnel.figure
    case .groups, .rows, .card, .verdicts, .transitions, .citation, .code: nil
    }
  }

  /// The cell of a table of one row and one column.
  fileprivate var onlyCell: Cell? {
    switch content {
    case .groups(let table), .rows(let table):
      table.rows.count == 1 && table.columns.count == 1 ? table.rows[0].first : nil
    case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code: nil
    }
  }
}

extension Cell {
  fileprivate var figure: Figure? {
    if case .figure(let figure) = self { figure } else { nil }
  }
}
