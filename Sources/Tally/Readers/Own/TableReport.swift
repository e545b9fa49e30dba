// The relation and the report of a file that was read.

extension TableMaker {
  /// The table.
  /// - Throws: `DatasetError` where no row could be read, or not every row and that is required.
  func table() throws(DatasetError) -> LoadedTable {
    let first = passes[0]
    try refuse(first)
    let made = try columns()
    let key = keyColumn(made)
    var fields = header.names.indices.map { field($0, made[$0]) }
    let columns = made.map(\.column)
    guard first.rows <= NumberedRows.mostRows else {
      throw DatasetError(faults: ["a table can have at most 2,147,483,646 rows"])
    }
    if key == nil { fields.insert(rowField, at: 0) }
    let schema = RelationSchema(
      options.name, singular: EnglishNoun.singular(of: options.name),
      meaning: "A row of \(source.name).", key: key ?? header.rowName, fields: fields,
      shown: Array(header.names.prefix(TableMaker.mostShown)))
    let counted = counted(made, first.rows)
    let relation =
      key == nil
      ? Relation(
        schema, NumberedRows(rows: first.rows, columns: columns, counted: counted.behind(1)))
      : Relation(schema, MadeRows(rows: first.rows, columns: columns, counted: counted))
    return LoadedTable(
      relation: relation,
      report: report(made, first), foreignKeys: foreignKeys, digest: first.digest)
  }

  /// What is known of the numbers of rows now that all are there.
  private func counted(_ made: [MadeColumn], _ rows: Int) -> RowCounts {
    var counted = RowCounts()
    for (number, column) in made.enumerated() { counted.texts[number] = column.textCounts }
    counted.answers = AnswerCounts(made.map(\.column), rows: rows, workers)
    return counted
  }

  /// How many columns `list` shows unless told otherwise.
  private static var mostShown: Int { 8 }

  private func refuse(_ result: PassResult) throws(DatasetError) {
    let isEmpty = result.rows == 0 && result.problemCount > 0
    guard isEmpty || options.isStrict && result.problemCount > 0 else { return }
    let shown = result.problems.prefix(5).map { problem in
      "\(source.name), line \(problem.line)\(problem.column.map { ", \($0)" } ?? ""): "
        + problem.reason
    }
    let count = result.problemCount
    let what =
      isEmpty ? "no row could be read" : "\(count) row\(count == 1 ? "" : "s") could not be read"
    throw DatasetError(faults: ["\(source.name): \(what)"] + shown)
  }

  private func field(_ column: Int, _ made: MadeColumn) -> Field {
    let said = header.fields[column]?.meaning ?? ""
    var field = Field(
      header.names[column], made.type, label: header.title(column),
      meaning: said.isEmpty ? "The column \(header.titles[column]) of \(source.name)." : said)
    field.judged = made.judged
    if let unit = nameUnit(of: header.originals[column], made.column) { field.unit = (unit, unit) }
    return field
  }

  /// What the words in a title say of whole numbers: that they are years or codes.
  private static let namesInTitles = [
    "year": "year", "yr": "year", "fy": "year", "fips": "code", "geoid": "code", "zip": "code",
    "code": "code", "id": "code",
  ]
  /// How many rows are looked at for a number that is not whole.
  private static let mostNamesLooked = 10_000

  /// The unit of a column of numbers that are names, as its title says; nil for another column.
  private func nameUnit(of title: String, _ column: Column) -> String? {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let unit = words.last.flatMap({ TableMaker.namesInTitles[$0] }), !words.contains("per"),
      case .number(let low, let high) = column.values
    else { return nil }
    let rows = 0..<min(low.count, TableMaker.mostNamesLooked)
    let areWhole = rows.allSatisfy { row in
      !column.isKnown(row) || low[row] == high[row] && low[row] == low[row].rounded()
    }
    return areWhole ? unit : nil
  }

  private var rowField: Field {
    Field(
      header.rowName, .text, label: "row",
      meaning: "The number of the row among those of \(source.name) that could be read.")
  }

  /// The declared key, where it is one column of text that is never unknown and never repeats.
  private func keyColumn(_ made: [MadeColumn]) -> String? {
    guard let names = options.schema?.primaryKey, names.count == 1,
      let column = header.originals.firstIndex(of: names[0]), made[column].type == .text,
      case .text(let codes, let texts) = made[column].column.values,
      made[column].column.unknown.isEmpty, texts.count == codes.count
    else { return nil }
    return header.names[column]
  }

  /// Declared links by the names in the language.
  private var foreignKeys: [ForeignKey] {
    (options.schema?.foreignKeys ?? []).map { key in
      let names = key.fields.map { name in
        header.originals.firstIndex(of: name).map { header.names[$0] } ?? name
      }
      return ForeignKey(fields: names, table: key.table, targets: key.targets)
    }
  }

  private func report(_ made: [MadeColumn], _ first: PassResult) -> LoadReport {
    var format = sniffed.format
    format.encoding = encoding
    let columns = made.enumerated().map { number, column in
      LoadedColumn(
        original: sniffed.format.hasHeader ? header.originals[number] : "",
        name: header.names[number], type: column.type, reason: column.reason,
        unknownWords: column.unknownWords, emptyCells: column.emptyCells)
    }
    return LoadReport(
      format: format, rows: first.rows, columns: columns, problems: first.problems,
      problemCount: first.problemCount, notes: notes(made, first))
  }

  private func notes(_ made: [MadeColumn], _ first: PassResult) -> [String] {
    var notes: [String] = []
    if !sniffed.preamble.isEmpty {
      notes.append("Before the header: \(sniffed.preamble.joined(separator: " / ")).")
    }
    if !sniffed.format.hasHeader { notes.append("The file has no header.") }
    if first.blankLines > 0 {
      let isOne = first.blankLines == 1
      notes.append("\(first.blankLines) empty line\(isOne ? " was" : "s were") passed over.")
    }
    if encoding == .latin1, options.encoding == nil {
      notes.append("The file is not UTF-8 and was read as Windows-1252.")
    }
    if let names = options.schema?.primaryKey, !names.isEmpty, keyColumn(made) == nil {
      notes.append(
        "The declared key \(names.joined(separator: ", ")) is no column of text that tells "
          + "each row apart, so rows have numbers as their keys.")
    }
    for field in options.schema?.fields ?? [] where !field.unchecked.isEmpty {
      notes.append(
        "\(field.name): what the schema says of \(field.unchecked.joined(separator: ", ")) "
          + "was not checked.")
    }
    for (number, column) in made.enumerated() {
      if let note = column.note { notes.append("\(header.names[number]) is text: \(note).") }
    }
    return notes
  }
}
