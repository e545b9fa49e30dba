// Which fields of a relation of published numbers say what, so that they can be checked.

/// The fields of a relation whose rows are numbers that documents published.
///
/// `check` reads a row's number, its qualifier and the query that recomputes it by these names; the
/// library knows no relation of figures by itself. The values of `qualifier` are those of
/// `StatedNumber.Qualifier`.
public struct FigureRoles: Sendable, Equatable {
  /// The number.
  public var value: String
  /// How the document qualifies it: `exact`, `more_than`, `nearly`, `approximately`, `at_most`.
  public var qualifier: String
  /// The query that recomputes it from other rows; none where there is none.
  public var about: String
  /// The short name of the document that states it.
  public var document: String
  /// The key of the figure that it is a part of.
  public var denominator: String
  /// The percentage of that figure which the document gives.
  public var statedPercent: String
  /// The key of the figure that it adds up to, with the other parts of its group.
  public var sumsTo: String
  /// What the parts that add up share: `detainers` for those who hold and those who do not.
  public var sumGroup: String
  /// The link to the document as a source.
  public var source: String

  /// The roles, by the names of the fields.
  public init(
    value: String, qualifier: String, about: String, document: String, denominator: String,
    statedPercent: String, sumsTo: String, sumGroup: String, source: String
  ) {
    self.value = value
    self.qualifier = qualifier
    self.about = about
    self.document = document
    self.denominator = denominator
    self.statedPercent = statedPercent
    self.sumsTo = sumsTo
    self.sumGroup = sumGroup
    self.source = source
  }

  /// The names with the types that their fields must have, for the lint.
  var wanted: [(name: String, type: FieldType?)] {
    [
      (value, .number), (qualifier, nil), (about, .text), (document, .text), (denominator, .text),
      (statedPercent, .number), (sumsTo, .text), (sumGroup, .text), (source, .link(to: "sources")),
    ]
  }
}
