// An edition that was published as totals, not as rows.

/// What a survey published of a relation: how many rows it asked of, and for each field how many it
/// counted as yes and as no.
///
/// Nothing is known of single rows, so a question of one field has the published number and any
/// other question has bounds: what the totals allow, and no more.
public struct TotalsEdition: Sendable {
  /// A published number.
  public struct Total: Sendable, Equatable {
    /// How many rows were counted so.
    public var count: Int
    /// What the publication says of the number: `includes not known`; empty for nothing.
    public var qualifier: String
    /// The key of the row that records it, such as `F27`.
    public var figure: String

    /// A published number.
    public init(_ count: Int, qualifier: String = "", figure: String = "") {
      self.count = count
      self.qualifier = qualifier
      self.figure = figure
    }
  }

  /// What was published of one field.
  public struct FieldTotals: Sendable, Equatable {
    /// The field's name.
    public var field: String
    /// The rows counted as yes; nil where that was not published.
    public var yes: Total?
    /// The rows counted as no; nil where that was not published.
    public var no: Total?

    /// The totals of a field.
    public init(_ field: String, yes: Total?, no: Total?) {
      self.field = field
      self.yes = yes
      self.no = no
    }
  }

  /// The relation whose rows were counted.
  public let relation: String
  /// The year: the edition is of that whole year, of no month and no day of it.
  public let year: Int
  /// How many rows were asked of.
  public let base: Total
  /// What was published of each field.
  public let fields: [FieldTotals]
  /// What it is called: `the survey of 2016`.
  public let name: String
  /// What was asked of: `county surveyed`, `counties surveyed`.
  public let unit: (singular: String, plural: String)
  /// Keys of the sources.
  public let sources: [String]
  /// What a reader of any number of it must know.
  public let notes: [String]

  /// The most rows and fields that bounds are computed for: the arithmetic of the bounds is exact
  /// in 64 bits up to here, and their cells are 3 to the power of the fields.
  static let mostRows = 1_000_000
  static let mostFields = 7

  /// An edition.
  /// - Throws: `DatasetError` where a total is negative or above the base, a field comes twice, or
  ///   there are more rows or fields than bounds are computed for.
  public init(
    relation: String, year: Int, base: Total, fields: [FieldTotals], name: String,
    unit: (singular: String, plural: String), sources: [String], notes: [String] = []
  ) throws(DatasetError) {
    self.relation = relation
    self.year = year
    self.base = base
    self.fields = fields
    self.name = name
    self.unit = unit
    self.sources = sources
    self.notes = notes
    var faults: [String] = []
    if !(1...Self.mostRows).contains(base.count) {
      faults.append("the edition of \(year) has a base of \(base.count)")
    }
    if fields.count > Self.mostFields {
      faults.append("the edition of \(year) has \(fields.count) fields")
    }
    if Set(fields.map(\.field)).count < fields.count {
      faults.append("the edition of \(year) has a field twice")
    }
    for field in fields {
      for total in [field.yes, field.no].compactMap({ $0 })
      where total.count < 0 || total.count > base.count {
        faults.append("the edition of \(year) has \(total.count) rows of \(field.field)")
      }
    }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
  }

  /// What does not fit the relations that it is for.
  func faults(in relations: [Relation]) -> [String] {
    guard let schema = relations.first(where: { $0.schema.name == relation })?.schema else {
      return ["the edition of \(year) is of \(relation), which there is not"]
    }
    return fields.filter { field in
      schema.field(field.field).map { schema.fields[$0].type != .answer } ?? true
    }.map { "the edition of \(year) has \($0.field), which is no answer of \(relation)" }
  }

  /// The year as a period: what `as of` must say to mean the edition.
  public var period: Period? { Period(year: year) }

  /// The place of a field in `fields`; nil where nothing was published of it.
  public func field(_ name: String) -> Int? { fields.firstIndex { $0.field == name } }
}
