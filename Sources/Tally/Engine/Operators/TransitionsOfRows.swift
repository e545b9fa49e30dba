// One answer of rows on two days: which changed, to what, and on what the later answer rests.

extension Executor {
  /// The table of three by three. Only rows that certainly belong on both days are in it.
  func answer(
    _ query: QueryPlan, changes plan: ChangesPlan
  ) throws(ExecutionError) -> Answer {
    let first = on(plan.from.day)
    let second = on(plan.to.day)
    let (before, after) = (first.rows(of: plan.from.set), second.rows(of: plan.to.set))
    guard !shouldStop() else { throw .stopped }
    let both = before.certain & after.certain
    let onlyFrom = before.certain - after.possible
    let onlyTo = after.certain - before.possible
    var trail = SourceTrail(self)
    var notes: [(label: String, notes: [String])] = []
    for (engine, side) in [(first, plan.from), (second, plan.to)] {
      var own = SourceTrail(engine)
      own.add(plan.asked(side.set), base: both)
      if let fault = own.fault { throw .unreadable(fault) }
      trail.add(own)
      notes.append((side.label, own.caveats + own.dateNotes))
    }
    let relation = dataset.relations[plan.relation]
    guard let old = GroundColumn(first, plan.field, first.dataset.relations[plan.relation]),
      let new = GroundColumn(second, plan.field, second.dataset.relations[plan.relation])
    else { throw .unreadable("\(plan.field.text) has no answers") }
    let rows = both.rows
    let transitions = Transitions(
      field: plan.field.text, label: plan.field.field.label, from: plan.from.label,
      to: plan.to.label, unit: countUnit(plan.relation), titles: titles(relation),
      rows: self.rows(rows, relation, old, new), moves: moves(rows, old, new),
      onlyFrom: onlyFrom.population, onlyTo: onlyTo.population,
      open: ((before.possible | after.possible) - both - onlyFrom - onlyTo).population)
    let days = AnswerDate([plan.from.day, plan.to.day])
    return Answer(
      .transitions(transitions), provenance: provenance(query, days, trail),
      notes: scopeNotes(rows, [old, new], days) + Executor.joined(notes))
  }

  private func moves(
    _ rows: [Int], _ old: GroundColumn, _ new: GroundColumn
  ) -> [Transitions.Move] {
    Truth.allCases.flatMap { from in
      Truth.allCases.map { to in
        let moved = rows.filter { old.ground($0).value == from && new.ground($0).value == to }
        var move = Transitions.Move(from: from, to: to, count: moved.count)
        guard from != to else { return move }
        var because = LabelCounter()
        for row in moved {
          let ground = new.ground(row)
          because.add(to == .unknown ? ground.reason ?? "no reason given" : ground.basis, 1)
          if to != .unknown, ground.confidence == "medium" { move.medium += 1 }
        }
        move.because = because.ordered
        return move
      }
    }
  }

  /// What the known answers rest on: law is never read as practice.
  private func scopeNotes(
    _ rows: [Int], _ columns: [GroundColumn], _ days: AnswerDate
  ) -> [String] {
    let known = columns.flatMap { column in
      rows.map(column.ground).filter { $0.value != .unknown }
    }
    let words = Set(known.flatMap { $0.basis.split(separator: "+").map(String.init) })
    let bases = dataset.bases.filter(words.contains)
    return bases.isEmpty ? [] : [BasisText.scope(bases, asOf: days)]
  }

  private func titles(_ relation: Relation) -> Transitions.Titles {
    Transitions.Titles(
      key: relation.schema.key, name: relation.schema.title,
      within: relation.schema.within ?? "")
  }

  private func rows(
    _ rows: [Int], _ relation: Relation, _ old: GroundColumn, _ new: GroundColumn
  ) -> [Transitions.Row] {
    let keys = texts(relation.schema.key, of: relation)
    let names = texts(relation.schema.title, of: relation)
    let outer = outerNames(of: relation)
    return rows.map { row in
      Transitions.Row(
        key: keys[row], name: names[row], within: outer[row], from: old.ground(row).value,
        to: new.ground(row).value)
    }
  }

  private func texts(_ field: String, of relation: Relation) -> [String] {
    guard let column = relation.column(field), case .text(let codes, let texts) = column.values
    else { return (0..<relation.count).map { String($0 + 1) } }
    return codes.map { texts[Int($0)] }
  }

  /// What tells apart rows of one name: the state of each county.
  private func outerNames(of relation: Relation) -> [String] {
    let none = [String](repeating: "", count: relation.count)
    guard let within = relation.schema.within, let link = relation.column(within),
      case .link(let targets) = link.values, let at = relation.schema.field(within),
      case .link(let target) = relation.schema.fields[at].type
    else { return none }
    let names = keys(of: target)
    return none.indices.map { row in link.isKnown(row) ? names[Int(targets[row])] : "" }
  }
}

extension ChangesPlan {
  fileprivate var relation: Int { from.set.relation }

  /// What is asked of a day's rows, for its sources.
  fileprivate func asked(_ set: SetPlan) -> Measure {
    Measure(
      kind: .share(.answer(field)), set: set, unit: Unit(.count, singular: "row", plural: "rows"))
  }
}
