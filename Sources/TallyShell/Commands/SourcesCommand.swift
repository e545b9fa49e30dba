// `:sources`: the documents that the record rests on.

import Tally

extension Command {
  /// Lists the sources, or those that contain a text.
  static let sources = Command(
    name: "sources", usage: ":sources [text]", summary: "the documents that the record rests on",
    purpose: .look,
    detail: "Lists the documents whose title, publisher, key or address contains a text, letter "
      + "case aside, or all of them: the publisher, the date, how many facts about counties and "
      + "rules of states rest on it, and where it is found.",
    examples: [":sources Texas", "list sources where title contains \"TRUST\""]
  ) { shell, argument in
    let sources = RecordSource.all(of: shell.session.dataset).filter { $0.contains(argument) }
    guard !sources.isEmpty else {
      return shell.report.paragraph(
        "No source contains \"\(argument)\"; :sources alone lists all of them.", .muted)
    }
    guard shell.showsListings, !argument.isEmpty, sources.count <= RecordSource.mostInFull else {
      // A screen has no room for keys and addresses: they are shown of fewer.
      let all = Array(RecordSource.columns.indices)
      let shown = shell.showsListings ? Array(all[1..<5]) : all
      return shell.show(
        sources.map { source in shown.map { source.cells[$0] } },
        shown.map { RecordSource.columns[$0] },
        of: Unit(.count, singular: "source", plural: "sources"),
        asked: argument.isEmpty ? ":sources" : ":sources " + argument,
        asOf: shell.session.dataset.latest,
        notes: argument.isEmpty && shell.showsListings
          ? [":sources and a word shows fewer, each with its address"] : [])
    }
    var text = StyledText()
    let width = shell.report.width
    for source in sources {
      text.paragraph(source.reference.title, .heading, width: width, hanging: 4)
      text.paragraph(source.details, width: width, indent: 4)
      text.paragraph(source.reference.place, .source, width: width, indent: 4)
    }
    text.paragraph(
      "\(sources.count) of \(shell.session.dataset.sources.count) sources", .muted, width: width,
      indent: 2)
    shell.report.write(text)
  }
}

/// A source with what rests on it.
struct RecordSource {
  /// The most that are shown in full on a screen.
  static let mostInFull = 40

  let reference: SourceReference
  /// How many facts about counties rest on it, alone or with others.
  let facts: Int
  /// How many rules of states do.
  let rules: Int

  static let columns = [
    AnswerColumn("id", .text), AnswerColumn("title", .text), AnswerColumn("publisher", .text),
    AnswerColumn("published", .date), AnswerColumn("facts", .number),
    AnswerColumn("rules", .number), AnswerColumn("place", .text),
  ]

  var cells: [Cell] {
    [
      .text(reference.id), .text(reference.title), .text(reference.publisher),
      reference.published.isEmpty ? .none : .date(reference.published), .number(Double(facts)),
      .number(Double(rules)), .text(reference.place),
    ]
  }

  var details: String {
    let date = reference.published.isEmpty ? "undated" : reference.published
    let numbers = [(facts, "fact"), (rules, "rule")].filter { $0.0 > 0 }.map { count, word in
      "\(NumberText.grouped(count)) \(word)\(count == 1 ? "" : "s")"
    }
    let rest = numbers.isEmpty ? "no fact or rule rests on it" : numbers.joined(separator: ", ")
    return "\(reference.id): \(reference.publisher), \(date); \(rest)"
  }

  /// Whether a text stands in what is said of it, letter case aside.
  func contains(_ text: String) -> Bool {
    let wanted = text.lowercased()
    let texts = [reference.id, reference.title, reference.publisher, reference.place]
    return wanted.isEmpty || texts.contains { $0.lowercased().contains(wanted) }
  }

  /// Every source, in the order of the record.
  static func all(of dataset: Dataset) -> [RecordSource] {
    let facts = uses(of: "facts", dataset)
    let rules = uses(of: "state_rules", dataset)
    let ordered = dataset.sources.values.sorted { a, b in
      (a.id.count, a.id) < (b.id.count, b.id)
    }
    return ordered.map {
      RecordSource(reference: $0, facts: facts[$0.id] ?? 0, rules: rules[$0.id] ?? 0)
    }
  }

  /// How many rows of a relation rest on each source, by its key.
  private static func uses(of name: String, _ dataset: Dataset) -> [String: Int] {
    guard let number = dataset.relation(name), let sources = dataset.relation("sources"),
      case .text(let keyCodes, let keyTexts)? = dataset.relations[sources].column("id")?.values,
      let first = dataset.relations[number].column("source"),
      case .link(let rows) = first.values
    else { return [:] }
    var others: [[String]] = []
    var codes: Codes = []
    if case .text(let found, let texts)? = dataset.relations[number].column("other_sources")?.values
    {
      codes = found
      others = texts.map { $0.split(separator: " ").map(String.init) }
    }
    var counts: [String: Int] = [:]
    for row in rows.indices {
      var keys: Set<String> = codes.isEmpty ? [] : Set(others[codes[row]])
      if first.isKnown(row) { keys.insert(keyTexts[keyCodes[Int(rows[row])]]) }
      for key in keys { counts[key, default: 0] += 1 }
    }
    return counts
  }
}
