// The characters that pictures are drawn with: blocks and braille, or ASCII.

/// What text is drawn with. Each character tells apart what colour may not.
struct PictureInk: Sendable, Equatable {
  /// The parts of a cell, from one part to the whole.
  var solid: [Character]
  /// Where a bar may reach, and where it ends at most; `endless` where no end is proven.
  var open: Character
  var end: Character
  var endless: Character
  /// A settled number, and the two ends of an interval with what joins them.
  var exact: Character
  var low: Character
  var high: Character
  var between: Character
  /// What leads the eye from the beginning of a line to its first mark, or joins two years.
  var leader: Character
  /// The ends and the middle of an upright interval, and one that is within one line.
  var top: Character
  var middle: Character
  var bottom: Character
  var narrow: Character
  /// The left border of a chart and its corner.
  var axis: Character
  var corner: Character
  var floor: Character
  /// The classes of a map from low to high; a value that may be in several; none.
  var classes: [Character]
  var several: Character
  var missing: Character
  /// Whether braille may be used.
  var hasBraille: Bool

  /// For screens that have them.
  static let drawn = PictureInk(
    solid: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], open: "░", end: "┤", endless: "→",
    exact: "●", low: "●", high: "○", between: "─", leader: "·", top: "┬", middle: "│", bottom: "┴",
    narrow: "┼", axis: "│", corner: "└", floor: "─", classes: ["·", "░", "▒", "▓", "█"],
    several: "╱", missing: "–", hasBraille: true)

  /// For pipes, and for screens without more.
  static let ascii = PictureInk(
    solid: ["#"], open: ".", end: "|", endless: ">", exact: "*", low: "o", high: "o", between: "-",
    leader: ".", top: "+", middle: "|", bottom: "+", narrow: "+", axis: "|", corner: "+",
    floor: "-", classes: [".", ":", "+", "x", "#"], several: "?", missing: "-",
    hasBraille: false)
}

extension Marks {
  /// What pictures are drawn with beside these marks.
  var ink: PictureInk { self == .drawn ? .drawn : .ascii }
}
