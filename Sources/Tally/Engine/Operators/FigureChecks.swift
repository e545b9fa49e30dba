// `check`: every published number against its query, and the sums and percentages of documents.

/// What a query that stands in the record gave when it was asked.
enum Recomputed: Sendable {
  /// Its answer, and the rows that it is about where they are of one relation.
  case answered(Answer, rows: Rows?)
  /// Why it was refused.
  case refused(String)

  /// Rows of one relation, as they stand at the answer's date.
  struct Rows: Sendable {
    var relation: Int
    var table: Relation
    var possible: Bitmap
  }
}

/// One published number with what can be read of it.
private struct PublishedFigure {
  var row: Int
  var key: String
  var document: String
  var stated: StatedNumber
  var about: String?
  var denominator: String?
  var statedPercent: Double?
  var sumsTo: String?
  var sumGroup: String
  var sources: [String]
}

extension Executor {
  /// The verdicts on the figures of a plan.
  func verdicts(
    _ plan: CheckPlan, _ trail: inout SourceTrail
  ) throws(ExecutionError) -> Verdicts {
    let figures = published(plan)
    trail.add(
      Measure(
        kind: .count, set: .filter(.scan(plan.relation), .isRow(figures.map(\.row))),
        unit: countUnit(plan.relation)),
      base: Bitmap(count: dataset.relations[plan.relation].count) { row in
        figures.contains { $0.row == row }
      })
    var found: [Verdicts.Finding] = []
    for figure in figures {
      guard !shouldStop() else { throw .stopped }
      found.append(finding(figure, plan, &trail))
    }
    let (faults, checked) = closing(figures, trail)
    let all = Verdict.allCases.flatMap { verdict in
      (faults + found).filter { $0.verdict == verdict }
    }
    return Verdicts(unit: countUnit(plan.relation), findings: all, sums: checked)
  }

  // MARK: Reading

  private func published(_ plan: CheckPlan) -> [PublishedFigure] {
    let relation = dataset.relations[plan.relation]
    guard let roles = relation.schema.figures else { return [] }
    let reader = FigureReader(engine: self, relation: relation)
    let keys = reader.texts(relation.schema.key)
    let (documents, qualifiers) = (reader.texts(roles.document), reader.texts(roles.qualifier))
    let (abouts, denominators) = (reader.texts(roles.about), reader.texts(roles.denominator))
    let (sums, groups) = (reader.texts(roles.sumsTo), reader.texts(roles.sumGroup))
    let (values, percents) = (reader.numbers(roles.value), reader.numbers(roles.statedPercent))
    let sources = reader.texts(roles.source, key: true)
    return (0..<relation.count).compactMap { row in
      guard let value = values[row], let key = keys[row] else { return nil }
      let document = documents[row] ?? ""
      if let wanted = plan.document, document.lowercased() != wanted.lowercased() { return nil }
      return PublishedFigure(
        row: row, key: key, document: document,
        stated: StatedNumber(
          value: value,
          qualifier: StatedNumber.Qualifier(rawValue: qualifiers[row] ?? "") ?? .exact),
        about: abouts[row], denominator: denominators[row], statedPercent: percents[row],
        sumsTo: sums[row], sumGroup: groups[row] ?? "", sources: [sources[row]].compactMap(\.self))
    }
  }

  // MARK: Recomputing

  private func finding(
    _ figure: PublishedFigure, _ plan: CheckPlan, _ trail: inout SourceTrail
  ) -> Verdicts.Finding {
    var finding = Verdicts.Finding(
      .unchecked, figure: figure.key, document: figure.document,
      qualifier: figure.stated.qualifier.rawValue, published: figure.stated.value,
      because: "no query of this record bears on it", sources: trail.indices(figure.sources))
    guard let about = figure.about, let ask else { return finding }
    switch ask(about) {
    case .refused(let reason): finding.because = "\(CleanText.query(about)): \(reason)"
    case .answered(let answer, let rows):
      guard case .figure(let number) = answer.content, let low = number.low,
        !number.lacksValues
      else {
        finding.because = "\(CleanText.query(about)): it gives no number that is proven"
        return finding
      }
      trail.add(sourcesOf: answer)
      finding.isPercent = number.unit.kind == .share
      let scale = finding.isPercent ? 100.0 : 1
      (finding.low, finding.high) = (low * scale, number.high.map { $0 * scale })
      let isOwnRow = rows.map { $0.relation == plan.relation && $0.possible[figure.row] } ?? false
      let own = restsOn(figure.sources, answer, rows)
      finding.verdict = .of(
        figure.stated, recomputed: StatedRange(low * scale, finding.high ?? .infinity),
        isRounded: number.unit.kind != .count, restsOnItself: isOwnRow || own != nil)
      finding.because = because(
        finding.verdict, figure, about, answer, isOwnRow ? "the figure itself" : own ?? "")
      finding.sources = trail.indices(figure.sources + answer.provenance.sources.map(\.id))
    }
    return finding
  }

  /// In what words an answer rests on the document of a figure; nil where it does not. One row that
  /// was taken from the document is enough: nobody else said the number then.
  private func restsOn(
    _ sources: [String], _ answer: Answer, _ rows: Recomputed.Rows?
  ) -> String? {
    let cited = Set(answer.provenance.sources.map(\.id))
    if !cited.isEmpty, cited.isSubset(of: sources) { return "the figure's own document alone" }
    // The sources of an answer are those of all rows that were asked. What only a row names counts
    // where that row is in the answer.
    let named = rows.map(namedSources)
    let found = cited.subtracting(named?.all ?? []).union(named?.possible ?? [])
    let isNamed = rows.map { isTextNaming(sources, $0) } ?? false
    return found.isDisjoint(with: sources) && !isNamed
      ? nil : "the figure's own document among others"
  }

  /// The keys of the sources that rows link to: of all rows of their table, and of them alone.
  private func namedSources(
    _ rows: Recomputed.Rows
  ) -> (all: Set<String>, possible: Set<String>) {
    let reader = FigureReader(engine: self, relation: rows.table)
    var (all, possible): (Set<String>, Set<String>) = ([], [])
    for field in rows.table.schema.fields where field.type == .link(to: "sources") {
      for (row, key) in reader.texts(field.name, key: true).enumerated() {
        guard let key else { continue }
        all.insert(key)
        if rows.possible[row] { possible.insert(key) }
      }
    }
    return (all, possible)
  }

  /// Whether a text of a row has the key of a source for one of its words: rows that rest on more
  /// documents than one list the others so.
  private func isTextNaming(_ sources: [String], _ rows: Recomputed.Rows) -> Bool {
    rows.table.columns.contains { column in
      guard case .text(let codes, let texts) = column.values else { return false }
      let naming = texts.map { text in
        text.split { $0.isWhitespace || ",;|".contains($0) }.contains {
          sources.contains(String($0))
        }
      }
      guard naming.contains(true) else { return false }
      return codes.indices.contains {
        naming[Int(codes[$0])] && rows.possible[$0] && column.isKnown($0)
      }
    }
  }

  private func because(
    _ verdict: Verdict, _ figure: PublishedFigure, _ about: String, _ answer: Answer,
    _ own: String
  ) -> String {
    let query = CleanText.query(about)
    let published = figure.stated.qualifier.words + NumberText.number(figure.stated.value)
    let result = answer.oneLine
    switch verdict {
    case .contradicted: return "\(query): \(result), published \(published)"
    case .inside: return "\(query): \(result); \(published) lies within"
    case .confirmed: return "\(query): \(result)"
    case .restated:
      return query + ": the answer rests on " + own
    case .doesNotClose, .unchecked: return query
    }
  }

  // MARK: Sums and percentages within one document

  /// What does not close, and how many sums and percentages there are.
  private func closing(
    _ figures: [PublishedFigure], _ trail: SourceTrail
  ) -> (faults: [Verdicts.Finding], checked: Int) {
    let byKey = Dictionary(figures.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var faults: [Verdicts.Finding] = []
    var checked = 0
    for figure in figures {
      guard let stated = figure.statedPercent,
        let whole = figure.denominator.flatMap({ byKey[$0] }), whole.document == figure.document,
        let percent = figure.stated.written.percent(of: whole.stated.written)
      else { continue }
      checked += 1
      let said = StatedNumber(value: stated, qualifier: .exact).rounded
      if said.isApart(from: percent) { faults.append(percentFault(figure, whole, stated, trail)) }
    }
    for parts in sums(figures) {
      guard let whole = parts.first?.sumsTo.flatMap({ byKey[$0] }),
        whole.document == parts[0].document
      else { continue }
      checked += 1
      let sum = StatedRange.sum(parts.map(\.stated.written))
      if sum.isApart(from: whole.stated.written) { faults.append(sumFault(parts, whole, trail)) }
    }
    return (faults, checked)
  }

  /// The parts that add up, two or more, in the order of the rows.
  private func sums(_ figures: [PublishedFigure]) -> [[PublishedFigure]] {
    var groups: [[PublishedFigure]] = []
    for figure in figures where figure.sumsTo != nil {
      let at = groups.firstIndex { group in
        group[0].sumsTo == figure.sumsTo && group[0].sumGroup == figure.sumGroup
          && group[0].document == figure.document
      }
      if let at { groups[at].append(figure) } else { groups.append([figure]) }
    }
    return groups.filter { $0.count > 1 }
  }

  private func percentFault(
    _ part: PublishedFigure, _ whole: PublishedFigure, _ stated: Double, _ trail: SourceTrail
  ) -> Verdicts.Finding {
    let share = part.stated.value / whole.stated.value
    return Verdicts.Finding(
      .doesNotClose, figure: part.key + " / " + whole.key, document: part.document,
      qualifier: StatedNumber.Qualifier.exact.rawValue, published: stated, low: share * 100,
      high: share * 100, isPercent: true,
      because: "\(named(part)) of \(named(whole)) is \(NumberText.percent(share)), "
        + "stated as \(NumberText.number(stated)) %", sources: trail.indices(part.sources))
  }

  private func sumFault(
    _ parts: [PublishedFigure], _ whole: PublishedFigure, _ trail: SourceTrail
  ) -> Verdicts.Finding {
    let sum = parts.reduce(0) { Written.sum($0, $1.stated.value) }
    return Verdicts.Finding(
      .doesNotClose, figure: parts.map(\.key).joined(separator: " + "), document: whole.document,
      qualifier: whole.stated.qualifier.rawValue, published: whole.stated.value, low: sum,
      high: sum,
      because: parts.map(named).joined(separator: " + ") + " = \(NumberText.number(sum)), "
        + "stated as \(named(whole))", sources: trail.indices(whole.sources))
  }

  private func named(_ figure: PublishedFigure) -> String {
    figure.stated.qualifier.words + NumberText.number(figure.stated.value) + " (\(figure.key))"
  }
}

/// Reads the columns of figures by name.
private struct FigureReader {
  let engine: Executor
  let relation: Relation

  /// The texts of a field, or the keys of what a link leads to; nil where a row has none.
  func texts(_ name: String, key: Bool = false) -> [String?] {
    guard let at = relation.schema.field(name), let column = relation.column(name) else {
      return Array(repeating: nil, count: relation.count)
    }
    if key { return keys(column, relation.schema.fields[at]) }
    guard case .text(let codes, let texts) = column.values else {
      return Array(repeating: nil, count: relation.count)
    }
    return codes.indices.map { column.isKnown($0) ? texts[Int(codes[$0])] : nil }
  }

  private func keys(_ column: Column, _ field: Field) -> [String?] {
    guard case .link(let rows) = column.values, case .link(let target) = field.type,
      let number = engine.dataset.relation(target)
    else { return Array(repeating: nil, count: relation.count) }
    let other = engine.dataset.relations[number]
    guard case .text(let codes, let texts)? = other.column(other.schema.key)?.values else {
      return Array(repeating: nil, count: relation.count)
    }
    return rows.indices.map { column.isKnown($0) ? texts[Int(codes[Int(rows[$0])])] : nil }
  }

  /// The numbers of a field that are one number.
  func numbers(_ name: String) -> [Double?] {
    guard let column = relation.column(name), case .number(let low, let high) = column.values
    else { return Array(repeating: nil, count: relation.count) }
    return low.indices.map { column.isKnown($0) && low[$0] == high[$0] ? low[$0] : nil }
  }
}
