// How much an answer holds, in a few words: for a host that has one line for it.

extension Answer {
  /// `97 to 120 of 254 counties`, `51 groups`; nil for an answer that is no number and no rows, and
  /// for one row of several numbers. A number never stands without its interval.
  public var size: String? {
    switch content {
    case .figure(let figure): clause(figure)
    case .funnel(let funnel): clause(funnel.figure)
    case .groups(let table): table.rows.count == 1 ? nil : rows(table)
    case .rows(let table): rows(table)
    case .card, .verdicts, .transitions, .citation, .code: nil
    }
  }

  private func clause(_ figure: Figure) -> String {
    FigureText(figure: figure, asOf: provenance.asOf, marks: .ascii).clause()
  }

  private func rows(_ table: Table) -> String {
    let shown = table.rows.count
    let more = table.possibleMore
    guard shown >= table.matched else {
      let part = NumberText.grouped(shown) + " of " + table.unit.counted(table.matched)
      return more > 0 ? part + "; \(NumberText.grouped(more)) more may belong" : part
    }
    return more > 0
      ? NumberText.grouped(shown) + " to " + table.unit.counted(shown + more)
      : table.unit.counted(shown)
  }
}
