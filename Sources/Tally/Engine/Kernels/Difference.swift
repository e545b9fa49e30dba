// How two figures differ: bounds that hold whatever the unknown answers on either side are.

/// The difference of two figures of one unit.
struct Difference {
  private let from: Figure
  private let to: Figure
  private let first: (low: Double?, high: Double?)
  private let second: (low: Double?, high: Double?)

  init(from: Figure, to: Figure) {
    self.from = from
    self.to = to
    first = from.provenEnds
    second = to.provenEnds
  }

  /// From the second's low end less the first's high one to the reverse.
  var difference: Figure {
    let kind: Unit.Kind = from.unit.kind == .share ? .points : .difference
    func less(_ a: Double?, _ b: Double?) -> Double? {
      a.flatMap { a in b.map { Written.difference(a, $0) } }
    }
    return figure(
      kind, low: less(second.low, first.high), high: less(second.high, first.low))
  }

  /// The difference as a part of the first. Of 0 there is no part; where the first may be 0, it is
  /// not known.
  /// - Parameter name: the first's, to say so.
  func changeCell(_ name: String) -> Cell {
    if first.high == 0, first.low == 0 { return .none }
    guard let least = first.low, let most = first.high else {
      return .unknown("\(name) has no proven bounds")
    }
    guard least > 0 || most < 0 else { return .unknown("\(name) may be 0") }
    // A quotient is greatest and least at ends of both, for its divisor does not pass 0.
    func corners(_ end: Double?) -> [Double]? {
      end.map { end in
        [least, most].map { Written.quotient(Written.difference(end, $0), $0.magnitude) }
      }
    }
    let (low, high) = (corners(second.low)?.min(), corners(second.high)?.max())
    guard low != nil || high != nil else { return .unknown("the second has no proven bounds") }
    return .figure(figure(.change, low: low, high: high))
  }

  /// Both sides' unknown rows and bases together.
  private func figure(_ kind: Unit.Kind, low: Double?, high: Double?) -> Figure {
    Figure(
      low: low, high: high, unknown: from.unknown + to.unknown, base: from.base + to.base,
      baseLow: from.baseLow + to.baseLow,
      unit: Unit(kind, singular: from.unit.singular, plural: from.unit.plural),
      baseUnit: from.baseUnit)
  }
}

extension Figure {
  /// The ends that are proven. A figure over the known values alone proves none: what is not known
  /// could move it either way; a sum of amounts keeps its low end. One that may not be proves none.
  var provenEnds: (low: Double?, high: Double?) {
    guard existence == .certain else { return (nil, nil) }
    guard lacksValues else { return (low, high) }
    return high == nil ? (low, nil) : (nil, nil)
  }
}
