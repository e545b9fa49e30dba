// The rows of a table that a screen shows: the first ones and the last ones.

/// A table cut to what a screen shows.
struct RowWindow {
  /// The table with the rows shown.
  let table: Table
  /// After how many rows some are left out; nil where none are.
  let gap: Int?

  /// The first three quarters of `most` rows and the last ones; all where `most` is nil.
  init(_ table: Table, most: Int?) {
    guard let most, table.rows.count > most else {
      self.table = table
      gap = nil
      return
    }
    let shown = max(0, most)
    let last = shown / 4
    var part = table
    part.rows = Array(table.rows.prefix(shown - last)) + Array(table.rows.suffix(last))
    self.table = part
    gap = last > 0 ? shown - last : nil
  }
}
