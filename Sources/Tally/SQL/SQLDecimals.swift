// Decimals in SQL: databases have binary numbers, whose sums and products are put right here.

extension SQLEmitter {
  /// A number as it is written, from one that binary arithmetic made of such.
  func written(_ text: String, _ decimals: Decimals?) -> String {
    guard let decimals, decimals.places > 0 else { return text }
    return "(\(whole(text, decimals)) / \(SQLText.literal(decimals.power)))"
  }

  /// The quotient of two numbers: of the whole numbers that decimals are, which are exact.
  func quotient(_ a: SQLNumber, _ b: SQLNumber) -> String {
    func plain(_ a: String, _ b: String) -> String { "(\(a) / NULLIF(\(b), 0))" }
    guard let x = a.decimals, let y = b.decimals, max(x.places, y.places) > 0,
      let first = x.moved(to: Int(max(x.places, y.places))), y.moved(to: Int(first.places)) != nil
    else { return plain(a.low, b.low) }
    return plain(whole(a.low, first), whole(b.low, first))
  }

  /// The mean of so many numbers of that sum.
  func mean(_ sum: String, of count: String, _ decimals: Decimals?) -> String {
    guard let decimals, decimals.places > 0 else { return "\(sum) / \(count)" }
    return "\(whole(sum, decimals)) / (\(count) * \(SQLText.literal(decimals.power)))"
  }

  private func whole(_ text: String, _ decimals: Decimals) -> String {
    dialect.rounded("\(text) * \(SQLText.literal(decimals.power))")
  }
}

extension Decimals {
  /// What is known of results of arithmetic; nil where they may be no decimals, or too large.
  static func combined(
    _ a: Decimals?, _ operation: Expr.Arithmetic, _ b: Decimals?
  ) -> Decimals? {
    guard let a, let b else { return nil }
    switch operation {
    case .plus, .minus:
      let places = Int(max(a.places, b.places))
      guard let x = a.moved(to: places), let y = b.moved(to: places) else { return nil }
      return x.added(to: y)
    case .times: return a.multiplied(by: b)
    case .over: return nil
    }
  }

  /// What is known of numbers with two ends.
  static func ofBoth(_ low: Numbers, _ high: Numbers) -> Decimals? {
    guard let a = low.decimals, let b = high.decimals else { return nil }
    return b.places > a.places || !b.areAll ? b : a
  }

  /// The same decimals, where the sum of so many is exact as a `Double`; else nil.
  func summed(_ count: Int) -> Decimals? {
    sums(of: count, fitInto: 53) ? self : nil
  }
}
