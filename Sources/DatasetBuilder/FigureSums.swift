// Which figures of one document must add up to another of it.

/// Which figures of one document must add up to another of it: the counties counted as yes and as
/// no to the counties examined.
enum FigureSums {
  /// The figure that a figure adds up to, and the group whose parts do so together.
  static let parts: [String: (whole: String, group: String)] = [
    "F27": ("F24", "detainers"), "F28": ("F24", "detainers"),
    "F29": ("F24", "notify"), "F30": ("F24", "notify"),
    "F31": ("F24", "access_limited"), "F32": ("F24", "access_limited"),
    "F33": ("F24", "inquiry"), "F34": ("F24", "inquiry"),
    "F35": ("F24", "resources"), "F36": ("F24", "resources"),
  ]

  /// The cells of the columns `sums_to` and `sum_group`.
  static func cells(_ id: String) -> [String] {
    parts[id].map { [$0.whole, $0.group] } ?? ["", ""]
  }
}
