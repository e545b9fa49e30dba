// Rows of an answer: typed columns, cells that keep unknown and none apart.

/// One cell of an answer.
public enum Cell: Sendable, Equatable {
  /// Words: a name, a category, a key.
  case text(String)
  /// A number in the column's unit.
  case number(Double)
  /// A fraction, shown in percent.
  case percent(Double)
  /// A day, month or year at the precision that is known, as `2026-05-18`, `2025-02` or `2025`.
  case date(String)
  /// An answer that is known: true for yes.
  case answer(Bool)
  /// A group's figure.
  case figure(Figure)
  /// A value that is not known, with the reason where there is one.
  case unknown(String?)
  /// A value that does not apply.
  case none
}

/// What the cells of a column are.
public enum ColumnType: String, Sendable {
  case text, category, number, percent, date, answer, figure
}

/// A column of an answer.
public struct AnswerColumn: Sendable, Equatable {
  /// Its name, by which stages speak of it.
  public var name: String
  /// What its cells are.
  public var type: ColumnType
  /// What its numbers count; empty for none.
  public var unit: String
  /// Whether its figures are each of a base: a place among others is of none, and a value of the
  /// row above is of the base that stands there.
  public var hasBase: Bool

  /// A column.
  public init(_ name: String, _ type: ColumnType, unit: String = "", hasBase: Bool = true) {
    self.name = name
    self.type = type
    self.unit = unit
    self.hasBase = hasBase
  }
}

/// The rows of an answer.
public struct Table: Sendable, Equatable {
  /// The columns, in order; in `groups` the keys come first and the figures last.
  public var columns: [AnswerColumn]
  /// The rows: one cell for each column.
  public var rows: [[Cell]]
  /// What a row is, in one word and in several: a county, a group.
  public var unit: Unit
  /// How many rows the set has in all, before `take` and `skip`.
  public var matched: Int
  /// How many further rows may belong to the set: they are not shown, for they are not certain.
  public var possibleMore: Int
  /// A query that lists those further rows; empty where there is none to give.
  public var possibleQuery: String
  /// The ungrouped answer, where `total` asked for it: one cell for each column.
  public var total: [Cell]?
  /// How many rows the question was asked of, at most.
  public var base: Int
  /// The same at least: less where the base itself is not settled.
  public var baseLow: Int
  /// Whether each row is of a base of its own, as the lists of several days are.
  public var hasBaseInEachRow = false
  /// What must be read before the rows: how much of a difference is newly known. Empty for nothing.
  public var lead = ""

  /// Whether its last columns say how two others differ.
  var isComparison: Bool {
    rows.joined().contains { cell in
      if case .figure(let figure) = cell { figure.unit.kind.isDifference } else { false }
    }
  }

  /// A table.
  public init(
    columns: [AnswerColumn], rows: [[Cell]], unit: Unit, matched: Int, possibleMore: Int = 0,
    possibleQuery: String = "", total: [Cell]? = nil, base: Int, baseLow: Int? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.unit = unit
    self.matched = matched
    self.possibleMore = possibleMore
    self.possibleQuery = possibleQuery
    self.total = total
    self.base = base
    self.baseLow = baseLow ?? base
  }
}

/// What is known of one thing.
public struct Card: Sendable, Equatable {
  /// One line of a card.
  public struct Entry: Sendable, Equatable {
    /// The field's name in the language.
    public var name: String
    /// What it means, in words.
    public var label: String
    /// Its value.
    public var value: Cell
    /// What the value rests on: `law`, `agreement`; empty where it is plain fact.
    public var basis: String
    /// What the evidence says, in the project's words: a citation, an agreement; may be empty.
    public var detail: String
    /// Indices into the provenance's sources, from 0.
    public var sources: [Int]

    /// An entry.
    public init(
      name: String, label: String, value: Cell, basis: String = "", detail: String = "",
      sources: [Int] = []
    ) {
      self.name = name
      self.label = label
      self.value = value
      self.basis = basis
      self.detail = detail
      self.sources = sources
    }
  }

  /// What it is: `Cook County, IL`.
  public var title: String
  /// A line under the title: `county · FIPS 17031`; may be empty.
  public var subtitle: String
  /// What is known.
  public var entries: [Entry]

  /// A card.
  public init(title: String, subtitle: String, entries: [Entry]) {
    self.title = title
    self.subtitle = subtitle
    self.entries = entries
  }
}

extension Answer.Content {
  /// Whether something in it is not settled: an interval, or rows that may belong.
  var isOpen: Bool {
    switch self {
    case .figure(let figure): !figure.isExact
    case .groups(let table), .rows(let table):
      table.possibleMore > 0
        || table.rows.contains { row in
          row.contains { if case .figure(let figure) = $0 { !figure.isExact } else { false } }
        }
    case .funnel(let funnel): !funnel.figure.isExact
    case .transitions(let transitions): transitions.open > 0
    case .card, .verdicts, .citation, .code: false
    }
  }
}
