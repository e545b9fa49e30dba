// Rows by group: dense codes, one group for each combination of keys that the base has.

/// The groups of a set: keys in order, and the rows of each.
struct GroupTable {
  /// For each group, one row of the relation that has its keys (or, for groups that are rows of
  /// another relation, that row).
  var representatives: [Int]
  /// The rows of group `g` are `rows[starts[g]..<starts[g + 1]]`.
  var starts: [Int]
  var rows: [Int]
  /// For each group, rows that may belong to it.
  var floating: [[Int]]
  /// Whether every row of the base is in a group.
  var isPartition = true
  /// Groups that are themselves certain; the others are possible only.
  var certain: [Bool]

  /// The rows of a group.
  func members(_ group: Int) -> ArraySlice<Int> { rows[starts[group]..<starts[group + 1]] }

  /// Packs rows by the code of their group; a code below 0 leaves a row out.
  /// - Complexity: O(rows + groups), by counting.
  init(
    codes: [Int], groups: Int, representatives: [Int], floating: [[Int]],
    certain: [Bool], isPartition: Bool = true
  ) {
    var starts = [Int](repeating: 0, count: groups + 1)
    for code in codes where code >= 0 { starts[code + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int](repeating: 0, count: starts[groups])
    for (row, code) in codes.enumerated() where code >= 0 {
      rows[next[code]] = row
      next[code] += 1
    }
    self.starts = starts
    self.rows = rows
    self.representatives = representatives
    self.floating = floating
    self.certain = certain
    self.isPartition = isPartition
  }
}

/// A value that may be imprecise, as a key: by its low end, then its high end.
private struct Ends: Hashable, Comparable {
  let low: Double
  let high: Double

  static func < (a: Ends, b: Ends) -> Bool { (a.low, a.high) < (b.low, b.high) }
}

/// One grouping key: for each row the place of its value in the order of values.
struct KeyCodes {
  /// The place of each row's value: none first, then the values in order, unknown last.
  var ranks: [Int]
  var distinct: Int
}

extension Executor {
  /// The groups of a set's base by the values of fields, in key order.
  func groups(_ rows: RowSet, by fields: [FieldRef], relation: Int) -> GroupTable {
    let evaluator = evaluator(relation)
    let keys = fields.map { keyCodes($0, evaluator) }
    let base = rows.basePossible
    var codes = base.words.isEmpty ? [] : (0..<base.count).map { base[$0] ? 0 : -1 }
    var count = base.isEmpty ? 0 : 1
    for key in keys { (codes, count) = refined(codes, by: key) }
    var representatives = [Int](repeating: 0, count: count)
    for (row, code) in codes.enumerated().reversed() where code >= 0 { representatives[code] = row }
    return GroupTable(
      codes: codes, groups: count, representatives: representatives,
      floating: [[Int]](repeating: [], count: count),
      certain: [Bool](repeating: true, count: count))
  }

  /// Splits groups by a further key, and numbers what there is from 0: so codes stay below the
  /// number of rows, however many keys there are.
  private func refined(_ codes: [Int], by key: KeyCodes) -> (codes: [Int], count: Int) {
    let split = codes.indices.map { row in
      codes[row] < 0 ? -1 : codes[row] * key.distinct + key.ranks[row]
    }
    let order = Set(split.filter { $0 >= 0 }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return (split.map { numbers[$0] ?? -1 }, order.count)
  }

  /// The rows of a set grouped by the row of another relation that they are linked to.
  func groups(of outer: RowSet, _ join: Join) -> GroupTable {
    let links = BackLinks(self, join)
    let members = outer.possible.rows
    var number = [Int](repeating: -1, count: outer.possible.count)
    for (group, row) in members.enumerated() { number[row] = group }
    let codes = (0..<dataset.relations[join.to].count).map { row in
      links.target(row).map { number[$0] } ?? -1
    }
    return GroupTable(
      codes: codes, groups: members.count, representatives: members,
      floating: members.map { target in links.floating.filter { links.mayReach($0, target) } },
      certain: members.map { outer.certain[$0] }, isPartition: false)
  }

  private func keyCodes(_ field: FieldRef, _ evaluator: Evaluator) -> KeyCodes {
    let order: [Int]
    let codes: [Int]
    switch field.field.type {
    case .answer:
      let map = evaluator.map(.answer(field))
      codes = (0..<evaluator.relation.count).map { map.yes[$0] ? 0 : map.no[$0] ? 1 : 2 }
      order = [0, 1, 2]
    case .text, .link:
      let texts = evaluator.texts(.field(field))
      codes = texts.codes.map(Int.init)
      order = texts.texts.indices.sorted { texts.texts[$0] < texts.texts[$1] }
    case .category(let values):
      codes = evaluator.texts(.field(field)).codes.map(Int.init)
      order = Array(values.indices)
    case .number:
      let numbers = evaluator.numbers(.field(field))
      (codes, order) = distinct(zip(numbers.low, numbers.high).map { Ends(low: $0, high: $1) })
    case .date:
      let dates = evaluator.dates(.field(field))
      (codes, order) = distinct(
        zip(dates.first, dates.last).map { Ends(low: Double($0), high: Double($1)) })
    }
    return ranked(codes, order, missing: evaluator.missing(.field(field)))
  }

  private func distinct(_ values: [Ends]) -> (codes: [Int], order: [Int]) {
    let sorted = Set(values).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    return (values.map { numbers[$0] ?? 0 }, Array(sorted.indices))
  }

  private func ranked(
    _ codes: [Int], _ order: [Int], missing: (unknown: Bitmap, none: Bitmap)
  ) -> KeyCodes {
    var rank = [Int](repeating: 0, count: order.count)
    for (place, code) in order.enumerated() { rank[code] = place + 1 }
    let ranks = codes.indices.map { row in
      missing.unknown[row] ? order.count + 1 : missing.none[row] ? 0 : rank[codes[row]]
    }
    return KeyCodes(ranks: ranks, distinct: order.count + 2)
  }
}
