// A dataset with tables of the user's own beside those of the record.

extension Dataset {
  /// This dataset with what a user adds. The record's own rows stay as they are; its schemas gain
  /// the ways to the user's rows.
  ///
  ///     let more = try record.extended(by: OwnData(tables: [visits]))
  ///     // more.hash differs from record.hash
  ///
  /// - Throws: `DatasetError` with every name that clashes and every link that cannot be made.
  /// - Complexity: O(rows of the added tables).
  public func extended(by own: OwnData) throws(DatasetError) -> Dataset {
    guard !own.isEmpty else { return self }
    var extending = DatasetExtending(self)
    try extending.add(own.facts)
    for table in own.tables { try extending.add(table) }
    for link in own.links { try extending.add(link) }
    return try Dataset(self, extending, own)
  }
}

/// The relations of a dataset while tables are added to it.
struct DatasetExtending {
  var record: [Relation]
  var sources: [String: SourceReference]
  var bases: [String]
  /// What became of the user's facts.
  var facts = FactsOutcome()
  let latest: Day
  private let base: Dataset
  private(set) var outcomes: [LinkOutcome] = []
  /// How many rows of each added table could not be read.
  private var unread: [String: Int] = [:]

  init(_ base: Dataset) {
    self.base = base
    record = base.record
    bases = base.bases
    latest = base.latest
    sources = base.sources
  }

  /// Adds a table.
  mutating func add(_ table: OwnTable) throws(DatasetError) {
    if let fault = clash(table) { throw DatasetError(faults: [fault]) }
    record.append(OwnSchema.described(table))
    unread[table.name] = table.unread
    sources[table.sourceKey] = table.source
  }

  /// Why a table cannot have its name; nil where it can.
  private func clash(_ table: OwnTable) -> String? {
    let name = table.name
    let way = "; give it another name: my_\(name)=PATH"
    if !OwnLink.isName(name) {
      return "\(name) is no name for a table: small letters, digits and _ make one" + way
    }
    if SchemaLint.reservedWords.contains(name) {
      return "\(table.file) cannot be called \(name), a word of the language" + way
    }
    for relation in record {
      let schema = relation.schema
      if schema.name == name {
        return "\(table.file) cannot be called \(name): there is a table of that name" + way
      }
      if schema.singular == name {
        return "\(table.file) cannot be called \(name), the word for a row of \(schema.name)" + way
      }
    }
    return nil
  }

  /// Adds a link from a table that was added.
  mutating func add(_ link: OwnLink) throws(DatasetError) {
    guard let from = record.firstIndex(where: { $0.schema.name == link.table }),
      record[from].schema.timing == .undated
    else { throw unknown(link.table, in: record.filter { $0.schema.timing == .undated }, link) }
    guard let onto = record.firstIndex(where: { $0.schema.name == link.target }) else {
      throw unknown(link.target, in: record, link)
    }
    var (field, column, outcome) = try OwnLinking(
      link: link, own: record[from], target: record[onto],
      places: onto < base.relations.count ? base.placeNames(onto) : nil
    ).made()
    if let taken = taken(outcome, from, onto) {
      throw DatasetError(faults: ["the link \(link.text) cannot be made: " + taken])
    }
    // A row that could not be read may be the one that is missed.
    outcome.isComplete = link.isComplete && unread[link.table] == 0
    let own = record[from]
    var schema = own.schema
    schema.fields.append(field)
    record[from] = Relation(schema, WidenedRows(base: own, last: column))
    record[onto] = OwnSchema.keyed(record[onto], by: link.targetField)
    var target = record[onto].schema
    target.links.append(
      Link(
        outcome.back, to: link.table, inverse: field.name, isComplete: outcome.isComplete,
        meaning: "the \(link.table) of your own whose \(link.field) names it"))
    record[onto] = record[onto].described(by: target)
    outcomes.append(outcome)
  }

  /// Why a link cannot have its name, or the way back its; nil where they can.
  private func taken(_ outcome: LinkOutcome, _ from: Int, _ onto: Int) -> String? {
    let (own, target) = (record[from].schema, record[onto].schema)
    let names = own.fields.map(\.name) + own.links.map(\.name)
    if names.contains(outcome.name) || SchemaLint.reservedWords.contains(outcome.name) {
      return "\(outcome.link.table) has \(outcome.name) already, or it is a word of the language; "
        + "say another name: \(outcome.link.table).\(outcome.link.field) to "
        + "\(outcome.link.target).\(outcome.link.targetField) as NAME"
    }
    if (target.fields.map(\.name) + target.links.map(\.name)).contains(outcome.back) {
      return "\(outcome.link.target) has \(outcome.back) already; open the file under another "
        + "name: my_\(outcome.link.table)=PATH"
    }
    return nil
  }

  private func unknown(
    _ name: String, in relations: [Relation], _ link: OwnLink
  ) -> DatasetError {
    let names = relations.map(\.schema.name)
    let guess = Spelling.nearest(name, in: names).first.map { ": did you mean \($0)?" }
    let kind = relations.count == record.count ? "no table" : "no table of your own called"
    return DatasetError(
      faults: ["the link \(link.text) cannot be made: there is \(kind) \(name)" + (guess ?? "")])
  }
}

/// What is said of a user's table beside what its file says.
enum OwnSchema {
  /// The table with a schema that claims no date and names the file as its source.
  static func described(_ table: OwnTable) -> Relation {
    var schema = table.relation.schema
    schema.timing = .undated
    schema.sources = [table.sourceKey]
    schema.caveat = table.caveat
    schema.singular = EnglishNoun.singular(of: schema.name)
    if schema.meaning.isEmpty { schema.meaning = "a row of \(table.file)" }
    if !isKey(schema.key, of: table.relation) { schema.key = "" }
    let title = schema.field(schema.title).map { schema.fields[$0].type }
    if title != .text { schema.title = schema.key }
    return table.relation.described(by: schema)
  }

  /// A relation that a link leads to by a field. Rows of the user's own without a key
  /// are called what the link calls them: by their numbers, `2` would be another row than the one
  /// whose field says 2.
  static func keyed(_ relation: Relation, by field: String) -> Relation {
    var schema = relation.schema
    let hasKey = !schema.key.isEmpty && schema.field(schema.key) != relation.numbered
    guard schema.timing == .undated, !hasKey else { return relation }
    if let named = WordedKeys.named(relation, by: field) {
      return keyed(named.relation, by: named.field)
    }
    guard isKey(field, of: relation) else { return relation }
    if schema.title == schema.key { schema.title = field }
    schema.key = field
    return relation.described(by: schema)
  }

  /// Whether a field tells all rows apart.
  private static func isKey(_ name: String, of relation: Relation) -> Bool {
    if let numbered = relation.numbered, relation.schema.field(name) == numbered { return true }
    guard let column = relation.column(name), case .text(let codes, let texts) = column.values,
      column.unknown.isEmpty, column.none.isEmpty
    else { return false }
    return codes.areDistinct(below: texts.count)
  }
}
