// What a field of a relation is: its name, type and meaning, and what must be said of it.

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
  private var shared: Shared<Content>

  /// The name in the language.
  public var name: String {
    get { shared.content.name }
    set { shared.content.name = newValue }
  }
  /// What it is called in a table for people.
  public var label: String {
    get { shared.content.label }
    set { shared.content.label = newValue }
  }
  /// What its values are.
  public var type: FieldType {
    get { shared.content.type }
    set { shared.content.type = newValue }
  }
  /// Whether its values are yes, no or unknown.
  var isAnswer: Bool {
    if case .answer = shared.content.type { true } else { false }
  }
  /// What a number counts: one and several; empty for none. Who counts things has no negative
  /// value.
  public var unit: (singular: String, plural: String) {
    get { shared.content.unit }
    set { shared.content.unit = newValue }
  }
  /// For a number whose unit is each row's own: the field of the row that names it. Numbers of
  /// several units are neither added up nor ranked.
  public var unitField: String? {
    get { shared.content.unitField }
    set { shared.content.unitField = newValue }
  }
  /// What it means, in one sentence.
  public var meaning: String {
    get { shared.content.meaning }
    set { shared.content.meaning = newValue }
  }
  /// For a link: the link of the same relation that bounds what an unknown value can be. An
  /// agreement whose county is not known still has its state: it is of some county there.
  public var within: String? {
    get { shared.content.within }
    set { shared.content.within = newValue }
  }
  /// For a link: the column of the table that names the only rows that an unknown value may be,
  /// keys with blanks between them. A row with candidates is unknown: one of them, or none.
  public var candidates: String? {
    get { shared.content.candidates }
    set { shared.content.candidates = newValue }
  }
  /// What must be said beside every answer that uses it; empty for nothing.
  public var caveat: String {
    get { shared.content.caveat }
    set { shared.content.caveat = newValue }
  }
  /// The day that its values are of, where it is not the dataset's.
  public var asOf: Day? {
    get { shared.content.asOf }
    set { shared.content.asOf = newValue }
  }
  /// Keys of the sources of its values, where they are not the relation's.
  public var sources: [String] {
    get { shared.content.sources }
    set { shared.content.sources = newValue }
  }
  /// For an answer: which office and which record would settle an unknown value.
  public var settledBy: String {
    get { shared.content.settledBy }
    set { shared.content.settledBy = newValue }
  }
  /// Reasons of unknown values to which that does not apply: where the state runs the jails, no
  /// sheriff's record settles what a county's jail does.
  public var notSettledFor: [String] {
    get { shared.content.notSettledFor }
    set { shared.content.notSettledFor = newValue }
  }
  /// How the documents behind it word what it asks.
  public var wordings: [Wording] {
    get { shared.content.wordings }
    set { shared.content.wordings = newValue }
  }
  /// Where what it means changes with the date or the document; empty for nowhere.
  public var breaks: String {
    get { shared.content.breaks }
    set { shared.content.breaks = newValue }
  }
  /// The first days of which its answers rest on something else than before, as `breaks` says:
  /// two days are not compared across one.
  public var breaksOn: [Day] {
    get { shared.content.breaksOn }
    set { shared.content.breaksOn = newValue }
  }

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
    shared = Shared(
      Content(
        name: name, label: label.isEmpty ? name : label, type: type, unit: unit,
        unitField: unitField, meaning: meaning, within: within, candidates: candidates,
        caveat: caveat, asOf: asOf, sources: sources, settledBy: settledBy,
        notSettledFor: notSettledFor, wordings: wordings, breaks: breaks, breaksOn: breaksOn))
  }

  /// For a column of the user's own that could have been of another type: what made it what it is,
  /// `the cell "12x" is no number`. Empty elsewhere.
  public var judged: String {
    get { shared.content.judged }
    set { shared.content.judged = newValue }
  }

  /// The units whose numbers are names: a year or a code is written without separators, and is no
  /// number of anything.
  static let nameUnits: Set<String> = ["year", "code"]

  /// Whether its numbers count things, so that none is negative.
  var isAmount: Bool { !unit.plural.isEmpty && !Field.nameUnits.contains(unit.plural) }

  /// The unit of a share: its numbers are from 0 to 1 and are compared with percentages.
  static let fraction = (singular: "fraction", plural: "fractions")

  private struct Content: Sendable, Equatable {
    var name: String
    var label: String
    var type: FieldType
    var unit: (singular: String, plural: String)
    var unitField: String?
    var meaning: String
    var within: String?
    var candidates: String?
    var caveat: String
    var asOf: Day?
    var sources: [String]
    var settledBy: String
    var notSettledFor: [String]
    var wordings: [Wording]
    var breaks: String
    var breaksOn: [Day]
    var judged = ""

    static func == (a: Content, b: Content) -> Bool {
      a.name == b.name && a.label == b.label && a.type == b.type && a.unit == b.unit
        && a.unitField == b.unitField
        && a.meaning == b.meaning && a.within == b.within && a.candidates == b.candidates
        && a.caveat == b.caveat
        && a.asOf == b.asOf && a.sources == b.sources && a.settledBy == b.settledBy
        && a.notSettledFor == b.notSettledFor
        && a.wordings == b.wordings && a.breaks == b.breaks && a.breaksOn == b.breaksOn
        && a.judged == b.judged
    }
  }
}
