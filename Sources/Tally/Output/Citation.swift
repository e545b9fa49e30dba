// An answer as something to be cited: its own entry beside its sources.

/// What a citation says of the answer itself; its sources stand in the provenance.
public struct Citation: Sendable, Equatable {
  /// The question, without `cite`.
  public var question: String
  /// The answer in one line: `1,077 counties, up to 2,692`.
  public var result: String
  /// The sha256 of the answer as the format `ndjson` writes it, so that who asks again can compare.
  public var hash: String

  /// A citation.
  public init(question: String, result: String, hash: String) {
    self.question = question
    self.result = result
    self.hash = hash
  }

  /// The citation of an answer; of one that is a citation, that one.
  init(of answer: Answer) {
    if case .citation(let citation) = answer.content {
      self = citation
      return
    }
    self.init(
      question: CleanText.query(answer.provenance.query), result: answer.oneLine,
      hash: SHA256.hex(Array((answer.json.compact + "\n").utf8)))
  }

  /// What the entry of the answer says: question, result, date, dataset and both hashes.
  func entry(_ provenance: Provenance, _ marks: Marks) -> String {
    [
      marks.openQuote + question + marks.closeQuote + ": " + result,
      "as of \(provenance.asOf)",
      "dataset " + CleanText.line(provenance.dataset + " " + provenance.version)
        + ", sha256 " + CleanText.line(provenance.hash),
      "answer sha256 " + hash,
    ].joined(separator: "; ")
  }
}

extension Answer {
  /// The same answer as a citation, under the text that asked for it.
  func cited(as query: String) -> Answer {
    var provenance = provenance
    provenance.query = query
    return Answer(.citation(Citation(of: self)), provenance: provenance, notes: notes)
  }

  /// The answer in one line without its date and dataset.
  var oneLine: String {
    switch content {
    case .figure(let figure): return figure.oneLine(asOf: provenance.asOf)
    case .groups(let table), .rows(let table):
      let words = TableText(table: table, isGroups: true, asOf: provenance.asOf)
      if let comparison = words.comparison(.ascii) { return comparison }
      let more = table.possibleMore
      return table.unit.counted(table.matched)
        + (more > 0 ? ", and \(NumberText.grouped(more)) more that may belong" : "")
    case .card(let card): return CleanText.line(card.title)
    case .funnel(let funnel): return funnel.figure.oneLine(asOf: provenance.asOf)
    case .verdicts(let verdicts):
      return [verdicts.summary, verdicts.closing].compactMap(\.self).joined(separator: "; ")
    case .transitions(let transitions):
      return transitions.summary + ", of " + transitions.base
    case .citation(let citation): return citation.result
    case .code(let code): return code.language == "sql" ? "a statement in SQL" : "a plan"
    }
  }
}

extension Figure {
  /// The figure with its interval and base in one line.
  func oneLine(asOf: AnswerDate) -> String {
    let words = FigureText(figure: self, asOf: asOf, marks: .ascii)
    let line = words.isPlain ? words.clause() : words.headline().text
    let base = words.base()
    let parts = [line, line.contains(base) ? "" : "of " + base, totals?.words ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
