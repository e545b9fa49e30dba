// Functions of one value: a list of descriptors.

/// A function that makes a value of each row's value.
public struct ScalarFunction: Sendable, Equatable {
  /// What goes in and comes out.
  public enum Kind: Sendable {
    /// A number of a date; rows whose date may mean several numbers give an interval.
    case dateToNumber(@Sendable (Day) -> Double)
    /// A number of a number, rising with it.
    case numberToNumber(@Sendable (Double) -> Double)
    /// The band of a number between edges, which follow it: a text.
    case numberToBand
    /// A text of a text.
    case textToText(@Sendable (String) -> String)
  }

  /// The name in the language.
  public let name: String
  /// One line for help.
  public let meaning: String
  /// An example.
  public let example: String
  /// What its numbers are, where they are not plain amounts: a year takes no separators.
  public var unit = ""
  /// What it does.
  public let kind: Kind

  /// Whether two are the same function.
  public static func == (a: ScalarFunction, b: ScalarFunction) -> Bool { a.name == b.name }

  /// Every function.
  public static let all: [ScalarFunction] = [.bands, .lower, .round, .year]

  /// The function of a name.
  static func named(_ name: String) -> ScalarFunction? { all.first { $0.name == name } }
}
