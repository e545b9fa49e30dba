// rank: each row's place.

extension WindowFunction {
  /// Each row's place, the greatest first; equal values share the better one. Rows that may belong
  /// can come before those shown.
  public static let rank = WindowFunction(
    name: "rank",
    meaning: "each row's place, the greatest first; equal values share the better place",
    example: "count counties by state | sort by count down | add place = rank(count)",
    kind: .place)
}
