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
}

extension AnswerDate: CustomStringConvertible {
  /// `2026-05-18`; several with commas.
  public var description: String {
    edition ?? days.map(\.description).joined(separator: ", ")
  }
}
