// Numbers as they are written, and arithmetic with them that rounds once.

/// The decimal that a `Double` stands for: of all that have at most fifteen digits the only one
/// that it is nearest to.
///
/// Two such decimals are never nearest to the same `Double`, for among them these lie closer
/// (Goldberg, "What every computer scientist should know about floating-point arithmetic", 1991).
/// Most results of binary arithmetic, as 1/3, stand for none: these are themselves.
struct Written: Equatable {
  /// The digits with the sign, the point left out.
  let digits: Int
  /// How many of them stand behind the point.
  let places: Int

  /// Nil where there is none.
  init?(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude <= 1 << 53 {
      (digits, places) = (whole, 0)
      return
    }
    guard let places = Written.mostPlaces(number) else { return nil }
    let power = Decimals.powers[places]
    // Not more than 10^15 · 2^-52 off, which is less than a half: the digits are the right ones.
    let whole = (number * power).rounded(.toNearestOrEven)
    guard whole / power == number else { return nil }
    var (digits, zeros) = (Int(whole), 0)
    for (count, power) in [(8, 100_000_000), (4, 10_000), (2, 100), (1, 10)] {
      guard places >= zeros + count, digits % power == 0 else { continue }
      digits /= power
      zeros += count
    }
    (self.digits, self.places) = (digits, places - zeros)
  }

  /// So many places as make no more than fifteen digits of a number; nil where its whole part has
  /// more already.
  private static func mostPlaces(_ number: Double) -> Int? {
    let size = number.magnitude
    guard size < Decimals.limit else { return nil }
    // The digits of its whole part, or one more, for a logarithm of two is 0.30103.
    let digits = Int((Double(size.exponent) * 0.30103).rounded(.up))
    let places = min(15 - digits, Decimals.mostPlaces)
    let isMore = places < Decimals.mostPlaces && size * Decimals.powers[places + 1] < Decimals.limit
    if isMore { return places + 1 }
    return size * Decimals.powers[places] < Decimals.limit ? places : places - 1
  }

  /// The digits with the point moved, which must not be to the left.
  func digits(_ places: Int) -> Int128 {
    Int128(digits) * Written.power(places - self.places)
  }

  /// A power of ten, up to 10^36.
  static func power(_ places: Int) -> Int128 {
    let first = powers[min(places, 18)]
    return Int128(first) * Int128(powers[max(0, places - 18)])
  }

  private static let powers: [Int] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}

// MARK: Arithmetic

extension Written {
  /// The sum of two numbers as they are written; where one is no decimal, as binary numbers.
  static func sum(_ a: Double, _ b: Double) -> Double {
    guard let x = Written(a), let y = Written(b) else { return a + b }
    let places = max(x.places, y.places)
    return WholeNumbers.quotient(x.digits(places) + y.digits(places), power(places))
  }

  /// The same of the number half way between two.
  static func mean(_ a: Double, _ b: Double) -> Double {
    guard let x = Written(a), let y = Written(b) else { return (a + b) / 2 }
    let places = max(x.places, y.places)
    return WholeNumbers.quotient(x.digits(places) + y.digits(places), 2 * power(places))
  }

  /// The same of the difference.
  static func difference(_ a: Double, _ b: Double) -> Double { sum(a, -b) }

  /// The same of the product.
  static func product(_ a: Double, _ b: Double) -> Double {
    guard let x = Written(a), let y = Written(b), x.places + y.places <= Decimals.mostPlaces
    else { return a * b }
    return WholeNumbers.quotient(Int128(x.digits) * Int128(y.digits), power(x.places + y.places))
  }

  /// The same of the quotient; nothing may be divided by zero.
  static func quotient(_ a: Double, _ b: Double) -> Double {
    guard let x = Written(a), let y = Written(b), y.digits != 0 else { return a / b }
    let places = max(x.places, y.places)
    let divisor = y.digits(places)
    return WholeNumbers.quotient(
      x.digits(places) * Int128(divisor.signum()), Int128(divisor.magnitude))
  }

  /// The nearest number of so many digits after the point, or before it where they are below zero;
  /// halves go away from zero. Nil where it is no decimal.
  static func rounded(_ number: Double, _ places: Int) -> Double? {
    guard let written = Written(number) else { return nil }
    guard written.places > places else { return number }
    let unit = power(written.places - places)
    let size = Int128(written.digits.magnitude) + unit / 2
    let whole = size / unit * (written.digits < 0 ? -1 : 1)
    return WholeNumbers.quotient(whole * power(max(0, -places)), power(max(0, places)))
  }
}

/// Quotients of whole numbers, rounded once.
enum WholeNumbers {
  /// The number nearest to a quotient of which the divisor is above zero.
  static func quotient(_ whole: Int128, _ divisor: Int128) -> Double {
    if whole.magnitude <= 1 << 53, divisor <= 1 << 53 {
      // Both are exact, so that the processor rounds once.
      return Double(Int(truncatingIfNeeded: whole)) / Double(Int(truncatingIfNeeded: divisor))
    }
    let size = whole.magnitude
    if size == 0 { return 0 }
    // So many digits that the last is behind the one that decides, in which what is left is told.
    let bits = 128 - divisor.leadingZeroBitCount
    let shift = max(0, 56 + bits - (128 - size.leadingZeroBitCount))
    let high = shift < 128 ? size >> UInt128(128 - shift) : size << UInt128(shift - 128)
    let (digits, rest) = divisor.magnitude.dividingFullWidth((high, size << UInt128(shift)))
    let number =
      nearest(Int128(truncatingIfNeeded: digits | (rest == 0 ? 0 : 1)))
      * Double(sign: .plus, exponent: -shift, significand: 1)
    return whole < 0 ? -number : number
  }

  /// The number nearest to a whole one, as `Double.init` has it, which takes two thousand
  /// instructions for such wide ones.
  static func nearest(_ whole: Int128) -> Double {
    let size = whole.magnitude
    let high = UInt64(truncatingIfNeeded: size &>> 64)
    guard high > 0 else {
      let number = Double(UInt64(truncatingIfNeeded: size))
      return whole < 0 ? -number : number
    }
    // The first 64 digits; one that is lost behind them only matters where it settles a tie, which
    // the last of them then does: a number has 53.
    let places = 64 - high.leadingZeroBitCount
    let first = UInt64(truncatingIfNeeded: size &>> UInt128(truncatingIfNeeded: places))
    let isCut = size.trailingZeroBitCount < places
    let number =
      Double(first | (isCut ? 1 : 0)) * Double(sign: .plus, exponent: places, significand: 1)
    return whole < 0 ? -number : number
  }
}
