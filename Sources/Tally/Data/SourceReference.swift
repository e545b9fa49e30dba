// A document that the record rests on.

/// A document that an answer rests on.
public struct SourceReference: Sendable, Hashable {
  /// The source's key in the dataset.
  public var id: String
  /// Its title.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// When, as precisely as is known; empty where it is not.
  public var published: String
  /// Where it is found: an address.
  public var place: String

  /// A reference.
  public init(id: String, title: String, publisher: String, published: String, place: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.place = place
  }

  /// Whether its place is an address on the web, and not words that say where to look.
  var hasAddress: Bool { place.hasPrefix("http://") || place.hasPrefix("https://") }
}
