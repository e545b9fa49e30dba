// The three values of an answer.

/// Yes, no, or not known.
public enum Truth: String, Sendable, CaseIterable {
  case yes, no, unknown
}

/// How one value of an answer field came about: what it is, and on what it rests.
///
/// Many rows share one ground: an answer column holds a code for each row and the distinct grounds
/// once.
public struct Ground: Sendable, Hashable {
  /// The value.
  public var value: Truth
  /// Why it is not known; nil where it is.
  public var reason: String?
  /// What it rests on, joined by `+`: `law`, `agreement`, `listed`; empty where nothing does.
  public var basis: String
  /// `high` or `medium`; empty where nothing is claimed.
  public var confidence: String
  /// What the evidence is, in words: citations.
  public var detail: String
  /// Keys of the sources.
  public var sources: [String]

  /// A ground; the default is a value without evidence.
  public init(
    value: Truth, reason: String? = nil, basis: String = "", confidence: String = "",
    detail: String = "", sources: [String] = []
  ) {
    self.value = value
    self.reason = reason
    self.basis = basis
    self.confidence = confidence
    self.detail = detail
    self.sources = sources
  }
}
