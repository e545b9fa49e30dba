// What the answer fields of a question rest on: bases, confidence, reasons.

extension Executor {
  /// What settles the members of a set, and what leaves the others open.
  ///
  /// `fields` are the answer fields that the question asks; nil is returned where there are none.
  /// - Parameters:
  ///   - number: the relation's number in the dataset; nil for rows that a query made.
  ///   - isOfClasses: whether rows whose fields have the same values are alike in all three sets.
  /// - Complexity: O(rows), or O(classes of rows) where these are alike.
  func evidence(
    certain: Bitmap, possible: Bitmap, base: Bitmap, fields: [FieldRef], relation: Relation,
    number: Int? = nil, isOfClasses: Bool = false
  ) -> Evidence? {
    guard let classes = classes(of: fields, relation, number) else { return nil }
    var counter = EvidenceCounter(classes, bases: dataset.bases)
    if isOfClasses {
      for (code, one) in classes.classes.enumerated() where base[one.first] {
        counter.counts[code] = EvidenceCounter.Count(
          certain: certain[one.first] ? one.count : 0,
          possible: possible[one.first] ? one.count : 0, all: one.count)
      }
    } else {
      base.forEach { row in
        let code = Int(classes.codes[row])
        counter.counts[code].all &+= 1
        if possible[row] { counter.counts[code].possible &+= 1 }
        if certain[row] { counter.counts[code].certain &+= 1 }
      }
    }
    return counter.evidence
  }

  /// The classes of a relation's rows by some fields; nil where none of them is an answer. Those of
  /// a dataset's own fields are kept with it.
  func classes(
    of fields: [FieldRef], _ relation: Relation, _ number: Int?
  ) -> GroundClasses? {
    guard let number, !fields.isEmpty, fields.allSatisfy(\.isOwnAnswer) else {
      return madeClasses(of: fields, relation, [])
    }
    return classes(ofOwn: fields.map(\.column), number) { fields }
  }

  /// The classes of a relation's rows by some of its own answers.
  /// - Parameter fields: asked for only where the classes are not kept.
  func classes(
    ofOwn columns: [Int], _ number: Int, _ fields: () -> [FieldRef]
  ) -> GroundClasses? {
    dataset.cache.classes(AskedColumns(relation: number, columns: columns)) {
      madeClasses(of: fields(), dataset.relations[number], columns)
    }
  }

  private func madeClasses(
    of fields: [FieldRef], _ relation: Relation, _ own: [Int]
  ) -> GroundClasses? {
    let columns = fields.compactMap { field -> SaidColumn? in
      if field.hops.isEmpty, let stated = relation.stated(field.column, on: dataset.asOf) {
        return SaidColumn(field.text, stated, bases: dataset.bases)
      }
      return GroundColumn(self, field, relation).map {
        SaidColumn(field.text, $0.codes, $0.grounds, bases: dataset.bases)
      }
    }
    guard !columns.isEmpty else { return nil }
    return GroundClasses(columns, count: relation.count, bases: dataset.bases, columns: own)
  }
}

/// Counts the rows of classes, in any order.
struct EvidenceCounter {
  /// How many rows of a class are members, may be, and are asked.
  struct Count {
    var certain = 0
    var possible = 0
    var all = 0
  }

  var counts: [Count]
  private let classes: GroundClasses
  private let bases: [String]

  init(_ classes: GroundClasses, bases: [String]) {
    self.classes = classes
    self.bases = bases
    counts = Array(repeating: Count(), count: classes.classes.count)
  }

  /// What the rows rest on, and what leaves them open.
  var evidence: Evidence {
    var tally = EvidenceTally(classes, bases: bases)
    tally.add(Bitmap(count: counts.count, filled: true)) { number, _ in counts[number] }
    return tally.evidence
  }
}

/// The grounds of an answer field for the rows of a relation, through its links.
struct GroundColumn {
  /// For each row the number of its ground: the column's own codes where no link is between.
  let codes: Codes
  /// The distinct grounds.
  let grounds: [Ground]

  /// Nil where the field is no answer. A row that the field's links do not reach is unknown.
  init?(_ engine: Executor, _ field: FieldRef, _ relation: Relation) {
    guard case .answer(let codes, let grounds) = engine.column(field, of: relation).values else {
      return nil
    }
    guard !field.hops.isEmpty else {
      self.codes = codes
      self.grounds = grounds
      return
    }
    let way = engine.gather(field.hops, from: relation)
    self.codes = Codes(
      way.rows.indices.map { row in
        if way.none[row] { return grounds.count }
        return way.unknown[row] ? grounds.count + 1 : codes[Int(way.rows[row])]
      })
    self.grounds =
      grounds + [
        Ground(value: .unknown, reason: "does not apply"),
        Ground(value: .unknown, reason: "link not known"),
      ]
  }

  /// Whether a ground rests on any document: those of one's own tables do not.
  var namesSources: Bool { grounds.contains { !$0.sources.isEmpty } }

  /// The ground of a row.
  func ground(_ row: Int) -> Ground { grounds[codes[row]] }

  /// The numbers of the grounds of all rows, in the order of their first use.
  func firstUsed() -> [Int] {
    guard case .bytes(let narrow) = codes.storage else {
      return firstUsed(by: Array(codes.indices))
    }
    // A question of all rows is the usual one: no list of them is made.
    var isMet = [Bool](repeating: false, count: grounds.count)
    var found: [Int] = []
    for code in narrow where !isMet[Int(code)] {
      isMet[Int(code)] = true
      found.append(Int(code))
    }
    return found
  }

  /// The numbers of the grounds of some rows, in the order of their first use.
  func firstUsed(by rows: [Int]) -> [Int] {
    var isMet = [Bool](repeating: false, count: grounds.count)
    var found: [Int] = []
    // The narrowest codes are what the record has: they are read as they lie.
    if case .bytes(let narrow) = codes.storage {
      for row in rows where !isMet[Int(narrow[row])] {
        isMet[Int(narrow[row])] = true
        found.append(Int(narrow[row]))
      }
    } else {
      for row in rows where !isMet[codes[row]] {
        isMet[codes[row]] = true
        found.append(codes[row])
      }
    }
    return found
  }
}

/// Counts by label, most first.
struct LabelCounter {
  private var counts: [String: Int] = [:]

  /// Adds rows to a label; none leaves no trace.
  mutating func add(_ label: String, _ count: Int) {
    if count > 0 { counts[label, default: 0] += count }
  }

  /// The labels with their counts: most first, then by name.
  var ordered: [LabelledCount] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      LabelledCount($0.key, $0.value)
    }
  }
}
