// What a dataset must not be: names that clash, links that lead nowhere, keys that repeat.

/// Finds the faults that would make the language ambiguous or an answer wrong.
enum SchemaLint {
  /// Every fault, in a sentence each. Rows that are not read yet are left so, unless `reading`.
  static func faults(in relations: [Relation], reading: Bool = false) -> [String] {
    var faults = repeated(relations.map(\.schema.name)).map { "two relations are named \($0)" }
    for relation in relations {
      faults += nameFaults(relation.schema)
      faults += linkFaults(relation.schema, relations)
      faults += titleFaults(relation.schema, relations)
      faults += timingFaults(relation.schema)
      guard reading || relation.isRead else { continue }
      let shape = shapeFaults(relation)
      if let error = relation.error {
        faults += error.faults
      } else {
        faults += shape + rowFaults(relation, relations)
      }
    }
    return faults
  }

  /// The dates that a relation's timing names must be dates of its rows.
  private static func timingFaults(_ schema: RelationSchema) -> [String] {
    let named: [String] =
      switch schema.timing {
      case .always, .undated, .list: []
      case .snapshots(let field): [field]
      case .dated(let since, let until): [since] + (until.map { [$0] } ?? [])
      }
    return named.filter { name in schema.field(name).map { schema.fields[$0].type } != .date }
      .map { "\(schema.name): \($0), which dates its rows, is no date" }
  }

  private static func nameFaults(_ schema: RelationSchema) -> [String] {
    var faults = repeated(schema.fields.map(\.name) + schema.links.map(\.name))
      .map { "\(schema.name): two fields or links are named \($0)" }
    for name in [schema.name] + schema.fields.map(\.name) + schema.links.map(\.name) {
      if reservedWords.contains(name) {
        faults.append("\(schema.name): \(name) is a word of the language")
      } else if !OwnLink.isName(name) {
        faults.append(
          "\(schema.name): \"\(name)\" is no name: small letters, digits and _ make one")
      }
    }
    let guarded = Set(
      schema.fields.filter { $0.type == .answer || $0.type == .number }.map(\.name))
    for field in schema.fields {
      guard case .category(let values) = field.type else { continue }
      for value in values where guarded.contains(value) {
        faults.append("\(schema.name): \(value) is a value of \(field.name) and a field")
      }
    }
    let key = schema.key.isEmpty ? [] : [schema.key]
    for name in key + schema.shown where schema.field(name) == nil {
      faults.append("\(schema.name): there is no field \(name)")
    }
    return faults + figureFaults(schema)
  }

  /// What is said of published numbers must be fields of the right type.
  private static func figureFaults(_ schema: RelationSchema) -> [String] {
    (schema.figures?.wanted ?? []).compactMap { wanted in
      let field = schema.field(wanted.name).map { schema.fields[$0] }
      guard let field, field.type == wanted.type ?? field.type else {
        return "\(schema.name): \(wanted.name), which says what is checked, is no such field"
      }
      return nil
    }
  }

  private static func linkFaults(
    _ schema: RelationSchema, _ relations: [Relation]
  ) -> [String] {
    func type(_ relation: String, _ field: String) -> FieldType? {
      relations.first { $0.schema.name == relation }.flatMap { relation in
        relation.schema.field(field).map { relation.schema.fields[$0].type }
      }
    }
    var faults: [String] = []
    for field in schema.fields {
      guard case .link(let target) = field.type else { continue }
      if !relations.contains(where: { $0.schema.name == target }) {
        faults.append("\(schema.name).\(field.name): there is no relation \(target)")
      }
    }
    for link in schema.links {
      let pointing = link.through ?? link.target
      if type(pointing, link.inverse) != .link(to: schema.name) {
        faults.append("\(schema.name).\(link.name): \(pointing).\(link.inverse) is no way back")
      }
      guard let pairs = link.through else { continue }
      if type(pairs, link.onward ?? "") != .link(to: link.target) {
        faults.append("\(schema.name).\(link.name): \(pairs) does not lead to \(link.target)")
      }
    }
    return faults
  }

  /// The columns with their fields, but for the numbers of rows, which are right as they are made.
  private static func checked(_ relation: Relation) -> [(field: Field, column: Column)] {
    zip(relation.schema.fields.indices, relation.columns.indices)
      .filter { $0.1 != relation.numbered }
      .map { (relation.schema.fields[$0.0], relation.columns[$0.1]) }
  }

  private static func rowFaults(_ relation: Relation, _ relations: [Relation]) -> [String] {
    let schema = relation.schema
    var faults: [String] = []
    for (field, column) in checked(relation) {
      guard case .link(let target) = field.type,
        let other = relations.first(where: { $0.schema.name == target })
      else { continue }
      let count = other.count
      guard case .link(let rows) = column.values,
        rows.indices.allSatisfy({ row in
          let isAbsent = count == 0 && column.count == rows.count && !column.isKnown(row)
          return isAbsent ? rows[row] == 0 : rows[row] >= 0 && Int(rows[row]) < count
        })
      else {
        faults.append("\(schema.name).\(field.name): a link leads out of \(target)")
        continue
      }
    }
    return faults
  }

  private static func shapeFaults(_ relation: Relation) -> [String] {
    let schema = relation.schema
    let columns = checked(relation)
    guard relation.columns.count == schema.fields.count,
      columns.allSatisfy({ $0.column.count == relation.count })
    else { return ["\(schema.name): columns and fields differ in number or length"] }
    let misfits = columns.filter { !fits($0.column, $0.field) }
    guard misfits.isEmpty else {
      return misfits.map {
        "\(schema.name).\($0.field.name): its column is not one of \($0.field.type.word)"
      }
    }
    // Rows of a user's own file may have nothing that tells them apart.
    guard !schema.key.isEmpty else { return [] }
    if let numbered = relation.numbered, schema.field(schema.key) == numbered { return [] }
    guard let key = relation.column(schema.key), case .text(let codes, let texts) = key.values
    else { return ["\(schema.name): its key \(schema.key) is not text"] }
    guard !codes.areDistinct(below: texts.count) else { return [] }
    var seen: Set<Int> = []
    let twice = codes.first { !seen.insert($0).inserted }
    return ["\(schema.name): the key \(twice.map { texts[Int($0)] } ?? "") stands twice"]
  }

  /// Whether a column is as long as its rows, of its field's type, and every code in it means
  /// something, whether its row has a value or not.
  private static func fits(_ column: Column, _ field: Field) -> Bool {
    let count = column.count
    guard column.none.count == count, (column.unknown & column.none).isEmpty else { return false }
    switch (column.values, field.type) {
    case (.answer(let codes, let grounds), .answer):
      return codes.count == count && codes.areBelow(grounds.count)
    case (.history(let codes, let timelines, let grounds), .answer):
      return codes.count == count && codes.areBelow(timelines.count)
        && timelines.allSatisfy { $0.pieces.allSatisfy { Int($0.ground) < grounds.count } }
    case (.text(let codes, let texts), .text):
      return codes.count == count && codes.areBelow(texts.count)
    case (.text(let codes, let texts), .category(let values)):
      return texts.elementsEqual(values) && codes.count == count
        && codes.areBelow(texts.count)
    case (.number(let low, let high), .number):
      guard low.count == count, high.count == count, low.areFinite else { return false }
      return low.isSame(as: high) || high.areFinite && zip(low, high).allSatisfy { $0 <= $1 }
    case (.date(let first, let last), .date):
      guard first.count == count, last.count == count else { return false }
      return Numbers.shareBuffer(first, last) || zip(first, last).allSatisfy { $0 <= $1 }
    case (.link(let rows), .link): return rows.count == count
    case (.answer, _), (.history, _), (.text, _), (.number, _), (.date, _), (.link, _): return false
    }
  }

  /// What names rows for people must be text, told apart by links that end somewhere.
  private static func titleFaults(
    _ schema: RelationSchema, _ relations: [Relation]
  ) -> [String] {
    func type(_ name: String) -> FieldType? { schema.field(name).map { schema.fields[$0].type } }
    var faults: [String] = []
    let titles = schema.title.isEmpty ? [] : [schema.title]
    let texts = titles + (schema.place.map { [$0.name, $0.code] } ?? [])
    for name in texts where type(name) != .text {
      faults.append("\(schema.name): \(name), which names its rows, is not text")
    }
    var seen = [schema.name]
    var within = schema.within.flatMap(type)
    if let name = schema.within, within == nil { faults.append("\(schema.name): no link \(name)") }
    while case .link(let target)? = within {
      guard !seen.contains(target) else {
        faults.append("\(schema.name): its rows lie within one another")
        break
      }
      seen.append(target)
      let outer = relations.first { $0.schema.name == target }?.schema
      within = outer?.within.flatMap { name in
        outer?.field(name).map { outer?.fields[$0].type } ?? nil
      }
    }
    return faults + boundFaults(schema, relations)
  }

  /// A link's bound and the place of what it leads to must be links to one relation.
  private static func boundFaults(_ schema: RelationSchema, _ relations: [Relation]) -> [String] {
    schema.fields.compactMap { field in
      guard let name = field.within, case .link(let target) = field.type else { return nil }
      let other = relations.first { $0.schema.name == target }?.schema
      guard let bound = schema.field(name).map({ schema.fields[$0].type }) else {
        return "\(schema.name).\(field.name): there is no link \(name) to bound it"
      }
      guard let place = other?.place?.within, let at = other?.field(place) else { return nil }
      return other?.fields[at].type == bound
        ? nil : "\(schema.name).\(field.name): \(name) does not bound \(target)"
    }
  }

  private static func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }

  /// The words that no field may have for a name. The syntax has its own list, which a test holds
  /// against this one: the two folders do not know each other.
  static let reservedWords: Set<String> = [
    "and", "or", "not", "certainly", "possibly", "is", "between", "in", "contains", "matches",
    "starts", "ends", "has", "yes", "no", "unknown", "known", "none", "where", "with", "without",
    "as", "of", "by", "across", "among", "from", "to", "against", "union", "intersect", "minus",
    "named", "latest", "percent",
  ]
}
