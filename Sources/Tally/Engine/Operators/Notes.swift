// What is said beside tables: what answers rest on, and what `known only` left out.

extension Executor {
  /// What the answer fields that rows ask or show rest on; nothing where there are none.
  func evidenceNotes(_ frame: Frame, _ plan: LogicalPlan) -> [String] {
    if let relation = plan.measure?.set.relation {
      var fields = PlanFields()
      if let groups = plan.groups { fields.add(keysOf: groups) }
      let answers = plan.measures.flatMap(\.askedGrounds) + fields.grounded(of: relation)
      guard !isBare(answers, of: relation) else { return [] }
      let none = Bitmap(count: dataset.relations[relation].count)
      let base = plan.measures.reduce(none) { $0 | input(of: $1).rows.basePossible }
      return scopeNote(answers, base, dataset.relations[relation], relation)
    }
    guard let number = frame.number, let set = plan.set else { return [] }
    var fields = PlanFields()
    fields.add(set)
    for column in frame.columns { fields.add(column.value, of: number) }
    var shown = Bitmap(count: frame.relation.count)
    for row in frame.rows { shown[row] = true }
    let own = scopeNote(fields.grounded(of: number), shown, frame.relation)
    return own + linkedNotes(fields).filter { !own.contains($0) }
  }

  /// What the answers on a row's card rest on.
  func cardNotes(_ plan: LogicalPlan) -> [String] {
    guard case .card(.row(let relation, let row)) = plan else { return [] }
    var fields = PlanFields()
    let schema = dataset.relations[relation].schema
    for (column, field) in schema.fields.enumerated() {
      fields.add(FieldRef(hops: [], column: column, field: field, text: field.name), of: relation)
    }
    let one = Bitmap(count: dataset.relations[relation].count) { $0 == row }
    return scopeNote(fields.answers(of: relation), one, dataset.relations[relation], relation)
  }

  private func scopeNote(
    _ fields: [FieldRef], _ rows: Bitmap, _ relation: Relation, _ number: Int? = nil
  ) -> [String] {
    guard !haveNoBasis(fields, relation) else { return [] }
    let evidence = evidence(
      certain: rows, possible: rows, base: rows, fields: fields, relation: relation,
      number: number)
    guard let evidence else { return [] }
    let words = Set(evidence.basis.flatMap { $0.label.split(separator: "+").map(String.init) })
    let bases = dataset.bases.filter(words.contains)
    return bases.isEmpty ? [] : [BasisText.scope(bases, asOf: AnswerDate(dataset.asOf))]
  }

  /// Whether fields are answers of the rows themselves that no ground gives a basis for: such are
  /// the answers of one's own tables.
  private func haveNoBasis(_ fields: [FieldRef], _ relation: Relation) -> Bool {
    fields.allSatisfy { field in
      guard field.hops.isEmpty, field.aspect == nil,
        case .answer(_, let grounds) = relation.columns[field.column].values
      else { return false }
      return grounds.allSatisfy(\.basis.isEmpty)
    }
  }

  /// What the answers rest on that are asked of linked rows.
  func linkedNotes(_ sets: [AskedSet]) -> [String] {
    ofEach(sets) { $0.asksLinked ? linkedNotes($0.fields) : [] }
  }

  private func linkedNotes(_ fields: PlanFields) -> [String] {
    fields.linked.flatMap { linked -> [String] in
      var inner = PlanFields()
      inner.add(linked.set)
      return scopeNote(
        inner.answers(of: linked.set.relation), rows(of: linked.set).basePossible,
        dataset.relations[linked.set.relation], linked.set.relation)
    }
  }

  /// How many rows a condition cannot apply to, for its link leads nowhere: there it is no.
  func noneNotes(_ sets: [AskedSet]) -> [String] {
    ofEach(sets) { asked in
      guard asked.all.hasWays else { return [] }
      let set = asked.set
      let linked = asked.all.answers(of: set.relation).filter { !$0.hops.isEmpty }
      guard !linked.isEmpty else { return [] }
      let base = rows(of: set).basePossible
      let unit = countUnit(set.relation)
      return linked.compactMap { field in
        let none = (evaluator(set.relation).missing(.field(field)).none & base).population
        guard none > 0 else { return nil }
        let verb = none == 1 ? "has" : "have"
        return "\(unit.counted(none)) \(verb) no \(field.text), which is not yes there"
      }
    }
  }

  /// How many rows a two-valued test settles by decree: `is yes` and `certainly` count what is not
  /// known as no, `possibly` as yes. An answer says so, for no number may hide an unknown.
  func decreeNotes(_ sets: [AskedSet]) -> [String] {
    ofEach(sets) { asked in
      let set = asked.set
      var decrees = Decrees()
      decrees.add(set)
      if let condition = asked.condition { decrees.add(condition) }
      guard !decrees.found.isEmpty else { return [] }
      let unit = countUnit(set.relation)
      return decrees.found.compactMap { decree in
        let open = unsettled(decree.condition, in: set)
        guard open > 0 else { return nil }
        return "\(unit.counted(open)) where \(decree.words) is not known "
          + "\(open == 1 ? "counts" : "count") as \(decree.asYes ? "yes" : "no") here"
      }
    }
  }

  /// How many rows of a set's base a condition is not settled for.
  private func unsettled(_ condition: Condition, in set: SetPlan) -> Int {
    guard !isLong(set.relation) else { return longUnsettled(condition, in: set) }
    let settled = evaluator(set.relation).map(condition).settled
    return (rows(of: set).basePossible - settled).population
  }

  /// What is to be said of each set; each note once.
  private func ofEach(_ sets: [AskedSet], _ notes: (AskedSet) -> [String]) -> [String] {
    var found: [String] = []
    for at in sets.indices {
      for note in notes(sets[at]) where !found.contains(note) { found.append(note) }
    }
    return found
  }

  /// That nothing was there to ask: a 0 of nothing is no finding.
  func emptyNotes(_ plan: LogicalPlan) -> [String] {
    guard let set = plan.measure?.set ?? plan.set else { return [] }
    // Most questions are asked of all rows of a relation: then nothing is evaluated.
    let isAsked = set.asksAll && dataset.relations[set.relation].count > 0
    guard !isAsked, isEmptyBase(of: set) else { return [] }
    return ["the record holds no \(countUnit(set.relation).plural) there: nothing was asked"]
  }

  /// That the rows of a list are the same at every date, where an older date is asked and nothing
  /// that was asked of them knows of dates: the number is not of that day.
  func timelessNotes(_ plan: LogicalPlan, showing frame: Frame? = nil) -> [String] {
    guard dataset.asOf < dataset.latest else { return [] }
    var shown = PlanFields()
    if let groups = plan.groups { shown.add(keysOf: groups) }
    if let frame, let number = frame.number {
      for column in frame.columns { shown.add(column.value, of: number) }
    }
    for measure in plan.measures {
      if case .share(let condition) = measure.kind {
        shown.add(condition, of: measure.set.relation)
      }
    }
    guard isTimeless(shown) else { return [] }
    return ofEach(AskedSet.all(of: plan)) { asked in
      guard isTimeless(asked.fields) else { return [] }
      let schema = dataset.relations[asked.set.relation].schema
      guard schema.timing != .undated else {
        return ["\(schema.name): your own rows, which state no date: as of chooses none of them"]
      }
      return [
        "\(countUnit(asked.set.relation).plural): one list for every date of the record, "
          + "not the list of that day"
      ]
    }
  }

  /// Whether nothing that is read knows of dates: no answers, and only rows of every date.
  private func isTimeless(_ fields: PlanFields) -> Bool {
    !fields.fields.contains { $0.field.field.isAnswer }
      && fields.relations.allSatisfy {
        [.always, .undated].contains(dataset.relations[$0].schema.timing)
      }
  }

  /// That a list of the user's own rows has not all of their columns, where nobody chose them.
  func shownNotes(_ frame: Frame) -> [String] {
    guard let number = frame.number else { return [] }
    let schema = dataset.relations[number].schema
    let all = schema.fields.count { field in
      if case .link = field.type {
        false
      } else {
        schema.field(field.name) != frame.relation.numbered
      }
    }
    guard schema.timing == .undated, schema.shown.count < all,
      frame.columns.map(\.name) == schema.shown
    else { return [] }
    return [
      "\(schema.shown.count) of \(all) columns are shown: show names others, and show fields of "
        + "\(schema.name) lists them"
    ]
  }

  /// How many rows `known only` left out; nothing where it was not said.
  func settledNotes(_ plan: LogicalPlan) -> [String] {
    if case .figure(let measure) = plan, !measure.settledOnly { return [] }
    guard case .settled(let inner)? = plan.set else {
      let columns = plan.groups?.columns ?? []
      return plan.measures.indices.filter { plan.measures[$0].settledOnly }.flatMap { at in
        var all = plan.measures[at]
        all.settledOnly = false
        let kept = input(of: plan.measures[at]).figure().base
        let notes = leftOut(input(of: all).figure(), kept)
        return columns.count > 1 ? notes.map { "\(columns[at].name): \($0)" } : notes
      }
    }
    let whole = Measure(kind: .count, set: inner, unit: countUnit(inner.relation))
    let figure = input(of: whole).figure()
    return leftOut(figure, figure.base - figure.unknown)
  }

  /// What percentages are of.
  func percentNotes(_ plan: LogicalPlan) -> [String] {
    guard let groups = plan.groups, let percent = groups.percent,
      let measure = groups.columns.first?.measure
    else { return [] }
    let unit = countUnit(measure.set.relation)
    switch percent {
    case .whole:
      let whole = whole(of: measure)
      let most = whole.certain + whole.open
      let number = unit.counted(whole.certain)
      return [
        "as percent: of the ungrouped answer, \(number)"
          + (whole.open > 0 ? ", up to \(NumberText.grouped(most))" : "")
      ]
    case .group(let key):
      let keys = groups.keys + [groups.across].compactMap(\.self)
      guard keys.indices.contains(key) else { return [] }
      return [
        "as percent: of the \(unit.plural) of the same \(keys[key].field.name); "
          + "a total is of the ungrouped answer"
      ]
    }
  }

  private func leftOut(_ whole: Figure, _ kept: Int) -> [String] {
    let left = whole.base - kept
    return [
      "known only: \(NumberText.grouped(left)) of \(whole.baseUnit.counted(whole.base)) "
        + "are not settled and left out"
    ]
  }
}
