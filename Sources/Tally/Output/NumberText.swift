// Numbers as text: for people with separators, for machines shortest and exact.

/// Writes numbers.
package enum NumberText {
  /// `12,345`, for people.
  package static func grouped(_ value: Int) -> String {
    (value < 0 ? "-" : "") + separated(String(value.magnitude))
  }

  /// A number for people: separators, no needless digits, and never a 0 that is not exact.
  ///
  /// A number that needs no more than four digits after the point, above a thousand three, is
  /// written in full, as what people write down does; another is rounded to `decimals` of them, so
  /// that `3.00` is seen to be rounded and `3` to be exact.
  static func number(
    _ value: Double, decimals: Int = 2, _ rounding: FloatingPointRoundingRule = nearest
  ) -> String {
    guard value.isFinite else { return String(describing: value) }
    if let whole = Int(exactly: value) { return grouped(whole) }
    // Above a thousand a rounded number has one digit; what needs no rounding keeps all.
    let own = self.decimals(value)
    let isSmall = value.magnitude < 1000
    let isFull = own > decimals ? own <= (isSmall ? 4 : 3) : !isSmall
    let digits = isFull ? own : isSmall ? decimals : 1
    let text = fixed(value, digits, rounding)
    return isZero(text) ? exact(value) : text
  }

  /// A fraction in percent with one decimal: `47.8 %`.
  ///
  /// It reads `0.0 %` and `100.0 %` only where that is exact: else `<0.1 %` and `>99.9 %`.
  package static func percent(
    _ fraction: Double, _ rounding: FloatingPointRoundingRule = nearest
  ) -> String { percentDigits(fraction, rounding) + " %" }

  /// `percent` without its sign, for the lower end of an interval: `47.6–63.1 %`.
  static func percentDigits(
    _ fraction: Double, _ rounding: FloatingPointRoundingRule = nearest
  ) -> String {
    guard fraction.isFinite else { return String(describing: fraction) }
    let text = fixed(Written.product(fraction, 100), 1, rounding)
    if fraction != 0, isZero(text) { return fraction > 0 ? "<0.1" : ">-0.1" }
    if fraction != 1, text == "100.0" { return fraction < 1 ? ">99.9" : ">100.0" }
    if fraction != -1, text == "-100.0" { return fraction > -1 ? ">-99.9" : "<-100.0" }
    return text
  }

  /// The shortest text that reads back as the same number: no separators, no needless fraction.
  ///
  /// It is a JSON number for every finite value.
  static func exact(_ value: Double) -> String {
    if value.magnitude < 1e15, let whole = Int(exactly: value) { return String(whole) }
    return value.description
  }

  /// How many digits a number needs after the point: 2 for 243,756.46.
  static func decimals(_ value: Double) -> Int {
    let text = exact(value)
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  /// A number with that many digits after the point.
  static func plain(_ value: Double, decimals: Int) -> String {
    guard decimals > 0 else { return number(value.rounded(nearest)) }
    return fixed(value, decimals, nearest)
  }

  /// Half rounds away from zero, as newspapers do.
  static let nearest = FloatingPointRoundingRule.toNearestOrAwayFromZero

  /// A number with that many digits after the point.
  private static func fixed(
    _ value: Double, _ decimals: Int, _ rounding: FloatingPointRoundingRule
  ) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    // 1.005 is a half of its last digit but one, though the binary number is a little less.
    let written = rounding == nearest ? Written.rounded(value, decimals) : nil
    guard let scaled = Int(exactly: rounded((written ?? value) * scale, rounding)) else {
      return value.description
    }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let text = separated(String(padded.dropLast(decimals))) + "." + padded.suffix(decimals)
    return (scaled < 0 ? "-" : "") + text
  }

  /// Rounds, and takes what is one part in 10⁷ from a whole number for that number: 0.29 · 100 is
  /// 28.999999999999996 in binary and must not be rounded down to 28.9.
  private static func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let whole = value.rounded()
    return (value - whole).magnitude < 1e-7 ? whole : value.rounded(rule)
  }

  private static func isZero(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") || $0 == minus }
  }

  private static let minus = UInt8(ascii: "-")

  /// Digits with a comma before every third from the end.
  private static func separated(_ digits: String) -> String {
    var left = digits.utf8.count
    guard left > 3 else { return digits }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(left + left / 3)
    for digit in digits.utf8 {
      bytes.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
