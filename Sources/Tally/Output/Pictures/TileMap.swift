// What each tile of a map of the states says.

/// The tiles of one column of numbers, with the classes that they are in.
struct TileMap {
  /// The classes.
  let classes: TileClasses
  /// What is known of each state that has a tile.
  let tiles: [String: TileClasses.Place]
  /// The rows of the answer that have no tile, each with its number.
  let offMap: [String]
  private let unit: String

  /// The map of a column whose rows are states.
  init(_ chart: ChartData, _ column: ChartData.Column, marks: Marks) {
    let classes = TileClasses(column, scale: chart.scale(of: column), marks: marks)
    var tiles = Dictionary(uniqueKeysWithValues: TileGrid.codes.map { ($0, missing) })
    for (label, mark) in zip(chart.labels, column.marks) where TileGrid.codes.contains(label) {
      tiles[label] = classes.place(mark)
    }
    self.classes = classes
    self.tiles = tiles
    offMap = zip(chart.labels, column.marks).filter { !TileGrid.codes.contains($0.0) }
      .map { $0 + ": " + ($1?.text ?? marks.none) }
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
  /// What is said of a state without a number.
  static let missingWords = "no number in the answer"

  /// The rows that have no tile; nil for none.
  var offMapText: String? {
    offMap.isEmpty ? nil : "not on the map: " + offMap.joined(separator: "; ")
  }
}

private let missing = TileClasses.Place.missing
