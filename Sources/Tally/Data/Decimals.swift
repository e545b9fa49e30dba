// What is known of a column's decimals: its numbers are whole ones, but for where the point stands.

/// Numbers of so many digits after the point, as they were written.
///
/// A `Double` is binary: 0.1 is only the nearest there is. A number V of at most fifteen digits is
/// nearest to one `Double`, and no other such number is, so that V can be had back. With p digits
/// after the point, V = m / 10^p for a whole m. What is worked out with these whole numbers, and
/// divided once at the end, is what a person gets with a pencil, rounded once.
struct Decimals: Sendable, Equatable {
  /// The digits after the point; some numbers may have fewer.
  let places: Int8
  /// No m is further from zero than the power of two of so many.
  private let bits: UInt8

  /// Whole numbers of one byte, two and four.
  static let bytes = Decimals(places: 0, bits: 7)
  static let shorts = Decimals(places: 0, bits: 15)
  static let ints = Decimals(places: 0, bits: 31)

  /// m has no more digits than every decimal has that a `Double` brings back: fifteen. These are
  /// less than 50 bits, which `whole(_:_:)` asks for.
  static let limit = 1e15
  /// There are no more places: 10^22 is the last power that a `Double` holds exactly, and quotients
  /// want some bits.
  static let mostPlaces = 20
  /// So many bits say that some numbers may have a larger m, or more than fifteen digits.
  private static let mixed: UInt8 = 255

  private init(places: Int8, bits: UInt8) { (self.places, self.bits) = (places, bits) }

  /// Whether each number has its m, of fifteen digits at most. Where not, each number is looked at
  /// by itself.
  var areAll: Bool { bits != Decimals.mixed }

  /// - Parameters:
  ///   - greatest: no number is further from zero.
  ///   - areAll: whether all numbers are known to have no more places.
  init?(places: Int, greatest: Double, areAll: Bool = true) {
    guard places >= 0, places <= Decimals.mostPlaces else { return nil }
    self.places = Int8(places)
    // A little more, for the product is rounded.
    let size = greatest * Decimals.powers[places] * (1 + 0x1p-50)
    if areAll, size < Decimals.limit {
      bits = UInt8(size < 1 ? 0 : size.exponent + 1)
    } else if places > 0 {
      bits = Decimals.mixed
    } else {
      // Whole numbers are what they are in binary.
      return nil
    }
  }

  /// The power of ten that makes whole numbers of them.
  var power: Double { Decimals.powers[Int(places)] }

  /// What the sum of whole numbers is divided by, to be the mean of so many numbers.
  func divisor(_ members: Int) -> Int128 { Written.power(Int(places)) * Int128(members) }

  /// Whether the whole numbers of any so many of them have a sum of no more bits.
  func sums(of count: Int, fitInto most: Int) -> Bool {
    areAll && Int(bits) + (Int.bitWidth - count.leadingZeroBitCount) <= most
  }

  /// The same numbers with the point moved; nil where they would be too large.
  func moved(to places: Int) -> Decimals? {
    guard areAll else { return nil }
    if places == Int(self.places) { return self }
    let moved = Decimals(places: places, greatest: Double(1 << Int(bits)) / power)
    return moved.flatMap { $0.areAll ? $0 : nil }
  }

  /// What is known of these and others of as many places.
  func greater(_ other: Decimals) -> Decimals { bits < other.bits ? other : self }

  /// What is known of sums and differences of these and others of as many places; nil where they
  /// may be more than a `Double` holds.
  func added(to other: Decimals) -> Decimals? {
    let bits = max(bits, other.bits)
    return bits < 53 ? Decimals(places: places, bits: bits + 1) : nil
  }

  /// The same of products.
  func multiplied(by other: Decimals) -> Decimals? {
    guard areAll, other.areAll else { return nil }
    let (places, bits) = (places + other.places, bits + other.bits)
    guard places <= Decimals.mostPlaces, bits <= 53 else { return nil }
    return Decimals(places: places, bits: bits)
  }

  /// The powers of ten that a `Double` holds exactly.
  static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The m of a number.
  ///
  /// Where |m| ≤ 2^50: the number is V(1 + a) and the product m(1 + a)(1 + b), where a and b are at
  /// most 2^-53. That is less than 2^50 · 2^-51 = 1/2 off, and the nearest whole number is m. Next
  /// to 1.5 · 2^52 numbers are one apart, so that adding this one rounds; its low bits are m.
  @inline(__always)
  static func whole(_ number: Double, _ power: Double) -> Int {
    let moved = (number * power + rounder).bitPattern
    return Int(truncatingIfNeeded: moved &- rounder.bitPattern)
  }

  private static let rounder = 0x1.8p52

  /// The m of a number of which it is not known whether it has one of fifteen digits.
  func whole(_ number: Double) -> Int128? {
    let size = number.magnitude * power
    if size < Decimals.limit {
      let whole = Decimals.whole(number, power)
      return Double(whole) / power == number ? Int128(whole) : nil
    }
    // A sum of two thousand million such numbers has less than 127 bits.
    guard size < Decimals.mostSummed, let written = Written(number), written.places <= Int(places)
    else { return nil }
    return written.digits(Int(places))
  }

  /// The same of a number that is too large to be added up with so many places: it is at least
  /// 2^90 / 10^20, more than seven digits, so that fewer than eight of its fifteen stand behind the
  /// point.
  func large(_ number: Double) -> Int128? {
    guard number.magnitude * power >= Decimals.mostSummed, places >= Decimals.placesOfLarge,
      let written = Written(number)
    else { return nil }
    return written.digits(Decimals.placesOfLarge)
  }

  /// The sum of whole numbers and of large ones; nil where it has more than 127 bits.
  func joined(_ whole: Int128, _ large: Int128) -> Int128? {
    if large == 0 { return whole }
    let more = Written.power(Int(places) - Decimals.placesOfLarge)
    let (moved, isOver) = large.multipliedReportingOverflow(by: more)
    let (sum, isOverToo) = moved.addingReportingOverflow(whole)
    return isOver || isOverToo ? nil : sum
  }

  /// The places of the sum of large numbers.
  static let placesOfLarge = 8
  private static let mostSummed = 0x1p90
}

extension Decimals {
  /// What is known of some numbers, but for infinite ones; nil where none has a digit after the
  /// point but those of more than fifteen digits, and for whole numbers that are too large.
  /// - Complexity: O(numbers).
  init?(of numbers: some Sequence<Double>) {
    var places = 0
    var power = 1.0
    var greatest = 0.0
    var areAll = true
    for number in numbers where number.isFinite {
      let size = number.magnitude
      if size > greatest { greatest = size }
      // Most have the places of those before them.
      if size * power < Decimals.limit, Double(Decimals.whole(number, power)) / power == number {
        continue
      }
      guard let written = Written(number) else {
        areAll = false
        continue
      }
      if written.places > places {
        places = written.places
        power = Decimals.powers[places]
      }
    }
    self.init(places: places, greatest: greatest, areAll: areAll)
  }
}
