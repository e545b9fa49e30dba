// `:values`: which values a field has, and how often.

import Tally

extension Command {
  /// Counts the rows by the values of a field.
  static let values = Command(
    name: "values", usage: ":values field", summary: "the values of a field, with their counts",
    purpose: .look,
    detail: "Counts the rows by each value of a field, unknown among them; of a number, shows the "
      + "least, the middle and the greatest. A bare name is looked for in counties first; "
      + "agencies.kind means the field of that table.",
    examples: [":values detainers", ":values agencies.kind"],
    arguments: { session in
      let named = session.dataset.relations.flatMap { relation in
        relation.schema.fields.map { field in
          let owner = relation.schema.name
          return (owner == "counties" ? field.name : owner + "." + field.name, field.meaning)
        }
      }
      return named + session.definitions.filter { $0.relation != nil }.map { ($0.name, $0.meaning) }
    }
  ) { shell, argument in
    guard !argument.isEmpty else {
      return shell.report.complain("write :values and a field, such as :values detainers")
    }
    switch FieldName.find(argument.lowercased(), in: shell.session) {
    case .success(let found):
      let questions = found.questions.map { group in group.filter(shell.canAsk) }
      guard let group = questions.first(where: { !$0.isEmpty }) else {
        // None can be asked: the first says why.
        if let first = found.questions.first?.first { shell.aside(first) }
        return
      }
      for question in group {
        shell.report.entry(question)
        guard shell.aside(question) else { return }
      }
    case .failure(let problem): shell.report.complain(problem.message)
    }
  }
}

/// A field that a reader named, alone or with its table.
struct FieldName {
  /// Why there is none.
  struct Problem: Error {
    let message: String
  }

  /// The table.
  let relation: String
  /// The field, or a name that the session has given to a condition or value.
  let name: String
  /// What its values are; nil for a name that the session has given.
  let type: FieldType?

  /// The field of a text: `detainers`, `agencies.kind`.
  static func find(_ text: String, in session: Session) -> Result<FieldName, Problem> {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let schemas = session.dataset.relations.map(\.schema)
    if parts.count == 2 {
      guard let schema = schemas.first(where: { $0.name == parts[0] }) else {
        return .failure(Problem(message: TableName.unknown(parts[0], in: session.dataset)))
      }
      return find(parts[1], in: [schema], session.definitions.filter { $0.relation == parts[0] })
    }
    let ordered =
      schemas.filter { $0.name == "counties" } + schemas.filter { $0.name != "counties" }
    return find(text, in: ordered, session.definitions)
  }

  private static func find(
    _ name: String, in schemas: [RelationSchema], _ definitions: [Definition]
  ) -> Result<FieldName, Problem> {
    for schema in schemas {
      guard let column = schema.field(name) else { continue }
      let type = schema.fields[column].type
      return .success(FieldName(relation: schema.name, name: name, type: type))
    }
    if let definition = definitions.first(where: { $0.name == name }),
      let relation = definition.relation
    {
      return .success(FieldName(relation: relation, name: name, type: nil))
    }
    let names = schemas.flatMap { $0.fields.map(\.name) }
    let guess = Spelling.nearest(name, in: names).first.map { ": did you mean \($0)?" }
    let owner = schemas.count == 1 ? schemas[0].name + " has" : "there is"
    return .failure(
      Problem(message: "\(owner) no field \"\(name)\"" + (guess ?? "; :fields lists them")))
  }

  /// The questions that show its values, the better ones first: those of one group are asked
  /// together.
  var questions: [[String]] {
    let byValue = "count \(relation) by \(name)"
    let byCount = byValue + " | sort by count down"
    switch type {
    case .answer, .category: return [[byValue]]
    case .text, .link, nil: return [[byCount], [byValue]]
    case .date: return [["count \(relation) by year(\(name))"], [byValue]]
    case .number:
      return [["min", "median", "max"].map { "\($0) \(name) of \(relation)" }, [byCount]]
    }
  }
}
