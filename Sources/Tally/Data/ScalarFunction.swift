// A function of the values of one row: how it is written and what it does.

/// A function that makes a value of each row's values.
public struct ScalarFunction: Sendable, Equatable {
  /// What goes in and comes out.
  ///
  /// A function gives the same result for the same values, wherever and whenever it is asked: an
  /// answer rests on it. Of dates and numbers it is rising, as said: that is how an interval of
  /// values becomes an interval of results.
  public enum Kind: Sendable {
    /// A number of a date, rising with it; rows whose date may mean several numbers give an
    /// interval.
    case dateToNumber(@Sendable (Day) -> Double)
    /// A number of two dates or days, falling with the first and rising with the second.
    case datesToNumber(@Sendable (Day, Day) -> Double)
    /// A number of a number, rising with it, at so many digits after the point.
    case numberToDigits(@Sendable (Double, Int) -> Double)
    /// The band of a number between edges, which follow it: a text.
    case numberToBand
    /// A text of a text.
    case textToText(@Sendable (String) -> String)
  }

  /// The name in the language.
  public let name: String
  /// How it is written.
  public let form: String
  /// One line for help.
  public let meaning: String
  /// An example.
  public let example: String
  /// What its numbers are, where they are not plain amounts: a year takes no separators.
  public var unit = ""
  /// What it does.
  public let kind: Kind

  /// Whether it is one of tally's.
  private(set) var isStandard = false

  /// The same function as one of tally's.
  var standard: ScalarFunction {
    var copy = self
    copy.isStandard = true
    return copy
  }

  /// How many values it takes.
  var takes: ClosedRange<Int> {
    switch kind {
    case .dateToNumber, .textToText: 1...1
    case .datesToNumber: 2...2
    case .numberToDigits: 1...2
    case .numberToBand: 2...(.max)
    }
  }

  /// Whether two are the same function.
  public static func == (a: ScalarFunction, b: ScalarFunction) -> Bool { a.name == b.name }

  /// A function of one's own, to be added to a language.
  ///
  ///     let decade = ScalarFunction(
  ///       "decade", form: "decade(date)", meaning: "the first year of a date's decade",
  ///       example: "count agreements by decade(signed)",
  ///       kind: .dateToNumber { Double($0.civil.year / 10 * 10) })
  ///
  /// - Parameters:
  ///   - name: in small letters, digits and underscores.
  ///   - form: how it is written.
  ///   - meaning: one line for help.
  ///   - example: a question with it.
  ///   - unit: what its numbers are; empty for plain amounts.
  ///   - kind: what it does.
  public init(
    _ name: String, form: String, meaning: String, example: String, unit: String = "", kind: Kind
  ) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.example = example
    self.unit = unit
    self.kind = kind
  }
}
