// What `:help` knows a page about: read from the descriptors, nothing written twice.

import Tally

/// A word with a page.
struct HelpTopic: Sendable {
  /// The word.
  let name: String
  /// What it is: a verb, a field of a relation, a command.
  let kind: String
  /// The page; its text ends with a line end.
  let page: StyledText

  /// A topic whose page says what the word means, how it is said, and a few examples.
  init(
    _ name: String, _ kind: String, meaning: String, form: String = "", examples: [String] = []
  ) {
    self.name = name
    self.kind = kind
    var page = StyledText(name, .heading)
    page.line("  " + kind, .muted)
    page.line("  " + meaning)
    if !form.isEmpty { page.line("  " + form, .muted) }
    for example in examples { page.line("    " + example, .keyword) }
    self.page = page
  }

  /// Every topic: the language first, then what the dataset has, then our commands.
  static func all(of dataset: Dataset) -> [HelpTopic] {
    language + dataset.relations.flatMap { topics(of: $0.schema) }
      + dataset.editions.map(topic) + commands
  }

  /// The topics of a word, letter case and a colon aside. A field may be of several relations.
  static func named(_ name: String, in topics: [HelpTopic]) -> [HelpTopic] {
    let word = name.drop { $0 == ":" }.lowercased()
    return topics.filter { $0.name.lowercased() == word }
  }

  /// The word that a wrong one was probably meant for.
  static func nearest(to name: String, in topics: [HelpTopic]) -> String? {
    Spelling.nearest(name, in: topics.map(\.name)).first
  }

  private static var language: [HelpTopic] {
    Verb.all.map {
      HelpTopic($0.name, "verb", meaning: $0.summary, form: $0.grammar, examples: $0.examples)
    }
      + Preface.all.map {
        HelpTopic(
          $0.name, "before a verb", meaning: $0.summary, form: $0.grammar, examples: $0.examples)
      }
      + Stage.all.map {
        HelpTopic($0.word, "stage", meaning: $0.summary, form: $0.grammar, examples: [$0.example])
      }
      + ScalarFunction.all.map {
        HelpTopic(
          $0.name, "function", meaning: $0.meaning, form: $0.form, examples: [$0.example])
      }
      + WindowFunction.all.map {
        HelpTopic(
          $0.name, "function over all rows, in add", meaning: $0.meaning, form: $0.form,
          examples: [$0.example])
      }
      + LinkNumber.all.map {
        HelpTopic(
          $0.name, "number of linked things", meaning: $0.meaning, form: $0.grammar,
          examples: [$0.example])
      }
      + OutputFormat.all.map {
        HelpTopic($0.name, "format", meaning: $0.summary, examples: [":format \($0.name)"])
      }
      + dates
      + Keywords.meanings.sorted { $0.key < $1.key }
      .filter { word in !dates.contains { $0.name == word.key } }
      .map { HelpTopic($0.key, "word", meaning: $0.value) }
      + DiagnosticCode.all.map { code in
        HelpTopic(
          code.name, "message", meaning: code.meaning,
          examples: [
            code.wrong.map { "earns it:  " + $0 }, code.right.map { "mended:    " + $0 },
            "the whole of it:  :explain \(code.name)",
          ].compactMap(\.self))
      }
  }

  /// The pages on dates: each way to ask for it has the whole of it.
  private static var dates: [HelpTopic] {
    ["as", "as of"].map {
      HelpTopic(
        $0, "date", meaning: "the date of the whole question; a period means its last day",
        form: #"filter ::= "as" "of" period   a year, 2025-07, 2025-07-04, fy2018 or latest"#,
        examples: [
          "count counties where detainers as of 2019", "show county \"Travis, TX\" as of 2018-06",
        ])
    }
      + ["across", "across years", "years"].map {
        HelpTopic(
          $0, "date", meaning: "the same question at several dates, side by side",
          form: #"across ::= "across" "years" period ( "," period )*"#,
          examples: [
            "count counties where detainers across years 2019, latest",
            "count counties where detainers by state across years 2017, 2019, latest",
          ])
      }
  }

  private static func topics(of schema: RelationSchema) -> [HelpTopic] {
    let name = schema.name
    let relation = HelpTopic(
      name, "relation", meaning: "each is " + schema.meaning,
      examples: ["count \(name)", "show fields of \(name)"])
    let fields = schema.fields.map { field in
      HelpTopic(
        field.name, "field of \(name)", meaning: field.type.word + ": " + field.meaning,
        examples: field.type == .answer
          ? ["count \(name) where \(field.name)", "show \(field.name)"] : [])
    }
    let links = schema.links.map { link in
      HelpTopic(
        link.name, "link of \(name)", meaning: link.meaning,
        examples: ["count \(name) with \(link.name)"])
    }
    return [relation] + fields + links
  }

  private static func topic(of edition: TotalsEdition) -> HelpTopic {
    let set = "\(edition.relation) as of \(edition.year)"
    let field = edition.fields.first { $0.yes != nil && $0.no != nil }?.field
    return HelpTopic(
      String(edition.year), "published totals",
      meaning: "\(set) is \(edition.name): totals of \(edition.base.count) "
        + "\(edition.unit.plural), as published or bounded by them, and no rows",
      form: "the record's own rows: \(edition.relation) as of \(edition.year)-12-31",
      examples: ["count \(set)"] + (field.map { ["count \(set) where \($0)"] } ?? []))
  }

  private static var commands: [HelpTopic] {
    Command.all.map { HelpTopic($0.name, "command", meaning: $0.summary, form: $0.usage) }
  }
}
