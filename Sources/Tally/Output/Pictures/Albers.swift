// Albers' projection, with a sine and cosine of our own: the same digits on every machine.

/// The conic projection of equal areas, after J. P. Snyder, *Map Projections: A Working Manual*
/// (US Geological Survey, 1987), pages 98 to 103, on a sphere of radius 1.
struct Albers {
  private let cone: Double
  private let constant: Double
  private let origin: Double
  private let longitude: Double

  /// A projection; all in degrees.
  init(parallels: (Double, Double), latitude: Double, longitude: Double) {
    let first = Trigonometry.sine(parallels.0)
    let cosine = Trigonometry.cosine(parallels.0)
    cone = (first + Trigonometry.sine(parallels.1)) / 2
    constant = cosine * cosine + 2 * cone * first
    self.longitude = longitude
    origin = Albers.radius(constant, cone, latitude)
  }

  /// A position on the plane: x to the east, y to the south.
  func project(_ position: Picture.Position) -> (x: Double, y: Double) {
    // Past the antimeridian the Aleutians go on to the west.
    let east = position.longitude > 90 ? position.longitude - 360 : position.longitude
    let radius = Albers.radius(constant, cone, position.latitude)
    let angle = cone * (east - longitude)
    return (
      radius * Trigonometry.sine(angle), radius * Trigonometry.cosine(angle) - origin
    )
  }

  private static func radius(_ constant: Double, _ cone: Double, _ latitude: Double) -> Double {
    max(0, constant - 2 * cone * Trigonometry.sine(latitude)).squareRoot() / cone
  }
}

/// Sine and cosine of degrees. The library links no mathematics of the system, whose last digits
/// differ between systems: a picture has the same bytes everywhere.
enum Trigonometry {
  /// The sine of an angle between -180 and 180 degrees, to twelve digits.
  static func sine(_ degrees: Double) -> Double {
    let folded = degrees > 90 ? 180 - degrees : degrees < -90 ? -180 - degrees : degrees
    let angle = folded * Double.pi / 180
    var term = angle
    var sum = angle
    for power in stride(from: 2.0, through: 20, by: 2) {
      term *= -angle * angle / (power * (power + 1))
      sum += term
    }
    return sum
  }

  /// The cosine of an angle between -90 and 90 degrees.
  static func cosine(_ degrees: Double) -> Double { sine(90 - degrees.magnitude) }
}
