// The values that completion offers: places, words of categories, texts, dates.

extension Completer {
  // MARK: Places

  /// Every place: outer ones by name and by code, then inner ones by their names in full.
  var places: [CompletionChoice] {
    let placed = dataset.relations.indices.filter { dataset.relations[$0].schema.place != nil }
    let outer = placed.filter { dataset.relations[$0].schema.place?.within == nil }
    let inner = placed.filter { dataset.relations[$0].schema.place?.within != nil }
    return (outer + inner).map { places(of: $0, isValue: false) }
  }

  /// The places of one relation.
  private func places(of number: Int, isValue: Bool) -> CompletionChoice {
    let relation = dataset.relations[number]
    let list = cache.list("\(isValue ? "values" : "places") of " + relation.schema.name) {
      let isInner = relation.schema.place?.within != nil
      return CandidateList(isInner ? innerPlaces(number) : outerPlaces(number, isValue))
    }
    return CompletionChoice(list, isQuotable: true)
  }

  private func outerPlaces(_ number: Int, _ isValue: Bool) -> [CandidateList.Candidate] {
    let names = dataset.placeNames(number)
    let rows = (0..<dataset.relations[number].count).map { (names.label($0), names.code($0)) }
    let byName = rows.sorted { $0.0 < $1.0 }.map {
      Completion(text: quoted($0.0), kind: .place, meaning: $0.1)
    }
    let byCode = rows.sorted { $0.1 < $1.1 }.map {
      Completion(text: isValue ? quoted($0.1) : $0.1, kind: .place, meaning: $0.0)
    }
    return (byName + byCode).map { CandidateList.Candidate(completion: $0) }
  }

  /// Each by its full name, its name without the ending where no other has the same, and its code.
  private func innerPlaces(_ number: Int) -> [CandidateList.Candidate] {
    let relation = dataset.relations[number]
    let names = dataset.placeNames(number)
    let rows = (0..<relation.count).map { row in
      (label: names.label(row), short: names.shortLabel(row), code: names.code(row))
    }
    var counts: [String: Int] = [:]
    for row in rows { counts[row.short, default: 0] += 1 }
    let sorted = rows.sorted { $0.label < $1.label }
    return sorted.map { row in
      let short = row.short != row.label && counts[row.short] == 1 ? [quoted(row.short)] : []
      return CandidateList.Candidate(
        completion: Completion(
          text: quoted(row.label), kind: .place, meaning: relation.schema.singular),
        others: short + ["#" + row.code])
    }
  }

  /// The rows of the kind that `show` was given, by what people call them.
  /// - Parameter isValue: whether they stand in a condition, where `OR` wants quotes.
  func rows(of subject: String, isValue: Bool = false) -> [CompletionChoice] {
    guard let number = dataset.relations.firstIndex(where: { $0.schema.singular == subject }) else {
      return []
    }
    let schema = dataset.relations[number].schema
    if schema.place != nil { return [places(of: number, isValue: isValue)] }
    return texts(schema, schema.title)
      + (schema.key == schema.title ? [] : texts(schema, schema.key))
  }

  // MARK: Values

  /// What a field after `is` may be.
  /// - Parameter isText: whether only texts in quotes may stand there.
  func values(
    _ start: RelationSchema?, _ path: [String], isText: Bool = false
  ) -> [CompletionChoice] {
    guard let start else { return [] }
    if path.count > 1, let aspect = GroundAspect(rawValue: path[0]), start.field(path[0]) == nil {
      return [words(aspect, start, Array(path.dropFirst()))]
    }
    guard let schema = schema(start, after: Array(path.dropLast())), let name = path.last,
      let column = schema.field(name)
    else { return [] }
    switch schema.fields[column].type {
    case .answer:
      return [CompletionChoice(["yes", "no"].map { value($0, of: name, isBare: true) })]
    case .category(let words):
      return [
        CompletionChoice(CandidateList(words.map { value($0, of: name) }), isQuotable: true)
      ]
    case .link(let target):
      guard let number = dataset.relation(target) else { return [] }
      return rows(of: dataset.relations[number].schema.singular, isValue: true)
    case .text: return texts(schema, name, isText: isText)
    case .number, .date: return []
    }
  }

  /// The texts of a column, each once, in the order of the alphabet.
  private func texts(
    _ schema: RelationSchema, _ field: String, isText: Bool = false
  ) -> [CompletionChoice] {
    guard let number = dataset.relation(schema.name) else { return [] }
    let list = cache.list("\(isText ? "texts" : "values") of \(schema.name).\(field)") {
      guard case .text(_, let texts)? = dataset.relations[number].column(field)?.values else {
        return CandidateList([Completion]())
      }
      return CandidateList(
        Set(texts).filter { !$0.isEmpty && !$0.contains(where: \.isNewline) }.sorted().map {
          isText
            ? Completion(text: "\"\($0)\"", kind: .value, meaning: "a value of \(field)")
            : value($0, of: field)
        })
    }
    return [CompletionChoice(list, isQuotable: true)]
  }

  /// What the grounds of an answer say.
  private func words(
    _ aspect: GroundAspect, _ start: RelationSchema, _ path: [String]
  ) -> CompletionChoice {
    guard let schema = schema(start, after: Array(path.dropLast())),
      let number = dataset.relation(schema.name), let column = path.last.flatMap(schema.field),
      case .answer(_, let grounds) = dataset.relations[number].columns[column].values
    else { return CompletionChoice([]) }
    return CompletionChoice(
      CandidateList(aspect.words(of: grounds).map { value($0, of: aspect.rawValue) }),
      isQuotable: true)
  }

  private func value(_ text: String, of field: String, isBare: Bool = false) -> Completion {
    Completion(
      text: isBare ? text : quoted(text), kind: .value, meaning: "a value of \(field)")
  }

  /// The days of the lists, and the years of totals; `latest` is a word of the grammar.
  var periods: CompletionChoice {
    let list = cache.list("periods") {
      let days = Set(dataset.relations.indices.flatMap(dataset.lists)).sorted()
      let years = dataset.editions.map {
        Completion(
          text: String($0.year), kind: .value, meaning: "\($0.relation) by the totals of \($0.name)"
        )
      }
      return CandidateList(
        years
          + days.map {
            Completion(text: $0.description, kind: .value, meaning: "the day of a list")
          })
    }
    return CompletionChoice(list, isPeriod: true)
  }

  /// A text as it is written where a value belongs: with quotes unless it is a word.
  private func quoted(_ text: String) -> String {
    let isWord =
      text.first?.isASCII == true && text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return isWord && !Reserved.contains(text.lowercased())
      ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
