// What of an answer is drawn, and how; the numbers themselves stay in the answer.

/// How an answer is to be drawn.
///
/// A picture repeats no number of its answer's content: bars, lines, dots and tiles are drawn from
/// the table or figure itself, so that the two cannot differ. Only a map of places brings what rows
/// do not say: where each row is, and on which side of the question.
public struct Picture: Sendable, Equatable {
  /// A kind of drawing.
  public enum Form: String, Sendable, CaseIterable {
    /// A bar for each group: solid as far as is settled, hatched as far as it may reach.
    case bars
    /// Figures of several days, joined where both ends are known.
    case lines
    /// A dot for each end of an interval.
    case dots
    /// A tile for each state.
    case tiles
    /// A dot for each row at its own place.
    case places
  }

  /// The rows on one side of a question.
  public struct Layer: Sendable, Equatable {
    /// Which side.
    public var side: Side
    /// How many rows.
    public var count: Int
    /// Where they are, for those whose position is known.
    public var positions: [Position]

    /// A layer.
    public init(_ side: Side, count: Int, positions: [Position]) {
      self.side = side
      self.count = count
      self.positions = positions
    }
  }

  /// What is known of a row's membership.
  public enum Side: String, Sendable, CaseIterable {
    /// It is a member.
    case certain
    /// It may be one.
    case possible
    /// It is none.
    case out
  }

  /// A point of the earth, in degrees.
  public struct Position: Sendable, Equatable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// A position.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// How it is drawn.
  public var form: Form
  /// What it shows: the question without the words of the drawing.
  public var title: String
  /// What the fields asked of mean, a line each.
  public var definitions: [String]
  /// The rows by side, for a map of places: they add up to the base.
  public var layers: [Layer]

  /// Whether a place without a row in the answer has 0: all rows of a complete list are in it, each
  /// at a place that is known.
  public var restIsZero = false

  /// A picture.
  public init(_ form: Form, title: String, definitions: [String] = [], layers: [Layer] = []) {
    self.form = form
    self.title = title
    self.definitions = definitions
    self.layers = layers
  }
}

extension Picture.Side {
  /// The side in words.
  var words: String {
    switch self {
    case .certain: "certainly"
    case .possible: "possibly"
    case .out: "certainly not"
    }
  }
}
