// The date of an answer: a day, several side by side, or an edition by its name.

/// What an answer is as of.
public struct AnswerDate: Sendable, Equatable {
  /// The days that it speaks of, in the order of its columns; one for most answers.
  public var days: [Day]
  /// What stands in place of the days where the numbers are of a named edition, such as `2016`.
  public var edition: String?

  /// The date of an answer about one day.
  public init(_ day: Day) { days = [day] }

  /// The date of an answer that sets days side by side.
  public init(_ days: [Day]) { self.days = days }

  /// The date of an answer from a named edition.
  public init(edition: String) {
    days = []
    self.edition = edition
  }

  /// The date of an answer over rows of the user's own, whose file states none.
  public static let unstated = AnswerDate(edition: "an unstated date")

  /// The date of an answer that sets days side by side; unstated where there are none.
  init(stated days: [Day]) { self = days.isEmpty ? .unstated : AnswerDate(days) }

  /// The date as other programs read it: null where none is stated.
  var json: JSONValue { self == .unstated ? .null : .string(description) }
}

extension AnswerDate: CustomStringConvertible {
  /// `2026-05-18`; several with commas.
  public var description: String {
    edition ?? days.map(\.description).joined(separator: ", ")
  }
}
