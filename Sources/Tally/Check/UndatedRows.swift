// A date said of rows that state none: it could choose nothing among them.

/// The words that say a date of rows without one.
struct UndatedRows {
  /// The first date that a query says, for one day or of several; nil where it says none.
  let span: Span
  /// The words that its sets begin with.
  private let heads: Set<String>

  init?(_ query: Query) {
    let dates = DatesOfQuery(query)
    guard let first = dates.all.first ?? dates.compared.first ?? query.core.years.first else {
      return nil
    }
    span = first.span
    heads = Set(dates.heads.map(\.text))
  }

  /// What is said of them.
  func refusal(_ relations: [RelationSchema]) -> Diagnostic {
    let undated = relations.filter { $0.timing == .undated }
    let named = undated.filter { heads.contains($0.name) }
    let own = named.isEmpty ? undated : named
    let names = own.map(\.name).joined(separator: " and ")
    let dates = own.flatMap { schema in
      schema.fields.filter { $0.type == .date }.map { "\(schema.name) where \($0.name) is 2020" }
    }
    return .datesOfUndatedRows(span, names, example: dates.first)
  }
}

extension Diagnostic {
  /// T508: a date for rows that state none.
  static func datesOfUndatedRows(
    _ span: Span, _ names: String, example: String?
  ) -> Diagnostic {
    Diagnostic(
      "T508", at: span, "the rows of \(names) state no date, so one cannot be chosen of them",
      help: [
        example.map { "to choose by a column of theirs say, for example: \($0)" }
          ?? "leave the date out"
      ])
  }
}
