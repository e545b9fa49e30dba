// The format of reference managers: CSL-JSON, an item for each source and one for the answer.

extension OutputFormat {
  /// CSL-JSON as Zotero and pandoc read it: an array of items.
  public static let csl = OutputFormat(
    name: "csl", summary: "the sources and the answer itself as CSL-JSON items"
  ) { answer, _ in
    StyledText(CSL.items(answer).pretty + "\n")
  }
}

extension Answer {
  /// What must travel beside bare cells, as JSON: the question, its date, the dataset and its hash,
  /// base, what is unknown, notes, and the sources as CSL-JSON items.
  ///
  /// `base`, `base_low` (less where the base itself is not settled) and `unknown` are of the answer
  /// as a whole: `unknown` is the rows that are not settled, of a list those that may belong; null
  /// where each group has its own and nothing sums them.
  public var citationRecord: String {
    let (base, low, unknown): (Int?, Int?, Int?) =
      switch content {
      case .figure(let figure): (figure.base, figure.baseLow, figure.unknown)
      case .funnel(let funnel): (funnel.figure.base, funnel.figure.baseLow, funnel.figure.unknown)
      case .rows(let table): (table.base, table.baseLow, table.possibleMore)
      case .groups(let table): (table.base, table.baseLow, table.totalUnknown)
      case .card, .verdicts, .transitions, .citation, .code: (nil, nil, nil)
      }
    let record = JSONValue.object([
      ("query", .string(provenance.query)),
      ("as_of", provenance.asOf.json),
      (
        "dataset",
        .object([
          ("name", .string(provenance.dataset)), ("version", .string(provenance.version)),
          ("hash", .string(provenance.hash)),
        ])
      ),
      ("base", base.map { .integer($0) } ?? .null),
      ("base_low", low.map { .integer($0) } ?? .null),
      ("unknown", unknown.map { .integer($0) } ?? .null),
      ("notes", .array(notes.map { .string($0) })),
      ("csl", CSL.items(self)),
    ])
    return record.pretty + "\n"
  }
}

extension Table {
  /// What is not settled in the ungrouped answer, where that was asked for.
  fileprivate var totalUnknown: Int? {
    for case .figure(let figure) in total ?? [] { return figure.unknown }
    return nil
  }
}

/// Makes CSL-JSON items.
private enum CSL {
  /// An item for each source, and the answer itself last.
  static func items(_ answer: Answer) -> JSONValue {
    .array(answer.provenance.sources.map(\.made).map(item) + [item(answer)])
  }

  static func item(_ source: SourceReference) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(source.id)),
      ("type", .string(source.hasAddress ? "webpage" : "document")),
      ("title", .string(source.title)),
    ]
    if !source.publisher.isEmpty {
      members.append(("author", .array([.object([("literal", .string(source.publisher))])])))
      members.append(("publisher", .string(source.publisher)))
    }
    if !source.published.isEmpty { members.append(("issued", issued(source.published))) }
    if !source.place.isEmpty {
      members.append((source.hasAddress ? "URL" : "source", .string(source.place)))
    }
    return .object(members)
  }

  /// The answer: a dataset's version, with what was asked and what came out in its note.
  static func item(_ answer: Answer) -> JSONValue {
    let citation = Citation(of: answer)
    let provenance = answer.provenance
    return .object([
      ("id", .string("tally-" + citation.hash.prefix(12))),
      ("type", .string("dataset")),
      ("title", .string("Answer to: " + citation.question)),
      ("author", .array([.object([("literal", .string("tally"))])])),
      ("version", .string(provenance.dataset + " " + provenance.version)),
      ("note", .string(citation.entry(provenance, .ascii))),
    ])
  }

  /// A date at the precision that is known: year, month and day, or the words themselves.
  private static func issued(_ published: String) -> JSONValue {
    let parts = published.split(separator: "-").map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == parts.count, (1...3).contains(parts.count), numbers[0] >= 1000 else {
      return .object([("literal", .string(published))])
    }
    return .object([("date-parts", .array([.array(numbers.map { .integer($0) })]))])
  }
}
