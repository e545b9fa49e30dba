// What a question gave, with its date and its sources.

/// A number or rows, and where they come from.
///
/// The properties of the content can be read of it directly: `found.low` is `found.content.low`.
@dynamicMemberLookup
public struct Found<Content: Sendable>: Sendable {
  /// The number or the rows.
  public let content: Content
  /// The whole answer: what any output format is made of.
  public let answer: Answer

  /// The date that it speaks of.
  public var asOf: AnswerDate { answer.provenance.asOf }
  /// The documents that it rests on.
  public var sources: [SourceReference] { answer.provenance.sources }
  /// What a reader must know beside the numbers.
  public var notes: [String] { answer.notes }
  /// The question, as anybody can ask it: names and parameters are written out.
  public var query: String { answer.provenance.query }

  /// A property of the content.
  public subscript<Property>(dynamicMember path: KeyPath<Content, Property>) -> Property {
    content[keyPath: path]
  }
}

extension Found: Sequence where Content: RandomAccessCollection {
  /// Goes through the rows.
  public func makeIterator() -> Content.Iterator { content.makeIterator() }
}

extension Found: Collection, BidirectionalCollection, RandomAccessCollection
where Content: RandomAccessCollection {
  /// The first place.
  public var startIndex: Content.Index { content.startIndex }
  /// The place behind the last.
  public var endIndex: Content.Index { content.endIndex }
  /// The row at a place.
  public subscript(position: Content.Index) -> Content.Element { content[position] }
  /// The place after another.
  public func index(after place: Content.Index) -> Content.Index { content.index(after: place) }
  /// The place before another.
  public func index(before place: Content.Index) -> Content.Index { content.index(before: place) }
}

extension Figure {
  /// The figure as a whole number.
  /// - Throws: `TallyError.interval` where it is an interval or no number, `.notWhole`.
  public func exactly() throws(TallyError) -> Int {
    let value = try exactValue()
    guard let whole = Int(exactly: value) else { throw .notWhole(value) }
    return whole
  }

  /// The figure as one number: a share is a fraction from 0 to 1.
  /// - Throws: `TallyError.interval` where it is an interval or no number, `.onlyKnown` where not
  ///   all of its values are known.
  public func exactValue() throws(TallyError) -> Double {
    if lacksValues, let only = low ?? openLow, (low == nil ? openHigh : high) == only {
      throw .onlyKnown(only, known: known ?? 0, of: knownOf ?? 0)
    }
    guard isExact, let low else { throw .interval(low: low, high: high, unknown: unknown) }
    return low
  }
}

extension Found where Content == Figure {
  /// The figure as a whole number: see `Figure.exactly`.
  /// - Throws: `TallyError.interval` where it is an interval or no number, `.notWhole`.
  public func exactly() throws(TallyError) -> Int { try content.exactly() }

  /// The figure as one number: see `Figure.exactValue`.
  /// - Throws: `TallyError.interval` where it is an interval, or no number.
  public func exactValue() throws(TallyError) -> Double { try content.exactValue() }
}

extension Found {
  /// How many further rows may belong to the rows or groups: they are not there, for they are not
  /// certain.
  public var possibleMore: Int {
    switch answer.content {
    case .groups(let table), .rows(let table): table.possibleMore
    case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code: 0
    }
  }
}
