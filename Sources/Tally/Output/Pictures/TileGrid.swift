// Where the tile of each state stands: a fact table of our own.

/// Fifty-one tiles of one size, so that a small state weighs as much as a large one.
///
/// The arrangement is ours. States keep their row from north to south and their column from west to
/// east; of the 110 pairs of states whose counties touch, 96 stand beside each other or corner to
/// corner. The gap in the third row is the Great Lakes and Ontario. Alaska and Hawaii stand in the
/// corners where an atlas has them.
enum TileGrid {
  /// The rows from the north, a column for each pair of letters; dots are empty.
  static let rows = [
    "AK .. .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH ..",
    "WA ID MT ND MN WI MI .. .. NY MA ..",
    "OR NV WY SD IA IL IN OH PA NJ CT RI",
    "CA UT CO NE MO KY WV VA MD DE .. ..",
    ".. AZ NM KS AR TN NC SC DC .. .. ..",
    ".. .. .. OK LA MS AL GA .. .. .. ..",
    "HI .. .. TX .. .. .. FL .. .. .. ..",
  ].map { $0.split(separator: " ").map { $0 == ".." ? "" : String($0) } }

  /// How many tiles stand side by side.
  static let width = rows.first?.count ?? 0

  /// Every state that has a tile.
  static let codes = Set(rows.joined().filter { !$0.isEmpty })
}
