// From degrees to a flat map: equal areas, with Alaska and Hawaii as insets.

/// A map that holds some positions: a rectangle whose longer side is 1.
struct MapFrame {
  /// A point of the map, from its upper left corner.
  typealias Point = (x: Double, y: Double)

  /// Its height, where its width is 1.
  let height: Double
  private let parts: [(part: MapPart, box: MapBox, target: MapBox)]

  /// A frame around some positions.
  ///
  /// Within the conterminous states it is as large as they need. Where Alaska or Hawaii come along,
  /// it is the whole country, with those in its lower left corner.
  init(_ positions: [Picture.Position]) {
    let present = MapPart.allCases.filter { part in positions.contains { part.holds($0) } }
    guard present.count > 1 else {
      let part = present.first ?? .conterminous
      let box = MapBox(positions.map { part.project($0) }).padded()
      height = box.height / box.width
      parts = [(part, box, MapBox(x: 0, y: 0, width: 1, height: height))]
      return
    }
    let whole = MapPart.wholeCountry
    height = whole.height / whole.width + MapFrame.strip
    let bottom = height
    parts = present.map { part in
      let box = MapBox(positions.filter(part.holds).map { part.project($0) }).padded()
      switch part {
      case .conterminous:
        let all = MapBox(x: 0, y: 0, width: 1, height: whole.height / whole.width)
        return (part, whole, all)
      case .alaska: return (part, box, MapBox(x: 0, y: bottom - 0.17, width: 0.21, height: 0.17))
      case .hawaii: return (part, box, MapBox(x: 0.23, y: bottom - 0.09, width: 0.1, height: 0.08))
      }
    }
  }

  /// What is drawn apart from the rest of the country, and where.
  var insets: [(name: String, x: Double, y: Double, width: Double, height: Double)] {
    parts.dropFirst().map {
      ($0.part.rawValue, $0.target.x, $0.target.y, $0.target.width, $0.target.height)
    }
  }

  /// What the insets need below the southernmost county.
  private static let strip = 0.02

  /// Where a position stands.
  func place(_ position: Picture.Position) -> Point {
    let own = parts.first { $0.part.holds(position) } ?? parts.first
    guard let own else { return (0, 0) }
    return own.box.moved(own.part.project(position), to: own.target)
  }
}

/// The parts of the country, each with its own projection.
private enum MapPart: String, CaseIterable {
  case conterminous
  case alaska = "Alaska"
  case hawaii = "Hawaii"

  /// Whether a position is in it.
  func holds(_ position: Picture.Position) -> Bool { self == MapPart.of(position) }

  private static func of(_ position: Picture.Position) -> MapPart {
    if position.latitude > 50 { return .alaska }
    return position.longitude < -140 && position.latitude < 30 ? .hawaii : .conterminous
  }

  /// Albers' conic projection of equal areas, with the parallels that the Geological Survey takes.
  func project(_ position: Picture.Position) -> MapFrame.Point {
    switch self {
    case .conterminous: MapPart.lower.project(position)
    case .alaska: MapPart.north.project(position)
    case .hawaii: MapPart.islands.project(position)
    }
  }

  private static let lower = Albers(parallels: (29.5, 45.5), latitude: 37.5, longitude: -96)
  private static let north = Albers(parallels: (55, 65), latitude: 50, longitude: -154)
  private static let islands = Albers(parallels: (8, 18), latitude: 13, longitude: -157)

  /// The conterminous states, by the corners that reach furthest on the flat map: Cape Alava and
  /// Cape Mendocino, West Quoddy Head and the St. John, Key West and the Rio Grande.
  static let wholeCountry = MapBox(
    [
      (48.4, -124.7), (40.4, -124.4), (44.8, -67.0), (47.3, -68.3), (24.5, -81.8), (49.0, -95.2),
      (48.9, -122.8), (32.5, -117.1), (25.9, -97.2),
    ].map { lower.project(Picture.Position(latitude: $0.0, longitude: $0.1)) }
  ).padded()
}

/// A rectangle of a flat map.
private struct MapBox {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The box around some points; one of no size around none.
  init(_ points: [MapFrame.Point]) {
    x = points.map(\.x).min() ?? 0
    y = points.map(\.y).min() ?? 0
    width = (points.map(\.x).max() ?? 0) - x
    height = (points.map(\.y).max() ?? 0) - y
  }

  /// The box with a margin; never without size, and not narrower than a third of its length.
  func padded() -> MapBox {
    let size = max(width, height, 1e-3)
    let (wide, high) = (max(width, size / 3) * 1.04, max(height, size / 3) * 1.04)
    return MapBox(
      x: x + width / 2 - wide / 2, y: y + height / 2 - high / 2, width: wide, height: high)
  }

  /// A point of this box in another one: as large as fits, in its middle.
  func moved(_ point: MapFrame.Point, to other: MapBox) -> MapFrame.Point {
    let scale = min(other.width / width, other.height / height)
    return (
      other.x + other.width / 2 + (point.x - x - width / 2) * scale,
      other.y + other.height / 2 + (point.y - y - height / 2) * scale
    )
  }
}
