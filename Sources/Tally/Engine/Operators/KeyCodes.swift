// The values that rows are grouped by, as places in their order.

/// One grouping key: for each row the place of its value in the order of values.
struct KeyCodes {
  /// The place of each row's value: none first, then the values in order, unknown last.
  var ranks: [Int]
  /// How many places there are.
  var distinct: Int
  /// Rows whose value is one of several, between two places: a number that may lie in two bands.
  var spans: [Int: ClosedRange<Int>] = [:]
  /// The numbers that the places stand for, where some are of no row: counts that may be several.
  var wholes: [Double] = []
  /// How many rows of the base have a date that may be several days: each such period is a value.
  var periods = 0
}

/// A value that may be imprecise, as a key: by its low end, then its high end.
private struct Ends: Hashable, Comparable {
  let low: Double
  let high: Double

  static func < (a: Ends, b: Ends) -> Bool { (a.low, a.high) < (b.low, b.high) }
}

extension Evaluator {
  /// The places of a value's rows.
  /// - Throws: `ExecutionError.undivided` where rows of the base may have any of several numbers
  ///   that are not counted in ones.
  func keyCodes(_ key: GroupKey, in base: Bitmap) throws(ExecutionError) -> KeyCodes {
    let value = key.value
    let missing = missing(value)
    switch value.kind {
    case .truth(let condition):
      let map = map(condition)
      let codes = (0..<relation.count).map { map.yes[$0] ? 0 : map.no[$0] ? 1 : 2 }
      return ranked(codes, 3, missing)
    case .text(let isOrdered):
      let texts = texts(value)
      let places = isOrdered ? Array(texts.texts.indices) : places(Array(texts.texts), value)
      let rows = texts.codes.map { places.isEmpty ? 0 : places[Int($0)] }
      var ranks = ranked(rows, places.count, missing)
      if case .bands(let inner, let bands) = value { ranks.spans = spans(inner, bands) }
      return ranks
    case .number:
      let numbers = numbers(value)
      let ends = zip(numbers.low, numbers.high).map { Ends(low: $0, high: $1) }
      let known = (base - missing.unknown - missing.none).rows
      let open = known.count { ends[$0].low < ends[$0].high }
      // An interval that the record itself states is a value of its own, as a month is.
      guard open > 0, value.countsLinks else { return ranked(ends, missing) }
      guard value.isCount, known.allSatisfy({ ends[$0].high.isFinite }) else {
        throw .undivided(.imprecise(key.field.name, open))
      }
      return try counted(ends, known, missing)
    case .date:
      let dates = dates(value)
      var codes = ranked(
        zip(dates.first, dates.last).map { Ends(low: Double($0), high: Double($1)) }, missing)
      let known = base - missing.unknown - missing.none
      codes.periods = known.rows.count { dates.first[$0] < dates.last[$0] }
      return codes
    }
  }

  /// The places of counts: each whole number that some row may have is one, and a row that may
  /// have several is between its ends.
  private func counted(
    _ ends: [Ends], _ known: [Int], _ missing: (unknown: Bitmap, none: Bitmap)
  ) throws(ExecutionError) -> KeyCodes {
    var numbers: Set<Double> = []
    for end in Set(known.map { ends[$0] }) {
      guard end.high - end.low < Double(GroupTable.mostFloating) else { throw .undivided(.tooMany) }
      numbers.formUnion(stride(from: end.low, through: end.high, by: 1))
    }
    let wholes = numbers.sorted()
    let places = Dictionary(uniqueKeysWithValues: wholes.enumerated().map { ($1, $0) })
    var codes = ranked(ends.map { places[$0.low] ?? 0 }, wholes.count, missing)
    codes.wholes = wholes
    for row in known {
      guard let low = places[ends[row].low], let high = places[ends[row].high], low < high else {
        continue
      }
      codes.spans[row] = low + 1...high + 1
    }
    return codes
  }

  /// The place of each text in their order. Texts that are alike share one, but rows that a link
  /// leads to are kept apart: two places may have one name.
  func places(_ texts: [String], _ value: Value) -> [Int] {
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var places = [Int](repeating: 0, count: texts.count)
    for (place, code) in order.enumerated() {
      let before = place > 0 ? order[place - 1] : code
      let isAlike = place > 0 && !value.isLink && texts[before] == texts[code]
      places[code] = isAlike ? places[before] : place
    }
    return places
  }

  /// The bands that each number between two edges may lie in.
  private func spans(_ value: Value, _ bands: NumberBands) -> [Int: ClosedRange<Int>] {
    let numbers = numbers(value)
    var spans: [Int: ClosedRange<Int>] = [:]
    for row in 0..<relation.count where !numbers.unknown[row] && !numbers.none[row] {
      let (low, high) = (bands.place(numbers.low[row]), bands.place(numbers.high[row]))
      if low < high { spans[row] = low + 1...high + 1 }
    }
    return spans
  }

  private func ranked(
    _ values: [Ends], _ missing: (unknown: Bitmap, none: Bitmap)
  ) -> KeyCodes {
    let sorted = Set(values).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    return ranked(values.map { numbers[$0] ?? 0 }, sorted.count, missing)
  }

  private func ranked(
    _ places: [Int], _ count: Int, _ missing: (unknown: Bitmap, none: Bitmap)
  ) -> KeyCodes {
    let ranks = places.indices.map { row in
      missing.unknown[row] ? count + 1 : missing.none[row] ? 0 : places[row] + 1
    }
    return KeyCodes(ranks: ranks, distinct: count + 2)
  }
}

extension Value {
  /// Whether it counts linked rows, so that it is a whole number.
  fileprivate var isCount: Bool {
    if case .linked(_, let measure) = self { measure.kind == .count } else { false }
  }
}
