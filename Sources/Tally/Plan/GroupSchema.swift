// The schema of groups: what stages may name after a grouping.

/// Groups are rows too: of the keys, then the figure.
enum GroupSchema {
  /// The schema of groups with these fields.
  static func schema(_ fields: [Field]) -> RelationSchema {
    RelationSchema(
      "groups", singular: "group", meaning: "the rows of a grouped answer",
      key: fields.first?.name ?? "", fields: fields, shown: fields.map(\.name))
  }
}
