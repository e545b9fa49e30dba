// What a dataset must not be: names that clash, links that lead nowhere, keys that repeat.

/// Finds the faults that would make the language ambiguous or an answer wrong.
enum SchemaLint {
  /// Every fault, in a sentence each.
  static func faults(in relations: [Relation]) -> [String] {
    var faults = repeated(relations.map(\.schema.name)).map { "two relations are named \($0)" }
    let names = Set(relations.map(\.schema.name))
    for relation in relations {
      faults += nameFaults(relation.schema)
      faults += linkFaults(relation, names: names, relations: relations)
      faults += shapeFaults(relation)
    }
    return faults
  }

  private static func nameFaults(_ schema: RelationSchema) -> [String] {
    var faults = repeated(schema.fields.map(\.name) + schema.links.map(\.name))
      .map { "\(schema.name): two fields or links are named \($0)" }
    for name in schema.fields.map(\.name) + schema.links.map(\.name)
    where reservedWords.contains(name) {
      faults.append("\(schema.name): \(name) is a word of the language")
    }
    let guarded = Set(
      schema.fields.filter { $0.type == .answer || $0.type == .number }.map(\.name))
    for field in schema.fields {
      guard case .category(let values) = field.type else { continue }
      for value in values where guarded.contains(value) {
        faults.append("\(schema.name): \(value) is a value of \(field.name) and a field")
      }
    }
    for name in [schema.key] + schema.shown where schema.field(name) == nil {
      faults.append("\(schema.name): there is no field \(name)")
    }
    return faults
  }

  private static func linkFaults(
    _ relation: Relation, names: Set<String>, relations: [Relation]
  ) -> [String] {
    let schema = relation.schema
    var faults: [String] = []
    for (field, column) in zip(schema.fields, relation.columns) {
      guard case .link(let target) = field.type else { continue }
      guard let other = relations.first(where: { $0.schema.name == target }) else {
        faults.append("\(schema.name).\(field.name): there is no relation \(target)")
        continue
      }
      guard case .link(let rows) = column.values,
        rows.allSatisfy({ $0 >= 0 && Int($0) < max(1, other.count) })
      else {
        faults.append("\(schema.name).\(field.name): a link leads out of \(target)")
        continue
      }
    }
    for link in schema.links {
      let target = relations.first { $0.schema.name == link.target }
      let back = target.flatMap { target in
        target.schema.field(link.inverse).map { target.schema.fields[$0].type }
      }
      if back != .link(to: schema.name) {
        faults.append("\(schema.name).\(link.name): \(link.target).\(link.inverse) is no way back")
      }
    }
    return faults
  }

  private static func shapeFaults(_ relation: Relation) -> [String] {
    let schema = relation.schema
    guard relation.columns.count == schema.fields.count,
      relation.columns.allSatisfy({ $0.count == relation.count })
    else { return ["\(schema.name): columns and fields differ in number or length"] }
    guard let key = relation.column(schema.key), case .text(let codes, let texts) = key.values
    else { return ["\(schema.name): its key \(schema.key) is not text"] }
    guard Set(codes).count < relation.count else { return [] }
    var seen: Set<UInt32> = []
    let twice = codes.first { !seen.insert($0).inserted }
    return ["\(schema.name): the key \(twice.map { texts[Int($0)] } ?? "") stands twice"]
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
