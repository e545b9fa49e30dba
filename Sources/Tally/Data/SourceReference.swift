// A document that the record rests on.

/// A document that an answer rests on.
public struct SourceReference: Sendable {
  /// Its key, and then its line: title, publisher, date, place with commas between those that it
  /// has. One text, for an answer names some fifty documents and makes most of them for that line.
  package var text: String { whole.text }
  /// Where each part but the last ends, in bytes.
  package var ends: Ends { whole.ends }

  /// A document whose parts are there.
  private struct Whole: Sendable {
    var text: String
    var ends: Ends
  }

  private enum Held: Sendable {
    case whole(Whole)
    /// A number, and the documents whose it is.
    case numbered(Int, any NumberedDocuments)
  }

  private let held: Held

  private var whole: Whole {
    switch held {
    case .whole(let whole): whole
    case .numbered(let number, let documents): documents[number].whole
    }
  }

  /// Where the key, the title, the publisher and the date end, in bytes of the text.
  package struct Ends: Sendable, Hashable {
    package let id: Int
    package let title: Int
    package let publisher: Int
    package let published: Int

    /// Ends, which do not fall.
    package init(id: Int, title: Int, publisher: Int, published: Int) {
      (self.id, self.title, self.publisher, self.published) = (id, title, publisher, published)
    }

    /// Whether a part may lie between two ends: empty, the first of its line, or behind a comma.
    fileprivate func follows(_ start: Int, _ end: Int) -> Bool {
      start == end || start == id && start < end || end - start > SourceReference.comma.utf8.count
    }
  }

  /// The source's key in the dataset.
  public var id: String {
    get {
      switch held {
      case .whole: part { 0..<$0.id }
      case .numbered(let number, let documents): documents.key(number)
      }
    }
    set { self = changed(id: newValue) }
  }
  /// Its title.
  public var title: String {
    get { part { $0.id..<$0.title } }
    set { self = changed(title: newValue) }
  }
  /// Who published it.
  public var publisher: String {
    get { part { $0.title..<$0.publisher } }
    set { self = changed(publisher: newValue) }
  }
  /// When, as precisely as is known; empty where it is not.
  public var published: String {
    get { part { $0.publisher..<$0.published } }
    set { self = changed(published: newValue) }
  }
  /// Where it is found: an address.
  public var place: String {
    get { part { $0.published..<Int.max } }
    set { self = changed(place: newValue) }
  }

  /// A reference.
  public init(id: String, title: String, publisher: String, published: String, place: String) {
    var text = id
    let idEnd = text.utf8.count
    func end(of part: String) -> Int {
      guard !part.isEmpty else { return text.utf8.count }
      if text.utf8.count > idEnd { text += SourceReference.comma }
      text += part
      return text.utf8.count
    }
    let ends = Ends(
      id: idEnd, title: end(of: title), publisher: end(of: publisher),
      published: end(of: published))
    _ = end(of: place)
    self.init(text, ends)
  }

  /// A reference that is made of a number whenever it is asked for: an answer that does not show
  /// its sources needs no more.
  package init(number: Int, of documents: any NumberedDocuments) {
    held = .numbered(number, documents)
  }

  /// Adds its line to bytes.
  func addLine(to bytes: inout [UInt8]) {
    switch held {
    case .whole(let whole): bytes.append(contentsOf: whole.text.utf8.dropFirst(whole.ends.id))
    case .numbered(let number, let documents): documents.addLine(of: number, to: &bytes)
    }
  }

  /// The same with its parts at hand, for who asks for several of them.
  package var made: SourceReference {
    let whole = whole
    return SourceReference(whole.text, whole.ends)
  }

  /// What stands between two parts of its line.
  package static let comma = ", "

  /// A reference whose parts are there as one text; nil where the ends are not in it, or leave no
  /// room for a comma between two parts.
  package init?(parts text: String, _ ends: Ends) {
    let count = text.utf8.count
    guard 0 <= ends.id, ends.id <= ends.title,
      ends.follows(ends.title, ends.publisher), ends.follows(ends.publisher, ends.published),
      ends.follows(ends.published, count)
    else { return nil }
    self.init(text, ends)
  }

  private init(_ text: String, _ ends: Ends) { held = .whole(Whole(text: text, ends: ends)) }

  /// The part between two ends.
  private func part(_ range: (Ends) -> Range<Int>) -> String {
    var whole = whole
    let range = range(whole.ends)
    return whole.text.withUTF8 { bytes in
      let end = min(range.upperBound, bytes.count)
      let hasComma = range.lowerBound > whole.ends.id && end > range.lowerBound
      let start = range.lowerBound + (hasComma ? SourceReference.comma.utf8.count : 0)
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[min(start, end)..<end]), as: UTF8.self)
    }
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
