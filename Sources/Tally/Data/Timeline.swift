// How one answer changed: which ground holds from which day.

/// The history of one answer: pieces without gaps, each with the ground that holds in it.
public struct Timeline: Sendable, Hashable {
  /// A stretch of days that ends where the next one begins.
  public struct Piece: Sendable, Hashable {
    /// Its first day; nil where it holds from ever.
    public var since: Day?
    /// The number of its ground among those of the column.
    public var ground: UInt16

    /// A piece.
    public init(since: Day?, ground: UInt16) {
      self.since = since
      self.ground = ground
    }
  }

  /// The pieces, oldest first; the first one holds from ever.
  public let pieces: [Piece]

  /// A history; nil unless its first piece holds from ever and the others begin in order.
  public init?(_ pieces: [Piece]) {
    guard let first = pieces.first, first.since == nil else { return nil }
    var before: Day?
    for piece in pieces.dropFirst() {
      guard let since = piece.since, before.map({ $0 < since }) ?? true else { return nil }
      before = since
    }
    self.pieces = pieces
  }

  /// The piece that holds on a day.
  /// - Complexity: O(pieces), of which there are few.
  public func piece(on day: Day) -> Piece {
    pieces.last { piece in piece.since.map { $0 <= day } ?? true } ?? pieces[0]
  }
}

/// The histories of answers by their keys in a table, over one list of grounds.
public struct Histories: Sendable {
  /// The grounds that the pieces point to.
  public let grounds: [Ground]
  /// The histories by their keys.
  public let timelines: [String: Timeline]

  /// Histories; nil where a piece points to no ground.
  public init?(grounds: [Ground], timelines: [String: Timeline]) {
    let isWhole = timelines.values.allSatisfy { timeline in
      timeline.pieces.allSatisfy { Int($0.ground) < grounds.count }
    }
    guard isWhole else { return nil }
    self.grounds = grounds
    self.timelines = timelines
  }
}
