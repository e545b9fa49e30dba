// Functions of one column over all rows: a list of descriptors.

/// A function whose value in a row depends on the other rows, as they are shown where it stands.
public struct WindowFunction: Sendable, Equatable {
  /// What a row's value is made of.
  public enum Kind: Sendable {
    /// Its part of the total over all rows of the answer, whatever `keep` and `take` left out.
    case part
    /// Its place, the greatest value first.
    case place
    /// The sum of the values down to it.
    case sum
    /// The value of the row above.
    case above
  }

  /// The name in the language.
  public let name: String
  /// How it is written.
  public var form: String { "\(name)(column)" }
  /// One line for help.
  public let meaning: String
  /// An example.
  public let example: String
  /// What it does.
  public let kind: Kind

  /// Every one of them.
  public static let all: [WindowFunction] = [.percentOfTotal, .rank, .running, .previous]

  /// The function of a name.
  static func named(_ name: String) -> WindowFunction? { all.first { $0.name == name } }
}
