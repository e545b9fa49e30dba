// Arithmetic over all rows: with decimals as they are written, each result rounded once.

/// Two numbers of each row to one.
enum DecimalColumns {
  /// The results, row by row; a quotient by zero is 0, and so is one by an infinite end.
  /// - Complexity: O(rows).
  static func combined(_ a: Numbers, _ operation: Expr.Arithmetic, _ b: Numbers) -> Numbers {
    if let results = asWhole(a, operation, b) { return results }
    var results = [Double](repeating: 0, count: min(a.count, b.count))
    var out = results.mutableSpan
    for row in 0..<out.count { out[row] = operation.of(a[row], b[row]) }
    return Numbers(results)
  }

  /// The results where they can be worked out as whole numbers; nil where these may be too large.
  ///
  /// Whole numbers of up to 50 bits, their sums, and products of up to 53 bits are exact as
  /// `Double`: only the division at the end rounds.
  private static func asWhole(
    _ a: Numbers, _ operation: Expr.Arithmetic, _ b: Numbers
  ) -> Numbers? {
    guard var x = a.decimals, var y = b.decimals, x.areAll, y.areAll, a.areFinite, b.areFinite
    else { return nil }
    if operation != .times {
      let places = Int(max(x.places, y.places))
      guard let first = x.moved(to: places), let second = y.moved(to: places) else { return nil }
      (x, y) = (first, second)
    }
    if operation == .times, x.multiplied(by: y) == nil { return nil }
    let (first, second) = (a.whole(x), b.whole(y))
    switch operation {
    case .plus: return each(first, second, x.places) { $0 + $1 }
    case .minus: return each(first, second, x.places) { $0 - $1 }
    case .times: return each(first, second, x.places + y.places) { $0 * $1 }
    case .over:
      return Numbers(each(first, second) { $1 == 0 ? 0 : $0 / $1 + 0 })
    }
  }

  private static func each(
    _ a: [Double], _ b: [Double], _ places: Int8, _ body: (Double, Double) -> Double
  ) -> Numbers {
    let power = Decimals.powers[Int(places)]
    // Added to zero, the zero that has a sign loses it.
    let results = each(a, b) { body($0, $1) / power + 0 }
    return Numbers(results) { Decimals(places: Int(places), greatest: $0) }
  }

  @inline(__always)
  private static func each(
    _ a: [Double], _ b: [Double], _ body: (Double, Double) -> Double
  ) -> [Double] {
    var results = [Double](repeating: 0, count: min(a.count, b.count))
    let (first, second) = (a.span, b.span)
    var out = results.mutableSpan
    for row in 0..<out.count { out[row] = body(first[row], second[row]) }
    return results
  }
}

extension Numbers {
  /// The whole numbers that decimals are.
  fileprivate func whole(_ decimals: Decimals) -> [Double] {
    let power = decimals.power
    func whole(_ numbers: [some BinaryInteger]) -> [Double] { numbers.map { Double($0) * power } }
    return switch storage {
    case .bytes(let numbers): whole(numbers)
    case .shorts(let numbers): whole(numbers)
    case .ints(let numbers): whole(numbers)
    case .doubles(let numbers): numbers.map { Double(Decimals.whole($0, power)) }
    }
  }
}
