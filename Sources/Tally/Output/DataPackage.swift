// A dataset as a Frictionless Data Package: CSV files and a description that tools can check.

/// The files of a package: every relation with the rows of all dates, and the answers both as of
/// the dataset's day and with their histories.
///
/// Specification: Data Package (https://specs.frictionlessdata.io/data-package/), Table Schema
/// (https://specs.frictionlessdata.io/table-schema/).
///
///     let package = DataPackage(try EnforcementData.dataset())
///     // package.files().first?.path is "datapackage.json"
public struct DataPackage {
  /// A file of the package.
  public struct File: Sendable {
    /// Its path within the package.
    public var path: String
    /// What it holds.
    public var text: String
  }

  private let dataset: Dataset

  /// The package of a dataset.
  public init(_ dataset: Dataset) { self.dataset = dataset }

  /// Every file, the description first.
  /// - Complexity: O(cells of the dataset).
  public func files() -> [File] {
    let tables = dataset.record.indices.flatMap(self.tables)
    let description = File(path: "datapackage.json", text: json(tables).pretty + "\n")
    return [description] + tables.map { File(path: "data/\($0.name).csv", text: $0.text) }
  }

  private func json(_ tables: [PackageTable]) -> JSONValue {
    var licences: [Licence] = []
    for licence in tables.compactMap(\.licence) where !licences.contains(licence) {
      licences.append(licence)
    }
    var members: [(String, JSONValue)] = [
      ("name", .string(dataset.name)), ("version", .string(dataset.version)),
      ("hash", .string("sha256:" + dataset.hash)), ("as_of", .string(dataset.asOf.description)),
      (
        "description",
        .string(
          "answers as of \(dataset.asOf); lists of all dates. An empty cell does not apply, the "
            + "word unknown is not known.")
      ),
    ]
    if !licences.isEmpty { members.append(("licenses", .array(licences.map(\.json)))) }
    members.append(("resources", .array(tables.map(\.resource))))
    return .object(members)
  }

  // MARK: Relations

  /// A relation's table, and those of its answers' histories.
  private func tables(_ number: Int) -> [PackageTable] {
    let relation = dataset.record[number]
    let schema = relation.schema
    var table = PackageTable(
      name: schema.name, meaning: schema.meaning, key: [schema.key], columns: [],
      count: relation.count, licence: schema.licence,
      sources: (schema.sources + linkedSources(relation)).compactMap { dataset.sources[$0] })
    let now = dataset.relations[number]
    for (at, field) in schema.fields.enumerated() {
      if case .link(let target) = field.type, let key = key(of: target) {
        table.foreign.append((field.name, target, key))
      }
      let isAnswer = field.type == .answer
      table.columns.append(column(field, isAnswer ? now.columns[at] : relation.columns[at]))
      table.columns += ends(field, relation.columns[at])
      if let candidates = candidates(field, relation.columns[at]) {
        table.columns.append(candidates)
      }
    }
    if !relation.isOrderedByKey {
      table.columns.append(
        PackageTable.Column(
          name: PackageTable.line, type: "integer", meaning: "the place of the row in the file"
        ) { "\($0 + 1)" })
    }
    return [table] + histories(relation)
  }

  /// The names of a relation's tables and of their columns.
  func headers(_ number: Int) -> [(name: String, columns: [String])] {
    tables(number).map { ($0.name, $0.columns.map(\.name)) }
  }

  /// The first and the last day that a date can mean, where some are known by month or year only.
  private func ends(_ field: Field, _ column: Column) -> [PackageTable.Column] {
    guard case .date(let first, let last) = column.values, !column.isPrecise else { return [] }
    return [("first", first), ("last", last)].map { word, days in
      PackageTable.Column(
        name: "\(field.name)_\(word)", type: "date",
        meaning: "the \(word) day that \(field.name) can mean"
      ) { column.isKnown($0) ? Day(number: days[$0]).description : "" }
    }
  }

  /// The keys of the sources that the rows link to, each once.
  private func linkedSources(_ relation: Relation) -> [String] {
    guard let keys = keys(of: "sources") else { return [] }
    var found: [String] = []
    for (field, column) in zip(relation.schema.fields, relation.columns) {
      guard field.type == .link(to: "sources"), case .link(let rows) = column.values else {
        continue
      }
      let distinct = Set(rows.indices.filter(column.isKnown).map { rows[$0] })
      found += distinct.sorted().map { keys[Int($0)] }
    }
    return found.filter { !relation.schema.sources.contains($0) }
  }

  /// What an unknown link may lead to, where that is known; nil where no row has such.
  private func candidates(_ field: Field, _ column: Column) -> PackageTable.Column? {
    guard !column.candidates.isEmpty, case .link(let target) = field.type,
      let keys = keys(of: target)
    else { return nil }
    return PackageTable.Column(
      name: "\(field.name)_candidates", type: "string",
      meaning: "keys of \(target) that an unknown \(field.name) may be, blanks between"
    ) { row in
      (column.candidates[row] ?? []).sorted().map { keys[Int($0)] }.joined(separator: " ")
    }
  }

  private func key(of relation: String) -> String? {
    dataset.relation(relation).map { dataset.record[$0].schema.key }
  }

  private func column(_ field: Field, _ column: Column) -> PackageTable.Column {
    func described(
      _ type: String, _ constraints: [(String, JSONValue)] = [], _ known: @escaping (Int) -> String
    ) -> PackageTable.Column {
      PackageTable.Column(
        name: field.name, type: type, meaning: field.meaning, constraints: constraints
      ) { row in
        column.unknown[row] ? "unknown" : column.none[row] ? "" : known(row)
      }
    }
    func enumerated(_ words: [String]) -> [(String, JSONValue)] {
      [("enum", .array(words.map { .string($0) }))]
    }
    switch column.values {
    case .answer(let codes, let grounds):
      return described("string", enumerated(["yes", "no"])) {
        grounds[Int(codes[$0])].value.rawValue
      }
    case .text(let codes, let texts):
      var constraints: [(String, JSONValue)] = []
      if case .category(let words) = field.type { constraints = enumerated(words) }
      return described("string", constraints) { texts[Int(codes[$0])] }
    case .number(let low, _): return described("number") { NumberText.exact(low[$0]) }
    case .date(let first, let last):
      return described(column.isPrecise ? "date" : "string") {
        Period.text(Day(number: first[$0]), Day(number: last[$0]))
      }
    case .link(let rows):
      guard case .link(let target) = field.type, let keys = keys(of: target) else {
        return described("string") { _ in "" }
      }
      return described("string") { keys[Int(rows[$0])] }
    case .history: return described("string") { _ in "unknown" }
    }
  }

  private func keys(of relation: String) -> [String]? {
    guard let number = dataset.relation(relation) else { return nil }
    let relation = dataset.record[number]
    guard case .text(let codes, let texts)? = relation.column(relation.schema.key)?.values else {
      return nil
    }
    return codes.map { texts[Int($0)] }
  }

  // MARK: Histories

  /// One piece of an answer's history.
  private struct Piece {
    var row: Int
    var field: String
    var since: Day?
    var ground: Int
  }

  /// The pieces of every answer's history, and the grounds that they point to.
  private func histories(_ relation: Relation) -> [PackageTable] {
    var pieces: [Piece] = []
    var shared: [Ground] = []
    for (field, column) in zip(relation.schema.fields, relation.columns) {
      guard case .history(let codes, let timelines, let grounds) = column.values else { continue }
      shared = grounds
      for (row, code) in codes.enumerated() {
        for piece in timelines[Int(code)].pieces {
          pieces.append(
            Piece(row: row, field: field.name, since: piece.since, ground: Int(piece.ground)))
        }
      }
    }
    guard !pieces.isEmpty, let keys = keys(of: relation.schema.name) else { return [] }
    let name = "\(relation.schema.name)_grounds"
    return [
      history(pieces, keys, relation.schema, grounds: name),
      self.grounds(shared, name, relation.schema),
    ]
  }

  private func history(
    _ pieces: [Piece], _ keys: [String], _ schema: RelationSchema, grounds: String
  ) -> PackageTable {
    typealias Column = PackageTable.Column
    return PackageTable(
      name: "\(schema.name)_history",
      meaning: "what each answer was from which day; the first piece holds from ever",
      key: ["id"],
      columns: [
        Column(name: "id", type: "string", meaning: "a key") { "\($0 + 1)" },
        Column(name: schema.singular, type: "string", meaning: "the \(schema.singular)") {
          keys[pieces[$0].row]
        },
        Column(name: "field", type: "string", meaning: "the answer") { pieces[$0].field },
        Column(name: "since", type: "date", meaning: "its first day; empty for from ever") {
          pieces[$0].since?.description ?? ""
        },
        Column(name: "ground", type: "string", meaning: "how it came about") {
          "G\(pieces[$0].ground + 1)"
        },
      ], count: pieces.count,
      foreign: [
        (schema.singular, schema.name, schema.key), ("ground", grounds, "id"),
      ], licence: schema.licence)
  }

  private func grounds(
    _ grounds: [Ground], _ name: String, _ schema: RelationSchema
  ) -> PackageTable {
    typealias Column = PackageTable.Column
    return PackageTable(
      name: name, meaning: "how an answer came about: value, evidence, sources", key: ["id"],
      columns: [
        Column(name: "id", type: "string", meaning: "a key") { "G\($0 + 1)" },
        Column(name: "value", type: "string", meaning: "yes, no or unknown") {
          grounds[$0].value.rawValue
        },
        Column(name: "reason", type: "string", meaning: "why it is not known") {
          grounds[$0].reason ?? ""
        },
        Column(name: "basis", type: "string", meaning: "what it rests on, joined by +") {
          grounds[$0].basis
        },
        Column(name: "confidence", type: "string", meaning: "high or medium") {
          grounds[$0].confidence
        },
        Column(name: "detail", type: "string", meaning: "the evidence in words") {
          grounds[$0].detail
        },
        Column(name: "sources", type: "string", meaning: "keys of sources, blanks between") {
          grounds[$0].sources.joined(separator: " ")
        },
      ], count: grounds.count, licence: schema.licence)
  }
}
