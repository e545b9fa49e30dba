// What a relation is: its fields, links, places, dates and sources.

/// What a relation is.
public struct RelationSchema: Sendable, Equatable {
  private var shared: Shared<Content>

  /// The name in the language, in the plural: `counties`.
  public var name: String {
    get { shared.content.name }
    set { shared.content.name = newValue }
  }
  /// One row: `county`.
  public var singular: String {
    get { shared.content.singular }
    set { shared.content.singular = newValue }
  }
  /// What a row is, in one sentence.
  public var meaning: String {
    get { shared.content.meaning }
    set { shared.content.meaning = newValue }
  }
  /// The field that names a row; empty where nothing tells the rows of a file apart.
  public var key: String {
    get { shared.content.key }
    set { shared.content.key = newValue }
  }
  /// The field that names a row for people; the key where it is not given.
  public var title: String {
    get { shared.content.title }
    set { shared.content.title = newValue }
  }
  /// The link that tells apart rows of one title: the state of a county.
  public var within: String? {
    get { shared.content.within }
    set { shared.content.within = newValue }
  }
  /// The fields, in the order of the table's columns.
  public var fields: [Field] {
    get { shared.content.fields.all }
    set { shared.content.fields = SchemaFields(newValue) }
  }
  /// The to-many links.
  public var links: [Link] {
    get { shared.content.links }
    set { shared.content.links = newValue }
  }
  /// The fields that `list` shows unless told otherwise.
  public var shown: [String] {
    get { shared.content.shown }
    set { shared.content.shown = newValue }
  }
  /// How its rows are named as places; nil where they are none.
  public var place: PlaceNaming? {
    get { shared.content.place }
    set { shared.content.place = newValue }
  }
  /// The link fields that say where a row is, for `in`; nil for every link to a place. A county's
  /// agreement names the county that signed, which is not where a city's agreement is.
  public var locatedBy: [String]? {
    get { shared.content.locatedBy }
    set { shared.content.locatedBy = newValue }
  }
  /// What must be said beside every answer over its rows; empty for nothing.
  public var caveat: String {
    get { shared.content.caveat }
    set { shared.content.caveat = newValue }
  }
  /// Keys of the sources of the rows.
  public var sources: [String] {
    get { shared.content.sources }
    set { shared.content.sources = newValue }
  }
  /// Of when the rows are.
  public var timing: Timing {
    get { shared.content.timing }
    set { shared.content.timing = newValue }
  }
  /// Under what terms the rows may be used; nil where nothing is said.
  public var licence: Licence? {
    get { shared.content.licence }
    set { shared.content.licence = newValue }
  }
  /// What the fields say of published numbers, where the rows are such; nil elsewhere.
  public var figures: FigureRoles? {
    get { shared.content.figures }
    set { shared.content.figures = newValue }
  }

  /// A schema.
  public init(
    _ name: String, singular: String, meaning: String, key: String, title: String? = nil,
    within: String? = nil, fields: [Field], links: [Link] = [], shown: [String],
    place: PlaceNaming? = nil,
    locatedBy: [String]? = nil, caveat: String = "", sources: [String] = [],
    timing: Timing = .always, licence: Licence? = nil, figures: FigureRoles? = nil
  ) {
    shared = Shared(
      Content(
        name: name, singular: singular, meaning: meaning, key: key, title: title ?? key,
        within: within, fields: SchemaFields(fields), links: links, shown: shown, place: place,
        locatedBy: locatedBy, caveat: caveat, sources: sources, timing: timing, licence: licence,
        figures: figures))
  }

  /// A schema whose fields are made when they are first asked for: a question needs a few of some
  /// two hundred.
  package init(
    _ name: String, singular: String, meaning: String, key: String, title: String? = nil,
    within: String? = nil, fieldsLater: @autoclosure @escaping @Sendable () -> [Field],
    links: [Link] = [], shown: [String], place: PlaceNaming? = nil, locatedBy: [String]? = nil,
    caveat: String = "", sources: [String] = [], timing: Timing = .always, licence: Licence? = nil,
    figures: FigureRoles? = nil
  ) {
    shared = Shared(
      Content(
        name: name, singular: singular, meaning: meaning, key: key, title: title ?? key,
        within: within, fields: SchemaFields(later: fieldsLater), links: links, shown: shown,
        place: place, locatedBy: locatedBy, caveat: caveat, sources: sources, timing: timing,
        licence: licence, figures: figures))
  }

  /// The number of a field, by its name.
  public func field(_ name: String) -> Int? { shared.content.fields.number(of: name) }

  /// Whether its fields are there already.
  var hasFields: Bool { shared.content.fields.areMade }

  /// The to-many link of a name.
  func link(_ name: String) -> Link? {
    let links = shared.content.links
    return links.indices.first { links[$0].name == name }.map { links[$0] }
  }

  /// Whether two schemas are the same.
  public static func == (a: RelationSchema, b: RelationSchema) -> Bool { a.shared == b.shared }

  private struct Content: Sendable, Equatable {
    var name: String
    var singular: String
    var meaning: String
    var key: String
    var title: String
    var within: String?
    var fields: SchemaFields
    var links: [Link]
    var shown: [String]
    var place: PlaceNaming?
    var locatedBy: [String]?
    var caveat: String
    var sources: [String]
    var timing: Timing
    var licence: Licence?
    var figures: FigureRoles?
  }
}
