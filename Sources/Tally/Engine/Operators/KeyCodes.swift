// The values that rows are grouped by, as places in their order.

/// One grouping key: for each row the place of its value in the order of values.
struct KeyCodes {
  /// The place of each row's value: none first, then the values in order, unknown last.
  var ranks: [Int]
  /// How many places there are.
  var distinct: Int
  /// Rows whose value is one of several, between two places: a number that may lie in two bands.
  var spans: [Int: ClosedRange<Int>] = [:]
}

/// A value that may be imprecise, as a key: by its low end, then its high end.
private struct Ends: Hashable, Comparable {
  let low: Double
  let high: Double

  static func < (a: Ends, b: Ends) -> Bool { (a.low, a.high) < (b.low, b.high) }
}

extension Evaluator {
  /// The places of a value's rows.
  func keyCodes(_ value: Value) -> KeyCodes {
    let missing = missing(value)
    switch value.kind {
    case .truth(let condition):
      let map = map(condition)
      let codes = (0..<relation.count).map { map.yes[$0] ? 0 : map.no[$0] ? 1 : 2 }
      return ranked(codes, 3, missing)
    case .text(let isOrdered):
      let texts = texts(value)
      let places = isOrdered ? Array(texts.texts.indices) : places(texts.texts, value)
      let rows = texts.codes.map { places.isEmpty ? 0 : places[Int($0)] }
      var ranks = ranked(rows, places.count, missing)
      if case .bands(let inner, let bands) = value { ranks.spans = spans(inner, bands) }
      return ranks
    case .number:
      let numbers = numbers(value)
      return ranked(zip(numbers.low, numbers.high).map { Ends(low: $0, high: $1) }, missing)
    case .date:
      let dates = dates(value)
      return ranked(
        zip(dates.first, dates.last).map { Ends(low: Double($0), high: Double($1)) }, missing)
    }
  }

  /// The place of each text in their order. Texts that are alike share one, but rows that a link
  /// leads to are kept apart: two places may have one name.
  private func places(_ texts: [String], _ value: Value) -> [Int] {
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
