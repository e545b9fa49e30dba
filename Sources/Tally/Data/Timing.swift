// Of when the rows of a relation are: what `as of` chooses among them.

/// Of when the rows of a relation are.
public enum Timing: Sendable, Equatable {
  /// The same rows at every date: a list that does not change, or rows of no date.
  case always
  /// Rows of a file of the user's own, which says nothing of dates: no date of the record is
  /// claimed for them.
  case undated
  /// Lists of several days, each complete for its day; the field tells a row's day. A date shows
  /// the newest list at or before it.
  case snapshots(field: String)
  /// One list of one day. A date before it is refused.
  case list(of: Day)
  /// A register: each row has dates of its own, among which `as of` does not choose. `since` is
  /// the date field at which a row begins to hold or happened, `until` the one at which it ends.
  case dated(since: String, until: String?)
}
