// An answer as rows of plain fields, for CSV and TSV: nothing that a spreadsheet would misread.

/// A field of a flat file.
enum FlatField: Equatable {
  /// A text.
  case text(String)
  /// A number, a date or a word of ours: never quoted.
  case bare(String)
  /// A value that is not known: the word `unknown`.
  case unknown
  /// A value that does not apply: nothing.
  case none

  /// The field without any quoting.
  var plain: String {
    switch self {
    case .text(let text), .bare(let text): text
    case .unknown: "unknown"
    case .none: ""
    }
  }
}

/// An answer as titles and rows of fields.
///
/// A file leaves the prompt and its footer behind, so each row carries what must not be lost: rows
/// and groups end with `as_of`, `dataset`, `possible_more` (how many further rows may belong) and
/// `query`.
struct FlatTable {
  /// The titles of the columns.
  private(set) var titles: [String]
  /// The rows, the total last where there is one.
  private(set) var rows: [[FlatField]]

  /// The fields of an answer.
  init(_ answer: Answer) {
    switch answer.content {
    case .figure(let figure):
      (titles, rows) = FlatTable.single(figure, answer)
      append(answer.provenance, extra: FlatTable.query(answer))
    case .groups(let table), .rows(let table):
      let singles = table.columns.count { $0.type == .figure } == 1
      let bare = FlatTable.columnsWithoutBase(table)
      let more = MoreOfFigures(table)
      titles = table.columns.enumerated().flatMap { index, column in
        FlatTable.titles(column, singles, !bare.contains(index), more.titles(index))
      }
      rows = table.rows.map { FlatTable.row($0, table.columns, bare, more) }
      rows += table.total.map { [FlatTable.total($0, table.columns, bare, more)] } ?? []
      append(answer.provenance, extra: ("possible_more", .bare(String(table.possibleMore))))
      add("query", .text(CleanText.query(answer.provenance.query)))
    case .card(let card):
      titles = ["title", "field", "label", "value", "reason", "basis", "detail", "sources"]
      rows = FlatTable.rows(of: card, answer)
      append(answer.provenance, extra: nil)
    case .funnel(let funnel):
      titles = ["step", "condition", "kept", "dropped", "aside", "sources"]
      rows = FlatTable.rows(of: funnel, answer)
      append(answer.provenance, extra: FlatTable.query(answer))
    case .verdicts(let verdicts):
      titles = [
        "figure", "document", "qualifier", "published", "low", "high", "verdict", "because",
        "sources",
      ]
      rows = verdicts.findings.map { FlatTable.row($0, answer) }
      append(answer.provenance, extra: FlatTable.query(answer))
    case .transitions(let transitions):
      titles = transitions.fieldTitles
      rows = transitions.fieldRows
      append(answer.provenance, extra: FlatTable.query(answer))
    case .citation(let citation):
      titles = ["id", "title", "publisher", "published", "place"]
      rows = FlatTable.rows(of: citation, answer)
      append(answer.provenance, extra: FlatTable.query(answer))
    case .code(let code):
      titles = ["language", "dialect", "code"]
      rows = [[.text(code.language), code.dialect.map { .text($0) } ?? .none, .text(code.text)]]
      append(answer.provenance, extra: FlatTable.query(answer))
    }
  }

  /// One figure: a row.
  private static func single(
    _ figure: Figure, _ answer: Answer
  ) -> (titles: [String], rows: [[FlatField]]) {
    let isOpen = figure.openLow != nil
    let titles = [
      "low", "high", "unknown", "base", "base_low", "unit", "unit_kind", "base_unit", "of_known",
      "known", "basis", "sources",
    ]
    return (
      titles + (isOpen ? openTitles : []),
      [bounds(figure) + rest(figure) + [sources(answer)] + (isOpen ? open(figure) : [])]
    )
  }

  private static func sources(_ answer: Answer) -> FlatField {
    optional(answer.provenance.sources.map(\.id).joined(separator: " "))
  }

  private static func query(_ answer: Answer) -> (String, FlatField) {
    ("query", .text(CleanText.query(answer.provenance.query)))
  }

  private static func rows(of card: Card, _ answer: Answer) -> [[FlatField]] {
    card.entries.map { entry in
      let sources = answer.sourceIdentifiers(entry.sources).joined(separator: " ")
      return [
        .text(card.title), .text(entry.name), .text(entry.label), field(entry.value),
        reason(entry.value), optional(entry.basis), optional(entry.detail), optional(sources),
      ]
    }
  }

  /// A row for each source, the answer itself last.
  private static func rows(of citation: Citation, _ answer: Answer) -> [[FlatField]] {
    let sources = answer.provenance.sources.map(\.made).map { source -> [FlatField] in
      [
        .text(source.id), .text(source.title), optional(source.publisher),
        optional(source.published), optional(source.place),
      ]
    }
    let own = citation.entry(answer.provenance, .ascii)
    return sources + [
      [.text("tally-" + citation.hash.prefix(12)), .text(own), .none, .none, .none]
    ]
  }

  private static func row(_ finding: Verdicts.Finding, _ answer: Answer) -> [FlatField] {
    let sources = answer.sourceIdentifiers(finding.sources).joined(separator: " ")
    return [
      .text(finding.figure), optional(finding.document), .text(finding.qualifier),
      number(finding.published), finding.low.map { number($0) } ?? .none,
      finding.low == nil ? .none : number(finding.high), .text(finding.verdict.rawValue),
      .text(finding.because), optional(sources),
    ]
  }

  /// A row for each step of a funnel: the rows to begin with first, the answer last.
  private static func rows(of funnel: Funnel, _ answer: Answer) -> [[FlatField]] {
    func sources(_ indices: [Int]) -> FlatField {
      optional(answer.sourceIdentifiers(indices).joined(separator: " "))
    }
    let begin: [FlatField] = [
      .text("base"), .none, count(funnel.base), .none, count(funnel.baseAside),
      sources(funnel.baseSources),
    ]
    let steps = funnel.steps.enumerated().map { index, step -> [FlatField] in
      [
        .text(String(index + 1)), .text(CleanText.query(step.condition)), count(step.kept),
        count(step.dropped), count(step.aside), sources(step.sources),
      ]
    }
    let end: [FlatField] = [
      .text("answer"), .text(CleanText.query(funnel.question)),
      count(funnel.steps.last?.kept ?? funnel.base), .none, count(funnel.open), .none,
    ]
    return [begin] + steps + [end]
  }

  /// Adds what every row carries; a title that is taken gets `answer_` before it.
  private mutating func append(_ provenance: Provenance, extra: (String, FlatField)?) {
    var fields: [(String, FlatField)] = [
      ("as_of", provenance.asOf == .unstated ? .none : .bare(provenance.asOf.description)),
      ("dataset", .text(provenance.dataset + " " + provenance.version)),
    ]
    if let extra { fields.append(extra) }
    for (title, field) in fields { add(title, field) }
  }

  /// A column that says the same in each row.
  private mutating func add(_ title: String, _ field: FlatField) {
    var free = title
    while titles.contains(free) { free = "answer_" + free }
    titles.append(free)
    for row in rows.indices { rows[row].append(field) }
  }

  /// Columns that say how others differ: they have ends, and no base of their own.
  private static func columnsWithoutBase(_ table: Table) -> Set<Int> {
    Set(
      table.columns.indices.filter { index in
        !table.columns[index].hasBase
          || table.rows.contains { row in
            guard index < row.count, case .figure(let figure) = row[index] else { return false }
            return figure.unit.kind.isDifference
          }
      })
  }

  /// A column's titles: a figure has four, and more where it rests on fewer rows.
  private static func titles(
    _ column: AnswerColumn, _ isOnly: Bool, _ hasBase: Bool, _ more: [String]
  ) -> [String] {
    guard column.type == .figure else { return [column.name] }
    let prefix = isOnly ? "" : column.name + "_"
    let titles =
      ["low", "high"] + (hasBase ? ["unknown", "base"] : [])
      + more
    return titles.map { prefix + $0 }
  }

  private static func row(
    _ cells: [Cell], _ columns: [AnswerColumn], _ bare: Set<Int>, _ more: MoreOfFigures
  ) -> [FlatField] {
    columns.indices.flatMap { index -> [FlatField] in
      let cell = index < cells.count ? cells[index] : .none
      guard columns[index].type == .figure else { return [field(cell)] }
      let width = bare.contains(index) ? 2 : 4
      let count = more.titles(index).count
      guard case .figure(let figure) = cell else {
        return Array(repeating: field(cell), count: width + count)
      }
      return bounds(figure).prefix(width) + more.fields(figure, index)
    }
  }

  /// The total's row; its first key says `total` where it would say nothing.
  private static func total(
    _ cells: [Cell], _ columns: [AnswerColumn], _ bare: Set<Int>, _ more: MoreOfFigures
  ) -> [FlatField] {
    var row = row(cells, columns, bare, more)
    if columns.first?.type != .figure, row.first == FlatField.none { row[0] = .text("total") }
    return row
  }

  private static func bounds(_ figure: Figure) -> [FlatField] {
    let ends: [FlatField] =
      switch figure.existence {
      case .certain where figure.isOfNothing: [.none, .none]
      case .certain: [number(figure.low), number(figure.high)]
      case .possible: [.unknown, .unknown]
      case .none: [.none, .none]
      }
    return ends + [count(figure.unknown), count(figure.base)]
  }

  private static func rest(_ figure: Figure) -> [FlatField] {
    [
      count(figure.baseLow), .text(figure.unit.plural), .bare(figure.unit.kind.word),
      .text(figure.baseUnit.plural), figure.ofKnown.map { number($0) } ?? .none,
      figure.known.map(count) ?? .none,
      optional(
        figure.totals?.words
          ?? figure.evidence?.basis.map { "\($0.count) \($0.label)" }.joined(separator: "; ")
          ?? ""),
    ]
  }

  /// The titles of what known values make where no end is proven.
  fileprivate static let openTitles = ["open_low", "open_high"]

  /// What known values make where no end is proven.
  fileprivate static func open(_ figure: Figure) -> [FlatField] {
    [figure.openLow, figure.openHigh].map { $0.map { number($0) } ?? .none }
  }

  /// A bound; one that cannot be proven is unknown.
  private static func number(_ value: Double?) -> FlatField {
    value.map { .bare(NumberText.exact($0)) } ?? .unknown
  }

  fileprivate static func count(_ value: Int) -> FlatField { .bare(String(value)) }

  private static func optional(_ text: String) -> FlatField { text.isEmpty ? .none : .text(text) }

  /// Why a value is not known; nothing where it is.
  private static func reason(_ cell: Cell) -> FlatField {
    guard case .unknown(let reason?) = cell else { return .none }
    return optional(reason)
  }

  private static func field(_ cell: Cell) -> FlatField {
    switch cell {
    case .text(let words): .text(words)
    case .number(let value), .percent(let value): number(value)
    case .date(let date): .bare(date)
    case .answer(let isYes): .bare(isYes ? "yes" : "no")
    case .figure(let figure): interval(figure)
    case .unknown: .unknown
    case .none: .none
    }
  }

  /// A figure in one field, outside a column of figures: `97` or `97 to 120`.
  private static func interval(_ figure: Figure) -> FlatField {
    let low = number(figure.low)
    return figure.isExact ? low : .bare(low.plain + " to " + number(figure.high).plain)
  }
}

/// What columns of figures have beside their ends and bases.
private struct MoreOfFigures {
  /// Measures that fewer rows have than their base.
  private let measured: Set<Int>
  /// Sums of which no end is proven.
  private let open: Set<Int>

  init(_ table: Table) {
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    func columns(where test: (Figure) -> Bool) -> Set<Int> {
      Set(
        table.columns.indices.filter { index in
          rows.contains { row in
            guard index < row.count, case .figure(let figure) = row[index] else { return false }
            return test(figure)
          }
        })
    }
    measured = columns { $0.isOfFewer || $0.lacksValues }
    open = columns { $0.openLow != nil }
  }

  func titles(_ index: Int) -> [String] {
    (measured.contains(index) ? ["known", "known_of"] : [])
      + (open.contains(index) ? FlatTable.openTitles : [])
  }

  func fields(_ figure: Figure, _ index: Int) -> [FlatField] {
    let known = [figure.known, figure.knownOf ?? figure.known]
    return (measured.contains(index) ? known.map { $0.map(FlatTable.count) ?? .none } : [])
      + (open.contains(index) ? FlatTable.open(figure) : [])
  }
}
