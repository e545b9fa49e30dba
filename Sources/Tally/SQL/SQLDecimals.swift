// Decimals in SQL: databases have binary numbers, whose sums and products are put right here.

extension SQLEmitter {
  /// The result of arithmetic, as it is written.
  /// - Throws: where a number is none that was written, or may have too many digits: what databases
  ///   make of it may differ in the last digit, and so on which side of another it is.
  func written(
    _ text: String, _ decimals: Decimals?
  ) throws(SQLRefusal) -> String {
    guard let decimals, decimals.areAll else { throw .isNoDecimal() }
    return decimals.places == 0 ? text : "(\(whole(text, decimals)) / \(power(decimals)))"
  }

  /// The quotient of two numbers: of the whole numbers that decimals are, which are exact.
  func quotient(_ a: SQLNumber, _ b: SQLNumber) throws(SQLRefusal) -> String {
    guard let x = a.decimals, let y = b.decimals, x.areAll, y.areAll else { throw .isNoDecimal() }
    let places = Int(max(x.places, y.places))
    guard places > 0 else { return "(\(a.low) / NULLIF(\(b.low), 0))" }
    guard let first = x.moved(to: places), y.moved(to: places) != nil else {
      throw .isNoDecimal()
    }
    return "(\(whole(a.low, first)) / NULLIF(\(whole(b.low, first)), 0))"
  }

  /// What is added up of a number: of a decimal the whole number that it is, for sums of these are
  /// exact in every order.
  func summand(_ text: String, _ decimals: Decimals?) -> String {
    guard let decimals, decimals.places > 0 else { return text }
    return whole(text, decimals)
  }

  /// The sum that summands make.
  func sum(_ text: String, _ decimals: Decimals?) -> String {
    guard let decimals, decimals.places > 0 else { return text }
    return "(\(text) / \(power(decimals)))"
  }

  /// The mean of so many numbers whose summands make that sum.
  func mean(_ sum: String, of count: String, _ decimals: Decimals?) -> String {
    guard let decimals, decimals.places > 0 else { return "\(sum) / \(count)" }
    return "\(sum) / (\(count) * \(power(decimals)))"
  }

  /// How numbers are written that are added up.
  /// - Throws: where some are no decimals, or where so many make too large a sum.
  func summed(_ number: SQLNumber, _ count: Int) throws(SQLRefusal) -> Decimals? {
    guard let decimals = number.decimals, decimals.areAll else { throw .isNoDecimal() }
    if decimals.places == 0 { return decimals }
    guard decimals.sums(of: count, fitInto: 53) else { throw .isNoDecimal() }
    return decimals
  }

  private func whole(_ text: String, _ decimals: Decimals) -> String {
    dialect.rounded("\(text) * \(power(decimals))")
  }

  /// The power of ten as a binary number, in which large counts of rows have room.
  private func power(_ decimals: Decimals) -> String { "1e\(decimals.places)" }
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
      return x.added(to: y)?.short
    case .times: return a.multiplied(by: b)?.short
    case .over: return nil
    }
  }

  /// What is known of numbers with two ends.
  static func ofBoth(_ low: Numbers, _ high: Numbers) -> Decimals? {
    guard let a = low.decimals, let b = high.decimals else { return nil }
    let places = Int(max(a.places, b.places))
    guard let x = a.moved(to: places), let y = b.moved(to: places) else { return nil }
    return x.greater(y)
  }

  /// The same, where no m has more than fifteen digits, or where they are whole numbers.
  private var short: Decimals? { places == 0 || sums(of: 1, fitInto: 50) ? self : nil }
}
