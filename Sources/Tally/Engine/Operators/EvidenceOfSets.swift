// What the answer fields of a question rest on: bases, confidence, reasons.

extension Executor {
  /// What settles the members of a set, and what leaves the others open.
  ///
  /// `fields` are the answer fields that the question asks; nil is returned where there are none.
  /// - Complexity: O(rows × fields): words are made once for each combination of grounds.
  func evidence(
    certain: Bitmap, possible: Bitmap, base: Bitmap, fields: [FieldRef], relation: Relation
  ) -> Evidence? {
    let columns = fields.compactMap { GroundColumn(self, $0, relation) }
    guard !columns.isEmpty else { return nil }
    let mixes = GroundMixes(columns, rows: base)
    var counter = EvidenceCounter(bases: dataset.bases)
    let counts = mixes.counts(certain: certain, possible: possible)
    for (mix, count) in zip(mixes.mixes, counts) {
      counter.add(Array(zip(fields, mix)), count)
    }
    return counter.evidence
  }
}

/// The rows of a set that share the same ground in each of some fields.
struct GroundMixes {
  /// How many rows of a mix are members, may be, and are asked.
  struct Count {
    var certain = 0
    var possible = 0
    var all = 0
  }

  /// The grounds of each mix, one for each field.
  private(set) var mixes: [[Ground]] = []
  private var codes: [Int]

  /// The mixes of the rows of a base; the other rows have the code -1.
  init(_ columns: [GroundColumn], rows: Bitmap) {
    codes = (0..<rows.count).map { rows[$0] ? 0 : -1 }
    mixes = rows.isEmpty ? [] : [[]]
    for column in columns { refine(by: column) }
  }

  /// Splits mixes by a further column, and numbers what there is from 0 in the order of the rows.
  private mutating func refine(by column: GroundColumn) {
    let distinct = column.grounds.count
    var numbers = [Int](repeating: -1, count: mixes.count * distinct)
    var refined: [[Ground]] = []
    for row in codes.indices where codes[row] >= 0 {
      let code = column.codes[row]
      let pair = codes[row] * distinct + code
      if numbers[pair] < 0 {
        numbers[pair] = refined.count
        refined.append(mixes[codes[row]] + [column.grounds[code]])
      }
      codes[row] = numbers[pair]
    }
    mixes = refined
  }

  /// How many rows each mix has.
  func counts(certain: Bitmap, possible: Bitmap) -> [Count] {
    var counts = [Count](repeating: Count(), count: mixes.count)
    for (row, code) in codes.enumerated() where code >= 0 {
      counts[code].all += 1
      if possible[row] { counts[code].possible += 1 }
      if certain[row] { counts[code].certain += 1 }
    }
    return counts
  }
}

/// Adds up what mixes of grounds say.
private struct EvidenceCounter {
  let bases: [String]
  private var basis = LabelCounter()
  private var settledBy: Set<String> = []
  private var unsettled = LabelCounter()
  private var openReasons = LabelCounter()
  private var memberReasons = LabelCounter()
  private var medium = 0

  init(bases: [String]) { self.bases = bases }

  mutating func add(_ values: [(field: FieldRef, ground: Ground)], _ count: GroundMixes.Count) {
    let known = basisWords(values)
    basis.add(known.joined(separator: "+"), count.certain)
    let isMedium = values.contains {
      $0.ground.value != .unknown && $0.ground.confidence == "medium"
    }
    if isMedium { medium += count.certain }
    let open = count.possible - count.certain
    unsettled.add(pattern(values), open)
    if count.all > open { settledBy.formUnion(known) }
    for reason in Set(values.compactMap { EvidenceCounter.reason($0.ground) }) {
      openReasons.add(reason, open)
      memberReasons.add(reason, count.certain)
    }
  }

  /// Reasons are those of the rows that are not settled; where all are settled, of the members,
  /// for then it was asked for what is unknown.
  var evidence: Evidence {
    let split = basis.ordered
    let reasons = unsettled.ordered.isEmpty ? memberReasons : openReasons
    return Evidence(
      basis: split.count > 1 ? split : split.filter { !$0.label.isEmpty },
      settledBy: bases.filter(settledBy.contains), medium: medium, unsettled: unsettled.ordered,
      reasons: reasons.ordered)
  }

  /// The bases of the known values, in the dataset's order.
  private func basisWords(_ values: [(field: FieldRef, ground: Ground)]) -> [String] {
    let words = Set(
      values.filter { $0.ground.value != .unknown }
        .flatMap { $0.ground.basis.split(separator: "+").map(String.init) })
    return bases.filter(words.contains)
  }

  private static func reason(_ ground: Ground) -> String? {
    ground.value == .unknown ? ground.reason ?? "no reason given" : nil
  }

  /// For one field the reason; for several what is known of each.
  private func pattern(_ values: [(field: FieldRef, ground: Ground)]) -> String {
    if values.count == 1 {
      return EvidenceCounter.reason(values[0].ground) ?? "open in another condition"
    }
    let unknown = values.filter { $0.ground.value == .unknown }.map(\.field.text)
    let known = values.filter { $0.ground.value != .unknown }
      .map { "\($0.field.text) \($0.ground.value.rawValue)" }
    let open = unknown.isEmpty ? [] : [unknown.joined(separator: " and ") + " unknown"]
    return (known + open).joined(separator: ", ")
  }
}

/// The grounds of an answer field for the rows of a relation, through its links.
struct GroundColumn {
  /// For each row the number of its ground.
  let codes: [Int]
  /// The distinct grounds.
  let grounds: [Ground]

  /// Nil where the field is no answer. A row that the field's links do not reach is unknown.
  init?(_ engine: Executor, _ field: FieldRef, _ relation: Relation) {
    guard case .answer(let codes, let grounds) = engine.column(field, of: relation).values else {
      return nil
    }
    guard !field.hops.isEmpty else {
      self.codes = Array(codes)
      self.grounds = grounds
      return
    }
    let way = engine.gather(field.hops, from: relation)
    self.codes = way.rows.indices.map { row in
      if way.none[row] { return grounds.count }
      return way.unknown[row] ? grounds.count + 1 : Int(codes[Int(way.rows[row])])
    }
    self.grounds =
      grounds + [
        Ground(value: .unknown, reason: "does not apply"),
        Ground(value: .unknown, reason: "link not known"),
      ]
  }

  /// The ground of a row.
  func ground(_ row: Int) -> Ground { grounds[codes[row]] }
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
