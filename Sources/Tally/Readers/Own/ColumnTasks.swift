// How each column is first read: as declared, or as the beginning of the file makes likely.

/// Makes the tasks of a first pass.
struct ColumnTasks {
  let options: TableOptions
  let header: TableHeader
  let sniffed: SniffedTable

  /// A task for each column.
  var all: [ColumnTask] {
    header.names.indices.map { column in
      guard let field = header.fields[column], field.kind != .any || !field.words.isEmpty else {
        return ColumnTask(
          column: column, plan: likeliest(column), rule: nil, unknown: unknown(column))
      }
      let isNumber = field.kind == .number || field.kind == .integer
      return ColumnTask(
        column: column, plan: isNumber && field.words.isEmpty ? .numbers(marks(field)) : .words,
        rule: CellRules.rule(field), unknown: unknown(column))
    }
  }

  /// The words for unknown in a column.
  func unknown(_ column: Int) -> UnknownWords {
    let field = header.fields[column]
    let declared = field?.missingValues ?? options.schema?.missingValues
    return UnknownWords(
      declared: options.unknownWords + (declared ?? []),
      takesUsual: declared == nil && (field == nil || field?.kind == .any))
  }

  private func marks(_ field: TableField) -> NumberMarks {
    let comma = UInt8(ascii: ",")
    let isComma =
      field.decimalMark == comma || (field.decimalMark == nil && options.decimalComma == true)
    return NumberMarks(
      decimal: field.decimalMark ?? (isComma ? comma : UInt8(ascii: ".")), group: field.groupMark)
  }

  private func likeliest(_ column: Int) -> ColumnPlan {
    let unknown = unknown(column)
    var evidence: NumberEvidence = []
    var hasValue = false
    for row in sniffed.sample where !unknown.has(row[column][...]) {
      hasValue = true
      evidence.formUnion(NumberEvidence(of: UnknownWords.trimmed(row[column][...])))
      if !evidence.isDisjoint(with: [.other, .code]) { return .words }
    }
    guard hasValue else { return .words }
    switch decision(evidence, hasDecimalComma: false) {
    case .numbers(let marks): return .numbers(marks)
    case .text: return .words
    }
  }

  /// What a column's cells make of it.
  func decision(_ evidence: NumberEvidence, hasDecimalComma: Bool) -> NumberDecision {
    NumberDecision.of(
      evidence, declared: options.decimalComma, delimiter: sniffed.format.delimiter,
      hasDecimalComma: hasDecimalComma)
  }
}
