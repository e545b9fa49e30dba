// Functions of the values of one row: a list of descriptors.

/// A function that makes a value of each row's values.
public struct ScalarFunction: Sendable, Equatable {
  /// What goes in and comes out.
  public enum Kind: Sendable {
    /// A number of a date; rows whose date may mean several numbers give an interval.
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

  /// Every function.
  public static let all: [ScalarFunction] = [.bands, .days, .lower, .round, .year]

  /// The function of a name.
  static func named(_ name: String) -> ScalarFunction? { all.first { $0.name == name } }
}
