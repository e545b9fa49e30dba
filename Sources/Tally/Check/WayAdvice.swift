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

  /// What makes a link between two tables, where one or both are the user's: the other of two
  /// tables of the user's is taken to name the first, as `calls` do in `offices with calls`.
  func linkAdvice(_ one: RelationSchema, _ other: RelationSchema) -> [String] {
    guard one.name != other.name else { return [] }
    let isOwn = (one.timing == .undated, other.timing == .undated)
    guard isOwn.0 || isOwn.1 else { return [] }
    let own = isOwn.1 ? other : one
    let target = middle(own.name == one.name ? other : one)
    if let field = own.fields.first(where: { $0.type == .link(to: target.name) }) {
      return ["the link of \(own.name) to \(target.name) is called \(field.name)"]
    }
    guard let key = key(of: target) else {
      let what = "names a row of \(target.name), and by which of its columns"
      return linking(own, what, "COLUMN", target)
    }
    return linking(own, "has the \(key) of \(target.name)", key, target)
  }

  private func linking(
    _ own: RelationSchema, _ what: String, _ key: String, _ target: RelationSchema
  ) -> [String] {
    let link = "\(own.name).COLUMN to \(target.name).\(key)"
    return [
      "to link them, say which column of \(own.name) \(what):",
      ":link \(link), or --link '\(link)' where tally is started",
    ]
  }

  /// What rows are called by others; nil where they have only the numbers of their lines.
  private func key(of schema: RelationSchema) -> String? {
    guard !schema.key.isEmpty, let number = dataset.relation(schema.name) else { return nil }
    let isNumber =
      schema.timing == .undated && schema.field(schema.key) == dataset.relations[number].numbered
    return isNumber ? nil : schema.key
  }

  /// A dot behind what is no link: a user's column that a link is made of, or could be.
  func noStep(_ name: Name, _ type: String, _ schema: RelationSchema) -> Diagnostic {
    let link = schema.fields.first { field in
      guard schema.timing == .undated, case .link(let target) = field.type else { return false }
      let singular = dataset.relation(target).map { self.schema($0).singular } ?? target
      return ["linked_" + name.text, "\(name.text)_\(singular)"].contains(field.name)
        || field.name == singular && name.text.hasPrefix(singular)
    }
    return .noStep(
      name, type, link: link?.name,
      help: schema.timing == .undated ? linkAdvice(schema, named: name.text) : [])
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
