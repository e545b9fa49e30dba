// A sum of numbers without error: rounded once, at the end, so that their order does not matter.

/// Adds numbers up exactly. Any order and any division into parts give the same sum, which is the
/// number nearest to the true one.
///
/// Decimals are added up as they were written: as whole numbers, with the point put in at the end.
struct ExactSum: Sendable {
  /// The sum of what has no more than `places` binary places and is not too large, in their unit.
  private var fixed: Int128 = 0
  /// The sum of decimals, as the whole numbers that they are.
  private var whole: Int128 = 0
  /// The sum of those that are too large for that.
  private var large: Int128 = 0
  /// How the numbers are written; nil where they are binary numbers.
  private let decimals: Decimals?
  /// The exact sum of all else, as numbers that do not overlap, the smallest first.
  private var partials: [Double] = []
  /// The sum of what is infinite or no number.
  private var special = 0.0

  /// The binary places of the unit.
  private static let places = 60
  private static let unit = 0x1p-60
  /// Numbers from here on are kept apart: two thousand million of them fit into the fixed sum.
  private static let limit = 0x1p36

  /// Whether the numbers are binary ones, and no decimals.
  var isBinary: Bool { decimals == nil }

  /// The sum of no numbers.
  /// - Parameter decimals: how all that are added are written; nil where that is not known.
  init(_ decimals: Decimals? = nil) { self.decimals = decimals }

  /// The sum of decimals that were added up as the whole numbers that they are.
  init(whole: Int, _ decimals: Decimals) {
    self.decimals = decimals
    self.whole = Int128(whole)
  }

  /// Adds a number.
  @inline(__always)
  mutating func add(_ number: Double) {
    if let decimals, add(number, decimals) { return }
    guard let fixed = ExactSum.fixed(number) else { return addApart(number) }
    self.fixed &+= fixed
  }

  /// Adds a decimal; false for a number that is none.
  private mutating func add(_ number: Double, _ decimals: Decimals) -> Bool {
    if let whole = decimals.whole(number) {
      self.whole &+= whole
    } else if let large = decimals.large(number) {
      self.large &+= large
    } else {
      return false
    }
    return true
  }

  /// Adds a sum of binary numbers that was made with `fixed(_:)`.
  mutating func add(fixed: Int128) { self.fixed &+= fixed }

  /// Adds what another sum holds, whose numbers are written in the same way.
  mutating func add(_ other: ExactSum) {
    fixed &+= other.fixed
    whole &+= other.whole
    large &+= other.large
    for partial in other.partials { grow(partial) }
    special += other.special
  }

  /// The sum of the same numbers with their signs changed.
  var mirrored: ExactSum {
    var mirrored = self
    mirrored.fixed = 0 &- fixed
    mirrored.whole = 0 &- whole
    mirrored.large = 0 &- large
    mirrored.partials = partials.map(-)
    mirrored.special = -special
    return mirrored
  }

  /// A number in the unit of the fixed sum; nil where it does not fit there exactly.
  @inline(__always)
  static func fixed(_ number: Double) -> Int128? {
    // A number of 53 digits from the 8th binary place on has none behind the 60th: its digits are
    // shifted. The others are looked at more closely.
    let bits = number.bitPattern
    let shift = (bits &>> 52 & 0x7FF) &- fixedExponent
    guard shift < fixedShifts else { return number == 0 ? 0 : scaled(number) }
    let digits = bits & (1 &<< 52 &- 1) | 1 &<< 52
    let high = (digits &>> 1) &>> (63 &- shift)
    let size =
      Int128(truncatingIfNeeded: high) &<< 64 | Int128(truncatingIfNeeded: digits &<< shift)
    return bits &>> 63 == 0 ? size : 0 &- size
  }

  /// The exponent, as numbers hold it, of those whose last digit is one of the unit; and how many
  /// exponents from there on are below the limit.
  private static let fixedExponent: UInt64 = 1023 - 8
  private static let fixedShifts: UInt64 = 44

  /// The same of any number.
  @inline(never)
  private static func scaled(_ number: Double) -> Int128? {
    guard number < limit, number > -limit else { return nil }
    let whole = Int(number)
    let rest = (number - Double(whole)) * 0x1p60
    let fraction = Int(rest)
    guard Double(fraction) == rest else { return nil }
    return Int128(whole) &<< Int128(places) &+ Int128(fraction)
  }

  private mutating func addApart(_ number: Double) {
    if number.isFinite { grow(number) } else { special += number }
  }

  /// Adds a number to the partial sums: each keeps what the one above it has lost.
  private mutating func grow(_ number: Double) {
    var rest = number
    var kept = 0
    for at in partials.indices {
      var other = partials[at]
      if rest.magnitude < other.magnitude { swap(&rest, &other) }
      let sum = rest + other
      let lost = other - (sum - rest)
      if lost != 0 {
        partials[kept] = lost
        kept += 1
      }
      rest = sum
    }
    partials.removeLast(partials.count - kept)
    if rest.isFinite { partials.append(rest) } else { special += rest }
  }

  /// The sum, rounded to the nearest number.
  var value: Double {
    if special != 0 { return special }
    if let decimals { return value(decimals) }
    if partials.isEmpty { return WholeNumbers.nearest(fixed) * ExactSum.unit }
    var all = self
    all.fixed = 0
    // Three pieces of at most 43 bits are exact as numbers.
    var rest = fixed
    for shift in [86, 43, 0] {
      let piece = rest >> Int128(shift)
      rest -= piece << Int128(shift)
      all.grow(Double(piece) * ExactSum.unit * Double(sign: .plus, exponent: shift, significand: 1))
    }
    return all.special != 0 ? all.special : ExactSum.rounded(all.partials)
  }

  /// The same of decimals: where some numbers were none, these are added at the end.
  private func value(_ decimals: Decimals) -> Double {
    var all = ExactSum()
    (all.fixed, all.partials) = (fixed, partials)
    if let sum = decimals.joined(whole, large) {
      let written = WholeNumbers.quotient(sum, decimals.divisor(1))
      if isWritten { return written }
      all.add(written)
    } else {
      // The large ones are far more than the others, which cannot make up for their rounding.
      all.add(WholeNumbers.quotient(large, Written.power(Decimals.placesOfLarge)))
      all.add(WholeNumbers.quotient(whole, decimals.divisor(1)))
    }
    return all.value
  }

  /// Whether all numbers were decimals.
  private var isWritten: Bool { fixed == 0 && partials.isEmpty && special == 0 }

  /// The sum divided by a number of members above zero: of decimals, rounded once.
  func mean(of members: Int) -> Double {
    guard let decimals, isWritten, let sum = decimals.joined(whole, large) else {
      return value / Double(members)
    }
    return WholeNumbers.quotient(sum, decimals.divisor(members))
  }

  /// The sum of numbers that do not overlap. Half way between two numbers, what is left decides.
  private static func rounded(_ partials: [Double]) -> Double {
    var rest = partials[...]
    guard var sum = rest.popLast() else { return 0 }
    var lost = 0.0
    while let next = rest.popLast() {
      let before = sum
      sum = before + next
      lost = next - (sum - before)
      if lost != 0 { break }
    }
    if let next = rest.last, (lost < 0 && next < 0) || (lost > 0 && next > 0) {
      let twice = lost * 2
      let other = sum + twice
      if other - sum == twice { sum = other }
    }
    return sum
  }
}
