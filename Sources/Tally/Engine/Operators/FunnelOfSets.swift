// How a number came about: the rows of its base, condition by condition.

extension Executor {
  /// The funnel of a number. Each row is kept, dropped or set aside once: what is set aside is
  /// asked no further condition here, while the figure asks it all of them.
  func funnel(_ plan: FunnelPlan, _ question: String, _ trail: inout SourceTrail) -> Funnel {
    let relation = plan.base.relation
    let rows = rows(of: plan.base)
    var own = SourceTrail(self)
    own.add(
      Measure(kind: .count, set: plan.base, unit: countUnit(relation)), base: rows.basePossible)
    var funnel = Funnel(
      question: CleanText.query(question), figure: figure(plan.measure, &trail),
      base: rows.certain.population, baseAside: rows.unsettled.population,
      unit: countUnit(relation), rowsQuery: plan.rowsQuery,
      openQuery: rows.unsettled.isEmpty ? plan.openQuery : "", unsaidDay: plan.unsaidDay)
    funnel.options = dataset.own.options
    funnel.baseSources = trail.indices(own.references.map(\.id))
    var kept = rows.certain
    for step in plan.steps {
      let map = evaluator(relation).map(step.condition)
      funnel.steps.append(self.step(step, map, kept, of: relation, trail))
      kept = kept & map.yes
    }
    return funnel
  }

  private func step(
    _ step: FunnelPlan.Step, _ map: TruthMap, _ rows: Bitmap, of relation: Int, _ trail: SourceTrail
  ) -> Funnel.Step {
    let aside = rows - map.settled
    let kept = rows & map.yes
    var asked = PlanFields()
    asked.add(step.condition, of: relation)
    let evidence = evidence(
      certain: kept, possible: kept | aside, base: rows, fields: asked.answers(of: relation),
      relation: dataset.relations[relation], number: relation)
    var own = SourceTrail(self)
    own.add(step.condition, rows: rows, of: relation)
    let (words, otherwise) = step.condition.asAnswer ?? (step.text, "no")
    return Funnel.Step(
      condition: step.text, words: words, otherwise: otherwise, kept: kept.population,
      dropped: (rows & map.no).population, aside: aside.population,
      reasons: aside.isEmpty ? [] : evidence?.reasons ?? [],
      sources: trail.indices(own.references.map(\.id)))
  }
}

extension Condition {
  /// A bare answer, or its negation, as what a row that meets it is, and what the others are.
  fileprivate var asAnswer: (words: String, otherwise: String)? {
    switch self {
    case .answer(let field): (field.text + " is yes", "no")
    case .not(.answer(let field)): (field.text + " is no", "yes")
    default: nil
    }
  }
}
