// Rows by group: dense codes, one group for each combination of keys that the base has.

/// The groups of a set: keys in order, and the rows of each.
struct GroupTable {
  /// For each group the place of its value of each key; for groups that are rows of another
  /// relation, that row.
  let keys: [[Int]]
  /// The rows of group `g` are `rows[starts[g]..<starts[g + 1]]`.
  private let starts: [Int]
  let rows: [Int]
  /// For each group, rows that may belong to it.
  let floating: [[Int]]
  /// Groups that are themselves certain; the others are possible only.
  let certain: [Bool]

  /// A row that may be one of several values is in each of their groups, and with each further key
  /// in the product of both: without a limit a few keys would fill the memory.
  static let mostFloating = 1_000_000

  /// The numbers of the groups.
  var indices: Range<Int> { keys.indices }

  /// The rows of a group.
  func members(_ group: Int) -> ArraySlice<Int> { rows[starts[group]..<starts[group + 1]] }

  /// Packs rows by the code of their group.
  /// - Complexity: O(rows + groups), by counting.
  init(rows: [Int], codes: [Int], keys: [[Int]], floating: [[Int]], certain: [Bool]) {
    var starts = [Int](repeating: 0, count: keys.count + 1)
    for code in codes { starts[code + 1] += 1 }
    for group in keys.indices { starts[group + 1] += starts[group] }
    var next = starts
    var packed = [Int](repeating: 0, count: rows.count)
    for (row, code) in zip(rows, codes) {
      packed[next[code]] = row
      next[code] += 1
    }
    self.starts = starts
    self.rows = packed
    self.keys = keys
    self.floating = floating
    self.certain = certain
  }

  /// The groups of a base by the values of keys, in key order. A row whose value may be one of
  /// several is in none of their groups, and may belong to each.
  /// - Throws: `ExecutionError.undivided` where such rows would stand in too many groups, and
  ///   `ExecutionError.stopped`.
  init(
    _ base: Bitmap, by keys: [KeyCodes], _ shouldStop: () -> Bool
  ) throws(ExecutionError) {
    var places = base.rows.map { Place(row: $0, group: 0, isSure: true) }
    var groups: [[Int]] = base.isEmpty ? [] : [[]]
    for key in keys {
      guard !shouldStop() else { throw .stopped }
      guard GroupTable.floating(places, key) <= GroupTable.mostFloating else {
        throw .undivided(.tooMany)
      }
      (places, groups) = GroupTable.refined(places, groups, by: key)
    }
    let sure = places.filter(\.isSure)
    var floating = [[Int]](repeating: [], count: groups.count)
    for place in places where !place.isSure { floating[place.group].append(place.row) }
    self.init(
      rows: sure.map(\.row), codes: sure.map(\.group), keys: groups, floating: floating,
      certain: [Bool](repeating: true, count: groups.count))
  }

  /// A group that a row belongs to, or may belong to.
  private struct Place {
    let row: Int
    var group: Int
    var isSure: Bool
  }

  /// In how many groups rows would stand that may belong to several.
  private static func floating(_ places: [Place], _ key: KeyCodes) -> Int {
    if key.spans.isEmpty { return places.count { !$0.isSure } }
    return places.reduce(0) { $0 + (key.spans[$1.row]?.count ?? ($1.isSure ? 0 : 1)) }
  }

  /// Splits groups by a further key, and numbers what there is from 0: so codes stay below the
  /// number of rows, however many keys there are.
  private static func refined(
    _ places: [Place], _ groups: [[Int]], by key: KeyCodes
  ) -> ([Place], [[Int]]) {
    var split = split(places, by: key)
    let order = numbered(&split, below: groups.count * key.distinct)
    return (split, order.map { groups[$0 / key.distinct] + [$0 % key.distinct] })
  }

  /// The groups of a further key, as the number of the old one times the key's places and its own.
  private static func split(_ places: [Place], by key: KeyCodes) -> [Place] {
    guard key.spans.isEmpty else {
      return places.flatMap { place -> [Place] in
        let code = place.group * key.distinct
        guard let span = key.spans[place.row] else {
          return [
            Place(row: place.row, group: code + key.ranks[place.row], isSure: place.isSure)
          ]
        }
        return span.map { Place(row: place.row, group: code + $0, isSure: false) }
      }
    }
    var split = places
    for at in split.indices {
      split[at].group = split[at].group * key.distinct + key.ranks[split[at].row]
    }
    return split
  }

  /// Up to so many codes for each place are numbered by a list of all codes.
  private static let mostListed = 4

  /// Numbers groups from 0 in the order of their codes.
  /// - Returns: the codes that there are, in order.
  private static func numbered(_ places: inout [Place], below count: Int) -> [Int] {
    guard count <= mostListed * places.count else {
      let order = Set(places.map(\.group)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      for at in places.indices { places[at].group = numbers[places[at].group] ?? 0 }
      return order
    }
    var numbers = [Int](repeating: -1, count: count)
    for place in places { numbers[place.group] = 0 }
    var order: [Int] = []
    for code in numbers.indices where numbers[code] == 0 {
      numbers[code] = order.count
      order.append(code)
    }
    for at in places.indices { places[at].group = numbers[places[at].group] }
    return order
  }
}

extension Executor {
  /// The rows of a set grouped by the row of another relation that they are linked to.
  func groups(of outer: RowSet, _ join: Join) -> GroupTable {
    let links = backLinks(join)
    let members = outer.possible.rows
    var number = [Int](repeating: -1, count: outer.possible.count)
    for (group, row) in members.enumerated() { number[row] = group }
    var (linked, codes): ([Int], [Int]) = ([], [])
    for (row, target) in links.targets.enumerated() where target >= 0 && number[Int(target)] >= 0 {
      linked.append(row)
      codes.append(number[Int(target)])
    }
    var floating = [[Int]](repeating: [], count: members.count)
    if !links.floating.isEmpty {
      floating = members.map { target in links.floating.filter { links.mayReach($0, target) } }
    }
    return GroupTable(
      rows: linked, codes: codes, keys: members.map { [$0] }, floating: floating,
      certain: members.map { outer.certain[$0] })
  }

  /// The values of a key at some of its places, as a column.
  func column(_ value: Value, _ codes: KeyCodes, at ranks: [Int], of relation: Int) -> Column {
    if case .bands(_, let bands) = value {
      return Column(
        .text(
          codes: Codes(ranks.map { min(max($0 - 1, 0), bands.edges.count) }),
          texts: TextPool(bands.labels)),
        unknown: Bitmap(count: ranks.count) { ranks[$0] == codes.distinct - 1 },
        none: Bitmap(count: ranks.count) { ranks[$0] == 0 })
    }
    if !codes.wholes.isEmpty {
      let numbers = ranks.map { codes.wholes[min(max($0 - 1, 0), codes.wholes.count - 1)] }
      return Column(
        .numbers(numbers),
        unknown: Bitmap(count: ranks.count) { ranks[$0] == codes.distinct - 1 },
        none: Bitmap(count: ranks.count) { ranks[$0] == 0 })
    }
    var first = [Int](repeating: 0, count: codes.distinct)
    for (row, rank) in codes.ranks.enumerated().reversed() { first[rank] = row }
    return picked(value, ranks.map { first[$0] }, evaluator(relation))
  }

  /// The values at some rows.
  func picked(_ value: Value, _ rows: [Int], _ evaluator: Evaluator) -> Column {
    let missing = evaluator.missing(value)
    let unknown = Bitmap(count: rows.count) { missing.unknown[rows[$0]] }
    let none = Bitmap(count: rows.count) { missing.none[rows[$0]] }
    let values: Column.Values
    switch value.kind {
    case .truth(let condition):
      let map = evaluator.map(condition)
      let grounds = Truth.allCases.map { Ground(value: $0) }
      let codes = Codes(rows.map { map.yes[$0] ? 0 : map.no[$0] ? 1 : 2 })
      values = .answer(codes: codes, grounds: grounds)
    case .text:
      let texts = evaluator.texts(value)
      values =
        value.isLink
        ? .link(rows: rows.map { Int32(texts.codes[$0]) })
        : .text(codes: Codes(rows.map { texts.codes[$0] }), texts: texts.texts)
    case .number:
      let numbers = evaluator.numbers(value)
      values = .numbers(rows.map { numbers.low[$0] }, rows.map { numbers.high[$0] })
    case .date:
      let dates = evaluator.dates(value)
      values = .date(first: rows.map { dates.first[$0] }, last: rows.map { dates.last[$0] })
    }
    return Column(values, unknown: unknown, none: none)
  }

  /// What the values of a column are called, as names for columns of their own.
  func texts(of column: Column, as field: Field) -> [String] {
    let relation = Relation(
      schema: RelationSchema(
        "parts", singular: "part", meaning: "the parts of groups", key: field.name,
        fields: [field], shown: [field.name]), count: column.count, columns: [column])
    let reference = FieldRef(hops: [], column: 0, field: field, text: field.name)
    let frame = Frame(
      relation: relation, number: nil, rows: Array(0..<column.count), matched: column.count,
      open: [], columns: [], unit: Unit(.count, singular: "part", plural: "parts"),
      base: column.count)
    let cells = CellColumn(self, frame, .field(reference))
    let answer = AnswerColumn(field.name, cells.type, unit: cells.unit)
    return frame.rows.map { row in
      if column.none[row] { return "none" }
      return CellText(
        cells.cell(row), column: answer, asOf: AnswerDate(dataset.asOf), marks: .drawn
      ).text
    }
  }
}
