// The sources that an answer rests on, in the order of their first use.

/// Collects source keys as parts of an answer are met.
struct SourceTrail {
  let engine: Executor
  /// The keys that were named; empty while those of `known` are all that there are.
  var named: [String] = []
  /// The same as a set; empty where nothing was looked up since the keys came all at once.
  var seen: Set<String> = []
  /// The references of the keys; nil where there are others since.
  var known: [SourceReference]?
  private(set) var fields = PlanFields()

  init(_ engine: Executor) { self.engine = engine }

  /// The keys of the sources.
  var keys: [String] { named.isEmpty ? known?.map(\.id) ?? [] : named }

  /// Whether no source was met yet.
  private var isEmpty: Bool { named.isEmpty && known?.isEmpty ?? true }

  /// The sources as references.
  var references: [SourceReference] {
    known ?? named.compactMap { engine.dataset.source($0) }
  }

  /// Why a relation that was used could not be read; nil where all could.
  var fault: String? {
    for relation in relations {
      if let fault = engine.dataset.relations[relation].error?.faults.first { return fault }
    }
    return nil
  }

  /// Every relation that was used.
  var relations: [Int] {
    var found = fields.relations
    for at in fields.fields.indices {
      for hop in fields.fields[at].field.hops { found.addOnce(hop.target) }
      found.addOnce(fields.fields[at].relation)
    }
    for join in fields.joins {
      found.addOnce(join.from)
      found.addOnce(join.to)
    }
    return found
  }

  /// Whether an answer was asked or shown, which is of the dataset's day.
  var usesAnswers: Bool {
    for at in fields.fields.indices where fields.fields[at].field.field.isAnswer { return true }
    return false
  }

  /// What must be said of fields whose values are of another day than the answer.
  var dateNotes: [String] {
    var notes: [String] = []
    for number in fields.relations {
      if let note = noteOfList(number) { notes.append(note) }
    }
    notes.gather(undatedNotes)
    for at in fields.fields.indices {
      let field = fields.fields[at].field.field
      guard let day = field.asOf, day != engine.dataset.asOf else { continue }
      notes.append("\(fields.fields[at].field.text) is of \(day)")
    }
    return notes
  }

  /// What must be said of a list that is of another day than the answer.
  private func noteOfList(_ number: Int) -> String? {
    guard let day = engine.listDay(of: number), day != engine.dataset.asOf else { return nil }
    let name = engine.dataset.relations[number].schema.name
    let isOpen = fields.joins.contains { $0.to == number && !$0.isComplete }
    if case .snapshots = engine.dataset.relations[number].schema.timing, !isOpen {
      return
        "asked as of \(engine.dataset.asOf): the newest list of \(name) at or before it is of "
        + "\(day)"
    }
    return "\(name): the list of \(day)"
      + (isOpen
        ? ", which nobody says is complete on \(engine.dataset.asOf): what is not on it is "
          + "unknown" : "")
  }

  /// What must be said of rows of the user's own beside others: their file states no date.
  private var undatedNotes: [String] {
    let own = ownTables
    guard !own.isEmpty, !engine.isUndated(self) else { return [] }
    return own.map { schema in
      "\(schema.name): your own rows, which state no date; the date of this answer is not theirs"
    }
  }

  /// The tables of the user's own that were used, each once.
  private var ownTables: [RelationSchema] {
    var found: [RelationSchema] = []
    for number in relations {
      let schema = engine.dataset.relations[number].schema
      if schema.timing == .undated { found.append(schema) }
    }
    return found
  }

  /// What the relations and fields that were used always have said beside them.
  var caveats: [String] {
    var found: [String] = []
    func add(_ caveat: String) {
      if !caveat.isEmpty, !found.contains(caveat) { found.append(caveat) }
    }
    for table in ownTables { add(table.caveat) }
    for relation in fields.scanned { add(engine.dataset.relations[relation].schema.caveat) }
    for entry in fields.fields { add(entry.field.field.caveat) }
    return found
  }

  /// A measure over the rows of a base.
  /// - Parameter asked: the fields that it asks, where they are at hand.
  mutating func add(_ measure: Measure, base: Bitmap, asked: PlanFields? = nil) {
    add(measure, asked: asked, isWhole: base.population == base.count, base: { base })
  }

  /// The same where the rows of the base are not at hand: they are asked for only if need be.
  /// - Parameters:
  ///   - own: the columns that are asked, where all are answers of the rows themselves.
  ///   - isWhole: whether the base is all rows of its relation.
  mutating func add(
    _ measure: Measure, asked: PlanFields?, own: [Int]? = nil, isWhole: Bool, base: () -> Bitmap
  ) {
    let isFirst = isEmpty && fields.fields.isEmpty && fields.relations.isEmpty
    let asked = asked ?? measure.asked
    fields.add(measure, asked: asked)
    let kept = isFirst && isWhole ? askedOfAll(measure.set.relation, asked, own) : nil
    if let kept, let found = engine.dataset.cache.sources(kept) {
      named = found.named
      (seen, known) = ([], found.references)
      return
    }
    flush()
    let relation = engine.dataset.relations[measure.set.relation]
    let rows = isWhole ? nil : base().rows
    addGrounds(asked.grounded(of: measure.set.relation), rows, relation)
    addLinkedSources(rows, relation)
    addGroundsOfLinkedSets()
    guard let kept else { return }
    let references = references
    known = references
    engine.dataset.cache.keep(NamedSources(named: named, references: references), under: kept)
  }

  /// A measure over rows that name no sources of their own.
  mutating func add(bare measure: Measure) {
    fields.add(measure)
    flush()
    addGroundsOfLinkedSets()
  }

  /// Whether a way to another relation was taken.
  var hasJoins: Bool { !fields.joins.isEmpty || fields.hasWays }

  /// Under what the sources of a measure are kept: all rows of one relation are asked, and nothing
  /// of another.
  private func askedOfAll(
    _ relation: Int, _ asked: PlanFields, _ own: [Int]?
  ) -> AskedSources? {
    if let own { return AskedSources(relation: relation, columns: own, grounded: own) }
    guard fields.joins.isEmpty, fields.linked.isEmpty, fields.relations == [relation],
      !fields.hasWays
    else { return nil }
    for at in fields.fields.indices where fields.fields[at].relation != relation { return nil }
    var grounded: [Int] = []
    for at in asked.fields.indices where asked.fields[at].field.isGrounded {
      grounded.append(asked.fields[at].field.column)
    }
    return AskedSources(relation: relation, columns: fields.columns, grounded: grounded)
  }

  /// A condition over some rows by itself; one of plain fields rests on the relation's sources.
  mutating func add(_ condition: Condition, rows: Bitmap, of relation: Int) {
    fields.add(condition, of: relation)
    flush()
    addGrounds(fields.grounded(of: relation), rows.rows, engine.dataset.relations[relation])
    addGroundsOfLinkedSets()
    if isEmpty { add(engine.dataset.relations[relation].schema.sources) }
  }

  /// The sources of an answer to a query of the record's own.
  mutating func add(sourcesOf answer: Answer) { add(answer.provenance.sources.map(\.id)) }

  /// A field, or a relation, by itself.
  mutating func add(field: Field?, of relation: Int) {
    let schema = engine.dataset.relations[relation].schema
    add(field.map { $0.sources.isEmpty ? schema.sources : $0.sources } ?? schema.sources)
  }

  /// Rows and what is shown of them.
  mutating func add(_ frame: Frame, _ plan: LogicalPlan) {
    collect(plan)
    if let number = frame.number {
      for column in frame.columns { fields.add(column.value, of: number) }
    }
    flush()
    addGroundsOfLinkedSets()
    if let relation = plan.measure?.set.relation {
      guard !engine.isBare(fields.grounded(of: relation), of: relation) else { return }
      let bases = plan.measures.map { engine.input(of: $0).rows.basePossible }
      let base = bases.dropFirst().reduce(bases[0], |).rows
      addGrounds(fields.grounded(of: relation), base, engine.dataset.relations[relation])
      addLinkedSources(base, engine.dataset.relations[relation])
    } else if let number = frame.number {
      guard !engine.isBare(fields.grounded(of: number), of: number) else { return }
      if let set = plan.set {
        var asked = PlanFields()
        asked.add(set)
        addGrounds(
          asked.grounded(of: number), engine.rows(of: set).basePossible.rows, frame.relation)
      }
      addGrounds(fields.grounded(of: number), frame.rows, frame.relation)
      addLinkedSources(frame.rows, frame.relation)
    }
  }

  /// All that is known of one row.
  mutating func add(row: Int, of relation: Int) {
    fields.add(relation: relation)
    let schema = engine.dataset.relations[relation].schema
    for link in schema.links {
      if let target = engine.dataset.relation(link.target) { fields.add(relation: target) }
    }
    for (column, field) in schema.fields.enumerated() {
      fields.add(FieldRef(hops: [], column: column, field: field, text: field.name), of: relation)
    }
    flush()
    addGrounds(fields.grounded(of: relation), [row], engine.dataset.relations[relation])
    addLinkedSources([row], engine.dataset.relations[relation])
  }

  /// The grounds of what is asked of linked rows.
  private mutating func addGroundsOfLinkedSets() {
    for linked in fields.linked {
      let relation = linked.set.relation
      var asked = PlanFields()
      asked.add(linked.set)
      guard !asked.grounded(of: relation).isEmpty else { continue }
      addGrounds(
        asked.grounded(of: relation), engine.rows(of: linked.set).basePossible.rows,
        engine.dataset.relations[relation])
    }
  }

  /// The sources that rows themselves name, in a link to the relation of sources.
  /// - Parameter rows: nil for all of them.
  private mutating func addLinkedSources(_ rows: [Int]?, _ relation: Relation) {
    // A column is made when it is asked for: only those that can name a source are.
    for (place, field) in relation.schema.fields.enumerated() {
      guard case .link("sources") = field.type else { continue }
      let column = relation.columns[place]
      guard case .link(let targets) = column.values,
        let number = engine.dataset.relation("sources"),
        let key = engine.dataset.relations[number].column(
          engine.dataset.relations[number].schema.key),
        case .text(let codes, let texts) = key.values
      else { continue }
      // A handful of sources is named by hundreds of rows: each is taken once.
      var isMet = [Bool](repeating: false, count: codes.count)
      var met: [Int] = []
      func meet(_ row: Int) {
        guard column.isKnown(row), !isMet[Int(targets[row])] else { return }
        isMet[Int(targets[row])] = true
        met.append(Int(targets[row]))
      }
      if let rows {
        for row in rows { meet(row) }
      } else {
        for row in targets.indices { meet(row) }
      }
      add(met.map { texts[Int(codes[$0])] })
    }
  }

  /// What another trail met.
  mutating func add(_ other: SourceTrail) { add(other.keys) }

  /// The place of each source key among the references, from 0.
  func indices(_ wanted: [String]) -> [Int] {
    let keys = keys
    return wanted.compactMap { keys.firstIndex(of: $0) }
  }

  private mutating func collect(_ plan: LogicalPlan) {
    switch plan {
    case .figure(let measure): fields.add(measure)
    case .group(let plan):
      fields.add(plan)
      if case .rows(of: let set, let join) = plan.grouping {
        fields.add(set)
        fields.add(join, from: set.relation)
      }
    case .rows(let set): fields.add(set)
    case .rank(let inner, let value, _, _):
      collect(inner)
      if let set = inner.set { fields.add(value, of: set.relation) }
    case .keep(let inner, let condition):
      collect(inner)
      if let set = inner.set { fields.add(condition, of: set.relation) }
    case .sort(let inner, let orders, _):
      collect(inner)
      if let set = inner.set { for order in orders { fields.add(order.value, of: set.relation) } }
    case .add(let inner, let columns):
      collect(inner)
      if let set = inner.set {
        for column in columns { fields.add(column.value, of: set.relation) }
      }
    case .limit(let inner, _, _), .columns(let inner, _), .total(let inner): collect(inner)
    case .card, .catalogue, .check, .funnel, .across, .totals, .compare, .changes: break
    }
  }

  private mutating func flush() {
    for relation in fields.relations {
      add(engine.dataset.relations[relation].schema.sources)
      addSourceOfList(relation)
    }
    for entry in fields.fields { add(entry.field.field.sources) }
  }

  /// A list is a source as a whole, also of what is not on it.
  private mutating func addSourceOfList(_ number: Int) {
    add(SourceTrail.sourceOfList(engine.dataset.relations[number], engine.dataset))
  }

  /// The source of the list that a day shows; empty for relations of no lists.
  static func sourceOfList(_ relation: Relation, _ dataset: Dataset) -> [String] {
    guard case .snapshots = relation.schema.timing, relation.count > 0,
      let field = relation.schema.fields.firstIndex(where: { $0.type == .link(to: "sources") }),
      case .link(let rows) = relation.columns[field].values,
      let number = dataset.relation("sources"),
      let keys = dataset.relations[number].column(dataset.relations[number].schema.key),
      case .text(let codes, let texts) = keys.values, relation.columns[field].isKnown(0)
    else { return [] }
    return [texts[Int(codes[Int(rows[0])])]]
  }
}
