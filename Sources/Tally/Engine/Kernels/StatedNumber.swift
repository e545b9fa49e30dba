// Numbers as documents state them: what another number must be to agree.

/// A number with its document's word for how exact it is.
struct StatedNumber: Sendable, Equatable {
  /// How a document qualifies a number.
  enum Qualifier: String, Sendable, CaseIterable {
    case exact
    case moreThan = "more_than"
    case nearly
    case approximately
    case atMost = "at_most"

    /// The words before the number; empty for `exact`.
    var words: String { self == .exact ? "" : rawValue.replacing("_", with: " ") + " " }
  }

  var value: Double
  var qualifier: Qualifier

  /// The numbers that agree with it when it is recomputed from other rows.
  ///
  /// `exact` is the number itself; a percentage or a mean is rounded in print, so there it is all
  /// that rounds to it. `more_than` has no upper end: 2,000 does not contradict "more than 1,500".
  /// `nearly` reaches `slack` below the number, `approximately` to both sides.
  func allowed(isRounded: Bool) -> StatedRange {
    switch qualifier {
    case .exact: isRounded ? rounded : StatedRange(value, value)
    case .moreThan: StatedRange(value, .infinity, isLowOpen: true)
    case .nearly: StatedRange(value - slack, value)
    case .approximately: StatedRange(value - slack, value + slack)
    case .atMost: StatedRange(-.infinity, value)
    }
  }

  /// What the number stands for where its own document reckons with it.
  ///
  /// There it is read as it is written, to its last place: who writes "more than 343,151" does not
  /// mean 391,400, and a sum or a percentage in the same document is of the number that stands
  /// there.
  var written: StatedRange {
    switch qualifier {
    case .exact: StatedRange(value, value)
    case .moreThan: StatedRange(value, value + place)
    case .nearly: StatedRange(value - place, value)
    case .approximately: StatedRange(value - place, value + place)
    case .atMost: StatedRange(min(0, value), value)
    }
  }

  /// All that rounds to the number, half a unit of its last decimal to both sides: 75 is said of
  /// 74.5 to 75.5, 74.9 of 74.85 to 74.95.
  var rounded: StatedRange {
    let half = StatedNumber.unit(decimals: NumberText.decimals(value)) / 2
    return StatedRange(value - half, value + half)
  }

  /// How far off "nearly" and "approximately" may be: a tenth of the number, or one unit of its
  /// last place that is not 0 where that is more.
  var slack: Double { max(value.magnitude / 10, place) }

  /// The unit of the last place that is not 0: 1 for 343,151, 100 for 1,500, 0.01 for 243,756.46.
  var place: Double {
    let decimals = NumberText.decimals(value)
    guard decimals == 0 else { return StatedNumber.unit(decimals: decimals) }
    var unit = 1.0
    guard value != 0, value.magnitude < 1e15 else { return unit }
    while (value / (unit * 10)).rounded() * unit * 10 == value { unit *= 10 }
    return unit
  }

  private static func unit(decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  }
}

/// The numbers from one end to another, both ends included unless said.
struct StatedRange: Sendable, Equatable {
  var low: Double
  var high: Double
  var isLowOpen: Bool

  init(_ low: Double, _ high: Double, isLowOpen: Bool = false) {
    self.low = low
    self.high = high
    self.isLowOpen = isLowOpen
  }

  /// Whether no number is in both.
  func isApart(from other: StatedRange) -> Bool {
    isBelow(other) || other.isBelow(self)
  }

  private func isBelow(_ other: StatedRange) -> Bool {
    other.isLowOpen ? high <= other.low : high < other.low && !StatedRange.alike(high, other.low)
  }

  /// Whether every number of another is in it.
  func holds(_ other: StatedRange) -> Bool {
    let isAboveLow =
      isLowOpen ? other.low > low : other.low >= low || StatedRange.alike(other.low, low)
    return isAboveLow && (other.high <= high || StatedRange.alike(other.high, high))
  }

  /// Whether two numbers differ by no more than arithmetic in binary leaves: 0.1 + 0.2 is 0.3.
  private static func alike(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
  }

  /// The sum of several.
  static func sum(_ ranges: [StatedRange]) -> StatedRange {
    ranges.reduce(StatedRange(0, 0)) { StatedRange($0.low + $1.low, $0.high + $1.high) }
  }

  /// What percentage of another it is; nil where the other may be 0 or less, or this below 0.
  func percent(of whole: StatedRange) -> StatedRange? {
    guard whole.low > 0, low >= 0 else { return nil }
    return StatedRange(low / whole.high * 100, high / whole.low * 100)
  }
}
