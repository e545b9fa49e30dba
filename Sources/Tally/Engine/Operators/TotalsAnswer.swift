// Answers from published totals: the number as published, or what the totals allow.

extension Executor {
  /// The answer of a question of totals.
  func answer(_ plan: TotalsPlan, _ query: QueryPlan) -> Answer {
    let edition = plan.edition
    let provenance = Provenance(
      query: query.text, asOf: AnswerDate(edition: String(edition.year)), dataset: dataset.name,
      version: dataset.version, hash: dataset.hash,
      sources: edition.sources.compactMap { dataset.source($0) })
    return Answer(
      .figure(figure(plan)), provenance: provenance,
      notes: plan.notesOfTotals + edition.notes)
  }

  private func figure(_ plan: TotalsPlan) -> Figure {
    let edition = plan.edition
    let unit = Unit(.count, singular: edition.unit.singular, plural: edition.unit.plural)
    let bounds =
      plan.published.map { (low: $0.count, high: $0.count, isTight: true) }
      ?? plan.bounds
    // A share is of all rows of the edition: how many there are is published.
    let scale = plan.unit.kind == .share ? Double(edition.base.count) : 1
    var figure = Figure(
      low: Double(bounds.low) / scale, high: Double(bounds.high) / scale,
      unknown: bounds.high - bounds.low, base: edition.base.count, baseLow: edition.base.count,
      unit: plan.unit, baseUnit: unit)
    figure.totals = TotalsBasis(
      edition: edition.name, isPublished: plan.published != nil,
      qualifier: plan.published?.qualifier ?? "", isTight: bounds.isTight)
    return figure
  }
}

extension TotalsPlan {
  /// The bounds of what was not published.
  fileprivate var bounds: (low: Int, high: Int, isTight: Bool) {
    let condition = condition ?? .constant(true)
    let asked = condition.fields
    let totals = asked.map {
      TotalsBounds.Totals(yes: edition.fields[$0].yes?.count, no: edition.fields[$0].no?.count)
    }
    let interval = TotalsBounds.of(base: edition.base.count, fields: totals) { values in
      condition.truth(Dictionary(zip(asked, values), uniquingKeysWith: { first, _ in first }))
    }
    return (interval.low, interval.high, interval.isTight)
  }

  /// The totals that the figure rests on, and where those of a field do not add up.
  fileprivate var notesOfTotals: [String] {
    let asked = (condition?.fields ?? []).map { edition.fields[$0] }
    let listed = asked.map(words).joined(separator: "; ")
    let isListed = published == nil && !asked.isEmpty
    return (isListed ? ["published totals: " + listed] : []) + asked.compactMap(difference)
  }

  /// `detainers yes 1,922 (includes not known), no 635`.
  private func words(_ field: TotalsEdition.FieldTotals) -> String {
    func side(_ word: String, _ total: TotalsEdition.Total?) -> String {
      guard let total else { return word + " (not published)" }
      return word + " " + NumberText.grouped(total.count)
        + (total.qualifier.isEmpty ? "" : " (\(total.qualifier))")
    }
    return field.field + " " + side("yes", field.yes) + ", " + side("no", field.no)
  }

  /// `the published totals of detainers, 1,922 and 635, make 2,557, not 2,556`.
  private func difference(_ field: TotalsEdition.FieldTotals) -> String? {
    guard let yes = field.yes, let no = field.no, yes.count + no.count != edition.base.count
    else { return nil }
    let numbers = [yes.count, no.count, yes.count + no.count, edition.base.count]
      .map(NumberText.grouped)
    return "the published totals of \(field.field), \(numbers[0]) and \(numbers[1]), make "
      + "\(numbers[2]), not \(numbers[3])"
  }
}
