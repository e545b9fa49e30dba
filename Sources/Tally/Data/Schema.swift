// What a relation is: its fields, links, places, dates and sources.

/// What the values of a field are.
public enum FieldType: Sendable, Equatable {
  /// Yes, no or unknown.
  case answer
  /// Words.
  case text
  /// One of a closed list of words.
  case category([String])
  /// A number.
  case number
  /// A day, month or year, at the precision that is known.
  case date
  /// A row of another relation.
  case link(to: String)

  /// The type in one word, for messages.
  public var word: String {
    switch self {
    case .answer: "a yes/no field"
    case .text: "text"
    case .category: "a category"
    case .number: "a number"
    case .date: "a date"
    case .link(let target): "one of the \(target)"
    }
  }
}

/// How one document words what a field asks.
public struct Wording: Sendable, Equatable {
  /// The document, in a few words.
  public var document: String
  /// What it asks or counts, in the project's words.
  public var text: String

  /// A wording.
  public init(_ document: String, _ text: String) {
    self.document = document
    self.text = text
  }
}

/// One field of a relation.
public struct Field: Sendable, Equatable {
  /// The name in the language.
  public var name: String
  /// What it is called in a table for people.
  public var label: String
  /// What its values are.
  public var type: FieldType
  /// What a number counts: one and several; empty for none. Who counts things has no negative
  /// value.
  public var unit: (singular: String, plural: String)
  /// For a number whose unit is each row's own: the field of the row that names it. Numbers of
  /// several units are neither added up nor ranked.
  public var unitField: String?
  /// What it means, in one sentence.
  public var meaning: String
  /// For a link: the link of the same relation that bounds what an unknown value can be. An
  /// agreement whose county is not known still has its state: it is of some county there.
  public var within: String?
  /// For a link: the column of the table that names the only rows that an unknown value may be,
  /// keys with blanks between them. A row with candidates is unknown: one of them, or none.
  public var candidates: String?
  /// What must be said beside every answer that uses it; empty for nothing.
  public var caveat: String
  /// The day that its values are of, where it is not the dataset's.
  public var asOf: Day?
  /// Keys of the sources of its values, where they are not the relation's.
  public var sources: [String]
  /// For an answer: which office and which record would settle an unknown value.
  public var settledBy: String
  /// Reasons of unknown values to which that does not apply: where the state runs the jails, no
  /// sheriff's record settles what a county's jail does.
  public var notSettledFor: [String]
  /// How the documents behind it word what it asks.
  public var wordings: [Wording]
  /// Where what it means changes with the date or the document; empty for nowhere.
  public var breaks: String
  /// The first days of which its answers rest on something else than before, as `breaks` says:
  /// two days are not compared across one.
  public var breaksOn: [Day]

  /// A field.
  public init(
    _ name: String, _ type: FieldType, label: String = "", meaning: String,
    unit: (singular: String, plural: String) = ("", ""), unitField: String? = nil,
    within: String? = nil,
    candidates: String? = nil,
    caveat: String = "", asOf: Day? = nil,
    sources: [String] = [], settledBy: String = "",
    notSettledFor: [String] = [],
    wordings: [Wording] = [], breaks: String = "", breaksOn: [Day] = []
  ) {
    self.name = name
    self.label = label.isEmpty ? name : label
    self.type = type
    self.unit = unit
    self.unitField = unitField
    self.meaning = meaning
    self.within = within
    self.candidates = candidates
    self.caveat = caveat
    self.asOf = asOf
    self.sources = sources
    self.settledBy = settledBy
    self.notSettledFor = notSettledFor
    self.wordings = wordings
    self.breaks = breaks
    self.breaksOn = breaksOn
  }

  /// The unit of a share: its numbers are from 0 to 1 and are compared with percentages.
  static let fraction = (singular: "fraction", plural: "fractions")

  /// Whether two fields are the same.
  public static func == (a: Field, b: Field) -> Bool {
    a.name == b.name && a.label == b.label && a.type == b.type && a.unit == b.unit
      && a.unitField == b.unitField
      && a.meaning == b.meaning && a.within == b.within && a.candidates == b.candidates
      && a.caveat == b.caveat
      && a.asOf == b.asOf && a.sources == b.sources && a.settledBy == b.settledBy
      && a.notSettledFor == b.notSettledFor
      && a.wordings == b.wordings && a.breaks == b.breaks && a.breaksOn == b.breaksOn
  }
}

/// A way from a relation to the rows of another that point to it.
public struct Link: Sendable, Equatable {
  /// The name in the language: `agreements` of a county.
  public var name: String
  /// The relation whose rows it leads to.
  public var target: String
  /// The target's link field that points back.
  public var inverse: String
  /// Whether the target's list is complete at the dataset's date, so that no row means no.
  public var isComplete: Bool
  /// For a link of many to many: the relation of pairs that it goes through. `inverse` is then the
  /// link field of the pairs that points back, and `onward` the one that leads to the target.
  public var through: String?
  /// The link field of the pairs that leads to the target.
  public var onward: String?
  /// What it means, in one sentence.
  public var meaning: String

  /// A to-many link.
  public init(
    _ name: String, to target: String, inverse: String, through: String? = nil,
    onward: String? = nil, isComplete: Bool, meaning: String
  ) {
    self.name = name
    self.target = target
    self.inverse = inverse
    self.through = through
    self.onward = onward
    self.isComplete = isComplete
    self.meaning = meaning
  }
}

/// How people name the rows of a relation that are places.
public struct PlaceNaming: Sendable, Equatable {
  /// The field with the full name: `name`.
  public var name: String
  /// The field with the short key: `code`, `fips`.
  public var code: String
  /// The link field to the place that holds it; nil for the outermost.
  public var within: String?
  /// Words at a name's end that may be left out: `County`.
  public var suffixes: [String]

  /// A naming.
  public init(name: String, code: String, within: String? = nil, suffixes: [String] = []) {
    self.name = name
    self.code = code
    self.within = within
    self.suffixes = suffixes
  }
}

/// The terms under which rows may be used.
public struct Licence: Sendable, Equatable {
  /// A short name of the usual lists: `Apache-2.0`, `other-pd`.
  public var name: String
  /// The terms in a few words.
  public var title: String

  /// A licence.
  public init(_ name: String, _ title: String) {
    self.name = name
    self.title = title
  }
}

/// What a relation is.
public struct RelationSchema: Sendable, Equatable {
  /// The name in the language, in the plural: `counties`.
  public var name: String
  /// One row: `county`.
  public var singular: String
  /// What a row is, in one sentence.
  public var meaning: String
  /// The field that names a row; empty where nothing tells the rows of a file apart.
  public var key: String
  /// The field that names a row for people; the key where it is not given.
  public var title: String
  /// The link that tells apart rows of one title: the state of a county.
  public var within: String?
  /// The fields, in the order of the table's columns.
  public var fields: [Field]
  /// The to-many links.
  public var links: [Link]
  /// The fields that `list` shows unless told otherwise.
  public var shown: [String]
  /// How its rows are named as places; nil where they are none.
  public var place: PlaceNaming?
  /// The link fields that say where a row is, for `in`; nil for every link to a place. A county's
  /// agreement names the county that signed, which is not where a city's agreement is.
  public var locatedBy: [String]?
  /// What must be said beside every answer over its rows; empty for nothing.
  public var caveat: String
  /// Keys of the sources of the rows.
  public var sources: [String]
  /// Of when the rows are.
  public var timing: Timing
  /// Under what terms the rows may be used; nil where nothing is said.
  public var licence: Licence?
  /// What the fields say of published numbers, where the rows are such; nil elsewhere.
  public var figures: FigureRoles?

  /// A schema.
  public init(
    _ name: String, singular: String, meaning: String, key: String, title: String? = nil,
    within: String? = nil, fields: [Field], links: [Link] = [], shown: [String],
    place: PlaceNaming? = nil,
    locatedBy: [String]? = nil, caveat: String = "", sources: [String] = [],
    timing: Timing = .always, licence: Licence? = nil, figures: FigureRoles? = nil
  ) {
    self.name = name
    self.singular = singular
    self.meaning = meaning
    self.key = key
    self.title = title ?? key
    self.within = within
    self.fields = fields
    self.links = links
    self.shown = shown
    self.place = place
    self.locatedBy = locatedBy
    self.caveat = caveat
    self.sources = sources
    self.timing = timing
    self.licence = licence
    self.figures = figures
  }

  /// The number of a field, by its name.
  public func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
