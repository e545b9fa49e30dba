// The format of reference managers: CSL-JSON, an item for each source and one for the answer.

extension OutputFormat {
  /// CSL-JSON as Zotero and pandoc read it: an array of items.
  static let csl = OutputFormat(
    name: "csl", summary: "the sources and the answer itself as CSL-JSON items"
  ) { answer, _ in
    let items = answer.provenance.sources.map(CSL.item) + [CSL.item(answer)]
    return StyledText(JSONValue.array(items).pretty + "\n")
  }
}

/// Makes CSL-JSON items.
private enum CSL {
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
