// What each tile of a map of the states says.

/// The tiles of one column of numbers, with the classes that they are in.
struct TileMap {
  /// The classes.
  let classes: TileClasses
  /// What is known of each state that has a tile.
  let tiles: [String: TileClasses.Place]
  /// The rows of the answer that have no tile, each with its number.
  let offMap: [String]
  /// The states that the answer has no row of, which is 0.
  let zeros: [String]
  private let unit: String

  /// The map of a column whose rows are states.
  init(_ chart: ChartData, _ column: ChartData.Column, marks: Marks) {
    let classes = TileClasses(column, scale: chart.scale(of: column), marks: marks)
    let zero = ChartData.Mark(low: 0, high: 0, text: "0")
    let rest = chart.restIsZero ? classes.place(zero) : .missing
    var tiles = Dictionary(uniqueKeysWithValues: TileGrid.codes.map { ($0, rest) })
    for (label, mark) in zip(chart.labels, column.marks) where TileGrid.codes.contains(label) {
      tiles[label] = classes.place(mark)
    }
    self.classes = classes
    self.tiles = tiles
    offMap = zip(chart.labels, column.marks).filter { !TileGrid.codes.contains($0.0) }
      .map { $0 + ": " + ($1?.text ?? marks.none) }
    let missing = TileGrid.codes.filter { !chart.labels.contains($0) }
    zeros = chart.restIsZero ? missing.sorted() : []
    unit = column.isShare ? "" : column.unit
  }

  /// How many tiles say the same.
  func count(_ place: TileClasses.Place) -> Int { tiles.values.count { $0 == place } }

  /// `12 states`.
  func statesText(_ place: TileClasses.Place) -> String {
    let count = count(place)
    return "\(count) " + (count == 1 ? "state" : "states")
  }

  /// The limits of a class with what they count.
  func words(_ index: Int) -> String { classes.words(index) + (unit.isEmpty ? "" : " " + unit) }

  /// What is said of a state whose interval reaches over several classes.
  static let severalWords = "not settled, may be in several classes"
  /// What is said of a state of which no row is settled.
  static let openWords = "not settled for any row"
  /// What is said of a state without a number.
  static let missingWords = "no number in the answer"

  /// The states that have 0 and no row; nil for none.
  var zerosText: String? {
    zeros.isEmpty
      ? nil : "0 each, for the list has no row of them: " + zeros.joined(separator: " ")
  }

  /// The rows that have no tile; nil for none.
  var offMapText: String? {
    offMap.isEmpty ? nil : "not on the map: " + offMap.joined(separator: "; ")
  }
}
