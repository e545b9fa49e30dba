// Merges the user's facts into the histories of answers: nothing is overruled without a word.

/// The histories of one relation's answers while facts are merged into them.
struct OwnFactMerging {
  /// What an answer rests on where only the user's evidence settles it.
  static let basis = "yours"
  /// Why an answer is unknown where the user's fact and the record differ.
  static let conflict = "conflict with your evidence"
  /// Why it is unknown where two facts of the user differ.
  static let ownConflict = "conflict within your evidence"
  /// How sure evidence is that nobody else has seen.
  private static let confidence = "medium"

  private let relation: Relation
  private let latest: Day
  private(set) var grounds: [Ground]
  private var numbers: [Ground: Int] = [:]
  private(set) var outcome = FactsOutcome()

  /// The histories of a relation's answers.
  init(_ relation: Relation, latest: Day) {
    self.relation = relation
    self.latest = latest
    grounds =
      relation.columns.lazy.compactMap { column -> [Ground]? in
        if case .history(_, _, let grounds) = column.values { grounds } else { nil }
      }.first ?? []
    for (number, ground) in grounds.enumerated() { numbers[ground] = number }
  }

  /// A fact with where it stands.
  struct Placed {
    let fact: OwnFact
    let file: String
    let row: Int
    let label: String
    /// The key of its source.
    let source: String
  }

  /// The history column of a field with facts merged into it.
  mutating func merged(
    _ field: Field, _ column: Column, _ facts: [Placed]
  ) throws(DatasetError) -> Column {
    guard case .history(let codes, let timelines, _) = column.values else { return column }
    var all = timelines
    var places: [Timeline: Int] = [:]
    var next = Array(codes)
    let byRow = Dictionary(grouping: facts, by: \.row)
    for row in byRow.keys.sorted() {
      let timeline = try merged(field, timelines[codes[row]], byRow[row] ?? [])
      if let place = places[timeline] {
        next[row] = place
      } else {
        places[timeline] = all.count
        next[row] = all.count
        all.append(timeline)
      }
    }
    return Column(
      .history(codes: Codes(next), timelines: all, grounds: grounds), count: codes.count)
  }

  private mutating func merged(
    _ field: Field, _ timeline: Timeline, _ facts: [Placed]
  ) throws(DatasetError) -> Timeline {
    var days = Set(timeline.pieces.compactMap(\.since))
    for placed in facts {
      days.insert(placed.fact.firstDay)
      if let last = placed.fact.lastDay { days.insert(Day(number: last.number + 1)) }
    }
    var pieces = [timeline.pieces[0]]
    let ordered = days.sorted()
    for (place, day) in ordered.enumerated() {
      let end = place + 1 < ordered.count ? Day(number: ordered[place + 1].number - 1) : nil
      let ground = grounds[Int(timeline.piece(on: day).ground)]
      let active = facts.filter { $0.fact.holds(on: day) }
      let made = active.isEmpty ? ground : self.ground(ground, active, field, from: day, to: end)
      count(ground, made, active, from: day, to: end)
      let number = try self.number(of: made)
      if pieces[pieces.count - 1].ground != number {
        pieces.append(Timeline.Piece(since: day, ground: number))
      }
    }
    return Timeline(pieces) ?? timeline
  }

  private mutating func number(of ground: Ground) throws(DatasetError) -> UInt16 {
    let number = numbers[ground] ?? grounds.count
    guard let short = UInt16(exactly: number) else {
      throw DatasetError(faults: ["too many facts: more grounds than \(UInt16.max) have no place"])
    }
    if number == grounds.count {
      grounds.append(ground)
      numbers[ground] = number
    }
    return short
  }

  // MARK: One stretch of days

  /// What holds on days on which facts of the user hold.
  private mutating func ground(
    _ ground: Ground, _ facts: [Placed], _ field: Field, from day: Day, to end: Day?
  ) -> Ground {
    let says = facts.map { "\($0.fact.value.rawValue) by your evidence, \($0.fact.source)" }
    var made = ground
    made.detail = ([ground.detail] + says).filter { !$0.isEmpty }.joined(separator: "; ")
    made.sources = ground.sources + facts.map(\.source).filter { !ground.sources.contains($0) }
    if let reason = ground.reason, OwnFactMerging.stays(reason, field) { return made }
    guard let value = facts.first?.fact.value, facts.allSatisfy({ $0.fact.value == value }) else {
      for (place, placed) in facts.enumerated() where place > 0 {
        let other = facts[..<place].last { $0.fact.value != placed.fact.value }
        guard let other else { continue }
        add(placed, against: "your fact of row \(other.fact.row) of \(other.file)", day, end)
      }
      return unknown(made, OwnFactMerging.ownConflict)
    }
    switch ground.value {
    case .unknown:
      made.value = value
      made.reason = nil
      made.basis = OwnFactMerging.basis
      made.confidence = OwnFactMerging.confidence
    case value:
      made.basis = [ground.basis, OwnFactMerging.basis].filter { !$0.isEmpty }
        .joined(separator: "+")
    case .yes, .no:
      let words = ground.detail.isEmpty ? ground.basis : ground.detail
      for placed in facts {
        add(placed, against: "the record's \(ground.value.rawValue): \(words)", day, end)
      }
      return unknown(made, OwnFactMerging.conflict)
    }
    return made
  }

  /// The record's reasons for an answer with evidence on both sides, or whose day is open.
  private static let open: Set<String> = [
    "conflicting", "law and agreement differ", "start not known to the day",
    "end not known to the day",
  ]

  private func unknown(_ ground: Ground, _ reason: String) -> Ground {
    var ground = ground
    (ground.value, ground.reason, ground.basis, ground.confidence) = (.unknown, reason, "", "")
    return ground
  }

  /// Reasons that no single fact settles: the question does not arise there, or the record has
  /// evidence for both sides already.
  private static func stays(_ reason: String, _ field: Field) -> Bool {
    field.notSettledFor.contains(reason)
      || open.contains(reason)
  }

  /// A conflict that goes on from one stretch to the next is one conflict.
  private mutating func add(_ placed: Placed, against other: String, _ day: Day, _ end: Day?) {
    if let last = outcome.conflicts.lastIndex(where: {
      $0.fact == placed.fact && $0.file == placed.file && $0.place == placed.label
    }), outcome.conflicts[last].until?.number == day.number - 1,
      outcome.conflicts[last].other == other
    {
      outcome.conflicts[last].until = end
      return
    }
    outcome.conflicts.append(
      FactConflict(
        fact: placed.fact, file: placed.file, place: placed.label, other: other, since: day,
        until: end))
  }

  private mutating func count(
    _ before: Ground, _ after: Ground, _ facts: [Placed], from day: Day, to end: Day?
  ) {
    guard day <= latest, end.map({ latest <= $0 }) ?? true, !facts.isEmpty else { return }
    switch (before.value, after.value) {
    case (.unknown, .unknown):
      outcome.without += after.reason == before.reason ? facts.count : 0
    case (.unknown, _): outcome.settled += 1
    case (_, .unknown): break
    default: outcome.confirmed += 1
    }
  }
}
