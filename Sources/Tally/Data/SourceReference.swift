// A document that the record rests on.

/// A document that an answer rests on.
public struct SourceReference: Sendable {
  /// Its parts one after the other: key, title, publisher, date, place. One text, for an answer
  /// names some fifty documents and makes most of them for a single line.
  private(set) var text: String
  /// Where each part but the last ends, in bytes.
  private(set) var ends: Ends

  /// Where the key, the title, the publisher and the date end, in bytes of the text.
  package struct Ends: Sendable, Hashable {
    let id: Int
    let title: Int
    let publisher: Int
    let published: Int

    /// Ends, which do not fall.
    package init(id: Int, title: Int, publisher: Int, published: Int) {
      (self.id, self.title, self.publisher, self.published) = (id, title, publisher, published)
    }
  }

  /// The source's key in the dataset.
  public var id: String {
    get { part(0, ends.id) }
    set { self = changed(id: newValue) }
  }
  /// Its title.
  public var title: String {
    get { part(ends.id, ends.title) }
    set { self = changed(title: newValue) }
  }
  /// Who published it.
  public var publisher: String {
    get { part(ends.title, ends.publisher) }
    set { self = changed(publisher: newValue) }
  }
  /// When, as precisely as is known; empty where it is not.
  public var published: String {
    get { part(ends.publisher, ends.published) }
    set { self = changed(published: newValue) }
  }
  /// Where it is found: an address.
  public var place: String {
    get { part(ends.published, text.utf8.count) }
    set { self = changed(place: newValue) }
  }

  /// A reference.
  public init(id: String, title: String, publisher: String, published: String, place: String) {
    let text = id + title + publisher + published + place
    let idEnd = id.utf8.count
    let titleEnd = idEnd + title.utf8.count
    let publisherEnd = titleEnd + publisher.utf8.count
    self.init(
      text,
      Ends(
        id: idEnd, title: titleEnd, publisher: publisherEnd,
        published: publisherEnd + published.utf8.count))
  }

  /// A reference whose parts are there as one text; nil where the ends are not in it.
  package init?(parts text: String, _ ends: Ends) {
    guard 0 <= ends.id, ends.id <= ends.title, ends.title <= ends.publisher,
      ends.publisher <= ends.published, ends.published <= text.utf8.count
    else { return nil }
    self.init(text, ends)
  }

  private init(_ text: String, _ ends: Ends) { (self.text, self.ends) = (text, ends) }

  private func part(_ start: Int, _ end: Int) -> String {
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    return String(decoding: bytes[from..<bytes.index(from, offsetBy: end - start)], as: UTF8.self)
  }

  private func changed(
    id: String? = nil, title: String? = nil, publisher: String? = nil, published: String? = nil,
    place: String? = nil
  ) -> SourceReference {
    SourceReference(
      id: id ?? self.id, title: title ?? self.title, publisher: publisher ?? self.publisher,
      published: published ?? self.published, place: place ?? self.place)
  }

  /// Whether its place is an address on the web, and not words that say where to look.
  var hasAddress: Bool { place.hasPrefix("http://") || place.hasPrefix("https://") }
}

extension SourceReference: Hashable {
  /// Whether all parts are the same.
  public static func == (a: SourceReference, b: SourceReference) -> Bool {
    a.id == b.id && a.title == b.title && a.publisher == b.publisher
      && a.published == b.published && a.place == b.place
  }

  /// Feeds all parts.
  public func hash(into hasher: inout Hasher) {
    for part in [id, title, publisher, published, place] { hasher.combine(part) }
  }
}
