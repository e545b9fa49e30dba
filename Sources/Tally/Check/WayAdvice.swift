// Advice where a name belongs to linked rows, or to rows that no link leads to yet.

extension Checker {
  /// The paths to fields of a name in the rows that a row is linked to, the shortest ones:
  /// `county.state` for `state`.
  /// - Complexity: O(fields of the relations within `WayAdvice.mostHops` links).
  func ways(to name: String, from schema: RelationSchema) -> [String] {
    var level: [(path: String, schema: RelationSchema)] = [("", schema)]
    for _ in 0..<WayAdvice.mostHops {
      let next = level.flatMap { step in
        step.schema.fields.compactMap { field -> (path: String, schema: RelationSchema)? in
          guard case .link(let target) = field.type, let relation = dataset.relation(target) else {
            return nil
          }
          return (step.path + field.name + ".", self.schema(relation))
        }
      }
      let found = next.filter { $0.schema.field(name) != nil }.map { $0.path + name }
      guard found.isEmpty else { return found }
      level = next
    }
    return []
  }

  /// What makes a link of a user's rows to others, where one of two relations is the user's.
  func linkAdvice(_ one: RelationSchema, _ other: RelationSchema) -> [String] {
    guard let own = [one, other].first(where: { $0.timing == .undated }) else { return [] }
    let target = middle(own.name == one.name ? other : one)
    if let field = own.fields.first(where: { $0.type == .link(to: target.name) }) {
      return ["the link of \(own.name) to \(target.name) is called \(field.name)"]
    }
    guard !target.key.isEmpty, own.name != target.name else { return [] }
    let link = "\(own.name).COLUMN to \(target.name).\(target.key)"
    return [
      "to link them, say which column of \(own.name) has the \(target.key) of \(target.name):",
      ":link \(link), or --link '\(link)' where tally is started",
    ]
  }

  /// The places by which rows are in an outer place: the counties of states.
  private func middle(_ place: RelationSchema) -> RelationSchema {
    dataset.relations.lazy.map(\.schema).first { schema in
      guard let within = schema.place?.within, let at = schema.field(within) else { return false }
      return schema.fields[at].type == .link(to: place.name)
    } ?? place
  }

  /// The same for a name that is no field of a user's rows, but what others are called.
  func linkAdvice(_ own: RelationSchema, named name: String) -> [String] {
    guard
      let target = dataset.relations.first(where: {
        $0.schema.singular == name || $0.schema.name == name
      })
    else { return [] }
    return linkAdvice(own, target.schema)
  }
}

/// The limits of advice about ways.
enum WayAdvice {
  /// How many links a way that is offered may follow: `agency.county.state` follows two.
  static let mostHops = 2
}
