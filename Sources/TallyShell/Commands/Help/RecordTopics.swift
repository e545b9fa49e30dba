// The pages on the record: its relations, fields, links and published totals.

import Tally

extension HelpTopic {
  /// The pages on what a dataset has.
  static func record(_ dataset: Dataset) -> [HelpTopic] {
    dataset.relations.flatMap { topics(of: $0.schema) } + dataset.editions.map(topic)
  }

  private static func topics(of schema: RelationSchema) -> [HelpTopic] {
    let name = schema.name
    let relation = HelpTopic(
      name, "relation", meaning: "each is " + schema.meaning,
      details: schema.caveat.isEmpty ? [] : [schema.caveat],
      examples: ["count \(name)", "show fields of \(name)"])
    let fields = schema.fields.map { field in
      HelpTopic(
        field.name, "field of \(name)", meaning: field.type.word + ": " + field.explained,
        details: field.caveat.isEmpty ? [] : [field.caveat], examples: examples(field, schema))
    }
    let links = schema.links.map { link in
      HelpTopic(
        link.name, "link of \(name), to \(link.target)", meaning: link.meaning,
        examples: ["count \(name) with \(link.name)", "list \(name) with \(link.name) | take 5"])
    }
    return [relation] + fields + links
  }

  /// Questions that show a field at work, by the type of its values.
  private static func examples(_ field: Field, _ schema: RelationSchema) -> [String] {
    let (relation, name) = (schema.name, field.name)
    let shown = schema.title == name ? name : "\(schema.title), \(name)"
    let first =
      switch field.type {
      case .answer: "count \(relation) where \(name)"
      case .category, .link: "count \(relation) by \(name)"
      case .date: "count \(relation) by year(\(name))"
      case .text, .number: "list \(relation) | show \(shown) | take 5"
      }
    return [first, "show \(name) of \(relation)"]
  }

  private static func topic(of edition: TotalsEdition) -> HelpTopic {
    let set = "\(edition.relation) as of \(edition.year)"
    let field = edition.fields.first { $0.yes != nil && $0.no != nil }?.field
    return HelpTopic(
      String(edition.year), "published totals",
      meaning: "\(set) is \(edition.name): totals of \(edition.base.count) "
        + "\(edition.unit.plural), as published or bounded by them, and no rows",
      details: ["the record's own rows: \(edition.relation) as of \(edition.year)-12-31"],
      examples: ["count \(set)"] + (field.map { ["count \(set) where \($0)"] } ?? []))
  }
}
