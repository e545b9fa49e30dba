// Where a rule stands on a day.

/// Where a rule stands on a day.
enum Standing: Equatable {
  case notYet
  /// The day is one of those that the rule's start can mean.
  case startUncertain
  case inForce
  /// The day is one of those that the rule's end can mean.
  case endUncertain
  case over

  /// A rule holds from the last day that its start can mean to the first day that its end can mean
  /// (that day included); before and after it does not; in between nothing says.
  init(from: PartialDate, to: PartialDate?, on day: Day) {
    if day < from.first {
      self = .notYet
    } else if day < from.last {
      self = .startUncertain
    } else if let to, day > to.last {
      self = .over
    } else if let to, day > to.first {
      self = .endUncertain
    } else {
      self = .inForce
    }
  }
}
