// The columns of a file that was read, each with its type and how it was found.

/// A column that was made, with what the report says of it.
struct MadeColumn: Sendable {
  var column: Column
  var type: FieldType
  var reason: String
  var note: String?
  var unknownWords: [(word: String, count: Int)]
  var emptyCells: Int
  /// How many rows have each text: see `RowCounts`.
  var textCounts: [Int]?
  /// What made it text, where most of its cells could be of another type.
  var judged = ""
}

extension TableMaker {
  /// The columns of the file; each is made on a thread of its own.
  func columns() throws(DatasetError) -> [MadeColumn] {
    let made = PartResults<MadeColumn?>(header.names.count, nil)
    let errors = PartResults<DatasetError?>(header.names.count, nil)
    workers.run(header.names.count) { column in
      do throws(DatasetError) {
        made[column] = try self.column(column)
        // The next columns are written where the pieces of this one were.
        for reader in passes[places[column].pass].readers { reader.giveBack(places[column].task) }
      } catch {
        errors[column] = error
      }
    }
    for error in errors.all { if let error { throw error } }
    return made.all.compactMap(\.self)
  }

  private func column(_ column: Int) throws(DatasetError) -> MadeColumn {
    let place = places[column]
    let result = passes[place.pass]
    guard case .numbers = plans[column] else { return try words(column, place, result) }
    let numbers = NumberMerger.column(result, task: place.task)
    let words = NumberMerger.unknownWords(result, task: place.task)
    let declared = header.fields[column].map { $0.kind != .any } ?? false
    let isEmpty: (String) -> Bool = { UnknownWords.trimmed(Array($0.utf8)[...]).isEmpty }
    return MadeColumn(
      column: numbers, type: .number,
      reason: declared ? "declared" : "every known cell is a number", note: nil,
      unknownWords: words.filter { !isEmpty($0.word) },
      emptyCells: numbers.unknown.population
        - words.filter { !isEmpty($0.word) }.reduce(0) { $0 + $1.count })
  }

  private func words(
    _ column: Int, _ place: Place, _ result: PassResult
  ) throws(DatasetError) -> MadeColumn {
    let merged = try MergedWords(result, task: place.task, encoding: encoding)
    let unknown = unknown(column)
    let hasDropped = passes[0].problemCount > 0
    let plain = WordColumns(merged, hasDropped: hasDropped) { unknown.hasDeclared($0) }
    if let field = header.fields[column], field.kind != .any || !field.words.isEmpty {
      return declared(plain, field)
    }
    let typed = plain.with { unknown.has($0) }
    let found = ColumnKind.of(
      typed.known, options, delimiter: sniffed.format.delimiter,
      mayBeNumbers: reasons[column] == nil)
    let (kind, reason) = (found.kind, found.reason)
    switch kind {
    case .answers: return made(typed, typed.answers(AnswerWords()), .answer, reason)
    case .numbers(let marks): return made(typed, typed.numbers(marks), .number, reason)
    case .dates(let order):
      return made(typed, typed.dates { DateText.period($0, order) }, .date, reason)
    case .text:
      let why = reasons[column] ?? reason
      var text = made(plain, plain.texts(), .text, why, note: found.note ?? reasons[column])
      text.textCounts = plain.textCounts()
      text.judged = reasons[column] ?? ColumnKind.odd(among: typed.known)
      return text
    }
  }

  private func declared(_ words: WordColumns, _ field: TableField) -> MadeColumn {
    guard field.words.isEmpty else {
      return made(words, words.category(field.words), .category(field.words), "declared")
    }
    switch field.kind {
    case .boolean:
      return made(words, words.answers(CellRules.answers(field)), .answer, "declared")
    case .date, .datetime, .year, .yearmonth:
      let column = words.dates { CellRules.period($0, field) }
      return made(words, column, .date, "declared")
    case .string, .number, .integer, .any:
      return made(words, words.texts(), .text, "declared")
    }
  }

  private func made(
    _ words: WordColumns, _ column: Column, _ type: FieldType, _ reason: String,
    note: String? = nil
  ) -> MadeColumn {
    MadeColumn(
      column: column, type: type, reason: reason, note: note, unknownWords: words.unknownWords,
      emptyCells: words.emptyCells)
  }
}
