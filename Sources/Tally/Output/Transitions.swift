// How the answers of rows changed between two days: a table of three by three, and who changed.

/// The rows of a set by their answer on two days.
///
/// Only rows that certainly belong to the set on both days are in the table, so its numbers are
/// exact; the others are counted beside it.
public struct Transitions: Sendable, Equatable {
  /// A row with its two answers.
  public struct Row: Sendable, Equatable {
    /// Its key: `17031`.
    public var key: String
    /// Its name: `Cook County`.
    public var name: String
    /// The thing that tells apart rows of one name: `Illinois`; empty for none.
    public var within: String
    /// Its answer on the first day.
    public var from: Truth
    /// Its answer on the second day.
    public var to: Truth

    /// A row.
    public init(key: String, name: String, within: String, from: Truth, to: Truth) {
      self.key = key
      self.name = name
      self.within = within
      self.from = from
      self.to = to
    }

    /// `Cook County, Illinois`.
    var label: String { within.isEmpty ? name : name + ", " + within }
  }

  /// The rows that share both answers.
  public struct Move: Sendable, Equatable {
    /// Their answer on the first day.
    public var from: Truth
    /// Their answer on the second day.
    public var to: Truth
    /// How many rows they are.
    public var count: Int
    /// Of rows that changed, by what the later answer rests on; where it is not known, why.
    public var because: [LabelledCount]
    /// How many later answers rest on evidence of medium confidence.
    public var medium: Int

    /// A move.
    public init(
      from: Truth, to: Truth, count: Int, because: [LabelledCount] = [], medium: Int = 0
    ) {
      self.from = from
      self.to = to
      self.count = count
      self.because = because
      self.medium = medium
    }

    /// Whether the answers differ.
    var isChange: Bool { from != to }
    /// `unknown to yes`.
    var words: String { from.rawValue + " to " + to.rawValue }
  }

  /// The names of the fields that a row's key, name and surroundings are of.
  public struct Titles: Sendable, Equatable {
    /// The field that names a row.
    public var key: String
    /// The field that names it for people.
    public var name: String
    /// Empty where nothing tells rows of one name apart.
    public var within: String

    /// Titles.
    public init(key: String, name: String, within: String) {
      self.key = key
      self.name = name
      self.within = within
    }
  }

  /// The field: `detainers`.
  public var field: String
  /// What it means, in words.
  public var label: String
  /// The first period, as it was typed.
  public var from: String
  /// The second period, as it was typed.
  public var to: String
  /// What a row is.
  public var unit: Unit
  /// How the fields of a row are called.
  public var titles: Titles
  /// The rows that certainly belong to the set on both days, in their order.
  public var rows: [Row]
  /// The nine moves: from yes, no, unknown to yes, no, unknown.
  public var moves: [Move]
  /// How many rows belong to the set on the first day only.
  public var onlyFrom: Int
  /// How many rows belong to the set on the second day only.
  public var onlyTo: Int
  /// How many further rows may belong on one of the days or on both.
  public var open: Int

  /// Transitions.
  public init(
    field: String, label: String, from: String, to: String, unit: Unit, titles: Titles,
    rows: [Row], moves: [Move], onlyFrom: Int, onlyTo: Int, open: Int
  ) {
    self.field = field
    self.label = label
    self.from = from
    self.to = to
    self.unit = unit
    self.titles = titles
    self.rows = rows
    self.moves = moves
    self.onlyFrom = onlyFrom
    self.onlyTo = onlyTo
    self.open = open
  }

  /// How many rows went from one answer to another.
  public func count(_ from: Truth, _ to: Truth) -> Int {
    moves.first { $0.from == from && $0.to == to }?.count ?? 0
  }

  /// The rows that went from one answer to another.
  func rows(_ move: Move) -> [Row] { rows.filter { $0.from == move.from && $0.to == move.to } }

  /// The cells whose answers differ and that have rows: a known answer that is another one first,
  /// then what became known, then what is known no longer.
  var changed: [Move] {
    let some = moves.filter { $0.isChange && $0.count > 0 }
    return some.filter { $0.from != .unknown && $0.to != .unknown }
      + some.filter { $0.from == .unknown } + some.filter { $0.to == .unknown }
  }
}

// MARK: Words

extension Transitions {
  /// `detainers: Keeps people past release for ICE, from 2017 to 2026`.
  var title: String {
    (label == field ? field : "\(field): \(label)") + ", from \(from) to \(to)"
  }

  /// `0 counties changed between yes and no; 58 became known; 0 are known no longer`: what became
  /// known is no change of what is done, so the two are never one number.
  var summary: String {
    let turned = count(.yes, .no) + count(.no, .yes)
    let known = count(.unknown, .yes) + count(.unknown, .no)
    let lost = count(.yes, .unknown) + count(.no, .unknown)
    return "\(unit.counted(turned)) changed between yes and no; "
      + "\(NumberText.grouped(known)) became known; "
      + "\(NumberText.grouped(lost)) \(lost == 1 ? "is" : "are") known no longer"
  }

  /// The table of three by three with its sums.
  var table: Table {
    let sides = Truth.allCases
    let columns =
      [AnswerColumn("from \(from)", .text)]
      + sides.map { AnswerColumn("\($0.rawValue) \(to)", .number) } + [AnswerColumn("all", .number)]
    let rows = sides.map { from in
      [.text(from.rawValue)] + numbers(sides.map { count(from, $0) })
    }
    let total = [.none] + numbers(sides.map { to in sides.reduce(0) { $0 + count($1, to) } })
    return Table(
      columns: columns, rows: rows, unit: Unit(.count, singular: "answer", plural: "answers"),
      matched: rows.count, total: total, base: self.rows.count)
  }

  /// Numbers and their sum.
  private func numbers(_ counts: [Int]) -> [Cell] {
    (counts + [counts.reduce(0, +)]).map { .number(Double($0)) }
  }

  /// `unknown to yes: 30; 28 by state law, 2 by 287(g) agreement`.
  func line(_ move: Move) -> String {
    let counted = "\(move.words): \(unit.counted(move.count))"
    guard move.to != .unknown else {
      let reasons = EvidenceText.list(move.because)
      return counted + (reasons.isEmpty ? "" : "; \(reasons)")
    }
    let evidence = Evidence(
      basis: move.because.filter { !$0.label.isEmpty }, settledBy: [], medium: move.medium,
      unsettled: [], reasons: [])
    return counted + (EvidenceText.basis(evidence).map { "; " + $0 } ?? "")
  }

  /// `: Cook County, Illinois; Will County, Illinois; and 12 more in the format csv`.
  /// - Parameter most: the most rows that are named.
  func named(_ move: Move, most: Int = .max) -> String {
    let rows = rows(move)
    let left = rows.count - most
    let names = rows.prefix(left > 0 ? most : .max).map { CleanText.line($0.label) }
    return ": " + names.joined(separator: "; ")
      + (left > 0 ? "; and \(NumberText.grouped(left)) more in the format csv" : "")
  }

  /// `58 counties that belong on both days`.
  var base: String { unit.counted(rows.count) + " on both days" }

  /// What is not in the table.
  var beside: [String] {
    var lines: [String] = []
    if onlyFrom + onlyTo > 0 {
      lines.append(
        "on only one of the days: \(unit.counted(onlyFrom)) in \(from), "
          + "\(NumberText.grouped(onlyTo)) in \(to)")
    }
    if open > 0 {
      lines.append("may belong, and not in the table: \(unit.counted(open))")
    }
    return lines
  }
}

// MARK: Formats

extension Transitions {
  /// The titles of a flat file: one row for each row of the table, changed or not.
  var fieldTitles: [String] {
    [titles.key, titles.name] + (titles.within.isEmpty ? [] : [titles.within])
      + ["from", "to"]
  }

  /// The rows of a flat file.
  var fieldRows: [[FlatField]] {
    rows.map { row in
      [.text(row.key), .text(row.name)] + (titles.within.isEmpty ? [] : [.text(row.within)])
        + [.bare(row.from.rawValue), .bare(row.to.rawValue)]
    }
  }
}

extension Answer {
  /// The members of transitions in JSON, with every row that changed.
  func members(of transitions: Transitions) -> [(String, JSONValue)] {
    let cells = transitions.moves.map { move in
      var members: [(String, JSONValue)] = [
        ("from", .string(move.from.rawValue)), ("to", .string(move.to.rawValue)),
        ("count", .integer(move.count)),
      ]
      if move.isChange {
        members += [
          ("because", .counts(move.because)), ("medium", .integer(move.medium)),
          (
            "rows",
            .array(
              transitions.rows(move).map { row in
                .line(.object([("key", .string(row.key)), ("name", .string(row.label))]))
              })
          ),
        ]
      }
      return JSONValue.object(members)
    }
    return [
      ("kind", .string("transitions")),
      ("field", .string(transitions.field)), ("label", .string(transitions.label)),
      ("from", .string(transitions.from)), ("to", .string(transitions.to)),
      ("base", .integer(transitions.rows.count)),
      ("only_from", .integer(transitions.onlyFrom)), ("only_to", .integer(transitions.onlyTo)),
      ("open", .integer(transitions.open)),
      ("changed", .integer(transitions.changed.reduce(0) { $0 + $1.count })),
      ("cells", .array(cells)), ("unit", .string(transitions.unit.plural)),
      ("as_of", provenance.asOf.json),
    ]
  }
}

extension AnswerLayout {
  /// The most rows that a screen names for each change.
  private static let mostNames = 12

  /// The table, then each change with what settles it and who it is.
  func write(_ transitions: Transitions, _ footer: Footer) -> StyledText {
    var text = StyledText(CleanText.line(transitions.title), .heading)
      .lines(width: width, hanging: 2)
    text.append(StyledText(CleanText.line(transitions.summary)).lines(width: width, hanging: 2))
    text.append("\n")
    let grid = Grid(transitions.table, asOf: footer.provenance.asOf, marks: marks)
    let layout = GridLayout(grid, width: width, marks: marks)
    let parts =
      layout?.parts(ruled: isRuled) ?? GridLayout.records(grid, width: width, marks: marks)
    text.append(parts.text)
    text.append("\n")
    for move in transitions.changed {
      let isOpen = move.to == .unknown
      text.append(
        StyledText(CleanText.line(transitions.line(move)), isOpen ? .unknown : .plain)
          .lines(width: width, hanging: 4))
      let names = transitions.named(move, most: width == nil ? .max : AnswerLayout.mostNames)
      text.append(
        StyledText(String(names.dropFirst(2)), .muted).lines(
          width: width, indent: 2, hanging: 2))
    }
    if !transitions.changed.isEmpty { text.append("\n") }
    for line in transitions.beside {
      text.append(StyledText(line, .unknown).lines(width: width, indent: 2, hanging: 4))
    }
    let base = StyledText(footer.base(transitions.base), .muted)
    text.append(footer.referenced(base, indent: 2, width: width))
    footer.end(&text, width: width)
    return text
  }
}
