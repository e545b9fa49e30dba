// How a figure comes from published totals: what stands beside it in every format.

/// What a figure of published totals is: a number as published, or what the totals allow.
public struct TotalsBasis: Sendable, Equatable {
  /// What the edition is called: `the survey of 2016`.
  public var edition: String
  /// Whether the number itself was published. Else its ends are the least and the most that the
  /// published totals allow.
  public var isPublished: Bool
  /// What the publication says of the number, such as `includes not known`; empty for nothing.
  public var qualifier: String
  /// Whether both ends can be reached: a narrower interval would leave out a possible number.
  public var isTight: Bool

  /// A basis.
  public init(edition: String, isPublished: Bool, qualifier: String = "", isTight: Bool = true) {
    self.edition = edition
    self.isPublished = isPublished
    self.qualifier = qualifier
    self.isTight = isTight
  }

  /// `as published by the survey of 2016; includes not known`.
  var words: String {
    guard isPublished else {
      return "not published: bounds that the totals of \(edition) allow"
        + (isTight ? "" : ", perhaps wider than need be")
    }
    return "as published by \(edition)" + (qualifier.isEmpty ? "" : "; " + qualifier)
  }

  /// The basis in JSON.
  var json: JSONValue {
    .object([
      ("edition", .string(edition)), ("number", .string(isPublished ? "published" : "bounds")),
      ("qualifier", qualifier.isEmpty ? .null : .string(qualifier)),
    ])
  }
}

extension FigureText {
  /// The first line of bounds: `from 0 to 142 counties`. Neither end is more likely than the other,
  /// so neither stands alone.
  func totalsHeadline() -> StyledText {
    let bounds = bounds()
    let interval = "from \(bounds.low ?? "0") to "
    switch figure.unit.kind {
    case .share:
      return StyledText("\(interval)\(bounds.high ?? "100.0") % of \(base())", .number)
    case .count, .measure, .difference, .points, .change:
      let high = figure.unit.withWord(bounds.high ?? "", figure.high == 1)
      return StyledText(interval + high, .number)
    }
  }
}
