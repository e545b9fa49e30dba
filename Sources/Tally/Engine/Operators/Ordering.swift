// Rows in order: sorting by intervals, ranking with ties, keeping and cutting.

extension Executor {
  /// The evaluator of a frame's rows.
  func evaluator(of frame: Frame) -> Evaluator {
    Evaluator(engine: self, relation: frame.relation, number: frame.number)
  }

  /// Rows in order of the keys, the earlier key first; equal rows stay in their order. `first`
  /// keeps no more than the rows that later operators can show.
  func sorted(_ frame: Frame, by orders: [SortOrder], first: Int?) -> Frame {
    let evaluator = evaluator(of: frame)
    let keys = orders.map { sortKeys($0.value, evaluator, isDown: $0.isDown) }
    var frame = frame
    let order = frame.rows.indices.sorted { a, b in
      for key in keys {
        let (x, y) = (key[frame.rows[a]], key[frame.rows[b]])
        if x != y { return x < y }
      }
      return a < b
    }
    if first != nil { frame.rememberAll() }
    if let first = orders.first { frame.notes += unprovenNotes(frame, first.value, evaluator) }
    frame.rows = order.prefix(first ?? .max).map { frame.rows[$0] }
    return frame
  }

  /// What must be said of rows whose number is shown over its known values: they have no place.
  private func unprovenNotes(
    _ frame: Frame, _ value: Value, _ evaluator: Evaluator
  ) -> [String] {
    guard !frame.figures.isEmpty, case .number = value.kind else { return [] }
    let numbers = evaluator.numbers(value)
    let count = frame.rows.count { row in
      !numbers.unknown[row] && !numbers.none[row] && !numbers.low[row].isFinite
    }
    guard count > 0 else { return [] }
    let unit = count == 1 ? frame.unit.singular : frame.unit.plural
    return [
      "\(NumberText.grouped(count)) \(unit) \(count == 1 ? "stands" : "stand") last, in no "
        + "order: not all values behind \(count == 1 ? "its number" : "their numbers") are known"
    ]
  }

  /// For each row of the relation, three numbers that compare as the row's value should: rows
  /// without a value come last, whichever way is up; intervals compare by low, then high.
  private func sortKeys(_ value: Value, _ evaluator: Evaluator, isDown: Bool) -> [SortKeyValue] {
    let sign: Double = isDown ? -1 : 1
    let missing = evaluator.missing(value)
    let pairs = comparable(value, evaluator)
    return pairs.indices.map { row in
      if missing.unknown[row] { return SortKeyValue(place: 2, first: 0, second: 0) }
      if missing.none[row] { return SortKeyValue(place: 1, first: 0, second: 0) }
      guard pairs[row].0.isFinite else { return SortKeyValue(place: 2, first: 0, second: 0) }
      return SortKeyValue(place: 0, first: sign * pairs[row].0, second: sign * pairs[row].1)
    }
  }

  private func comparable(_ value: Value, _ evaluator: Evaluator) -> [(Double, Double)] {
    switch value.kind {
    case .number:
      let numbers = evaluator.numbers(value)
      return Array(zip(numbers.low, numbers.high))
    case .date:
      let dates = evaluator.dates(value)
      return zip(dates.first, dates.last).map { (Double($0), Double($1)) }
    case .text(let isOrdered):
      let texts = evaluator.texts(value)
      let ranks = isOrdered ? Array(texts.texts.indices) : placesInOrder(Array(texts.texts))
      return texts.codes.map { (ranks.isEmpty ? 0 : Double(ranks[Int($0)]), 0) }
    case .truth(let condition):
      let map = evaluator.map(condition)
      return (0..<evaluator.relation.count).map { (map.yes[$0] ? 0 : map.no[$0] ? 1 : 2, 0) }
    }
  }

  /// The place of each text in their order; equal texts share one.
  private func placesInOrder(_ texts: [String]) -> [Int] {
    let distinct = Set(texts).sorted()
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    return texts.map { places[$0] ?? 0 }
  }

  /// The first `count` rows by a value, and those that tie with the last of them.
  ///
  /// `top` orders by the low ends, for those are proven; `bottom` by the high ends. Rows without a
  /// value have no rank. The note names the rows left out that could belong to the first ones.
  func ranked(_ frame: Frame, by value: Value, count: Int, isBottom: Bool) -> Frame {
    let numbers = evaluator(of: frame).numbers(value)
    let ranking = Ranking(frame.rows, numbers, isBottom: isBottom)
    let shown = ranking.first(count)
    var result = frame
    result.rememberAll()
    result.rows = shown
    result.notes += rankNotes(
      frame, shown, ranking, numbers, of: frame.figures(of: value)?.figures, count: count,
      isBottom: isBottom)
    return result
  }

  private func rankNotes(
    _ frame: Frame, _ shown: [Int], _ ranking: Ranking, _ numbers: NumberVector,
    of figures: [Figure]?, count: Int, isBottom: Bool
  ) -> [String] {
    var notes: [String] = []
    if shown.count > count, let last = shown.last {
      let isProven = isBottom ? numbers.high[last] < .infinity : numbers.low[last] > -.infinity
      notes.append(
        "\(NumberText.grouped(shown.count - count)) more than asked: "
          + (isProven
            ? "they tie with the last" : "what is known of them and of the last gives no order"))
    }
    if let last = shown.last {
      let later = ranking.rest(behind: last) { row in
        numbers.mayReach(row, last, isBottom: isBottom, of: figures)
      }
      let open = frame.open.filter { row in
        guard !numbers.unknown[row], !numbers.none[row] else { return false }
        return numbers.mayReach(row, last, isBottom: isBottom, of: figures)
      }
      let left = (later + open).sorted {
        isBottom
          ? numbers.low[$0] < numbers.low[$1] : numbers.high[$0] > numbers.high[$1]
      }
      if !left.isEmpty { notes.append(overlapNote(frame, left, isBottom: isBottom)) }
    }
    return notes + missingNotes(frame, shown, numbers, isBottom: isBottom)
  }

  /// What stands in a rank without a place that is proven, and what has no place in it.
  private func missingNotes(
    _ frame: Frame, _ shown: [Int], _ numbers: NumberVector, isBottom: Bool
  ) -> [String] {
    func counted(_ rows: [Int]) -> String { frame.unit.counted(rows.count) }
    var notes: [String] = []
    let open = shown.filter {
      isBottom ? numbers.high[$0] == .infinity : numbers.low[$0] == -.infinity
    }
    if !open.isEmpty, open.count < shown.count {
      notes.append(
        counted(open)
          + (open.count == 1
            ? " stands at the end, in no order: its number is not proven"
            : " stand at the end, in no order: their numbers are not proven"))
    }
    let unknown = frame.rows.filter { numbers.unknown[$0] }
    if !unknown.isEmpty {
      let rank = unknown.count == 1 ? "it ranks" : "they rank"
      notes.append("\(counted(unknown)) of which it is not known where \(rank)")
    }
    let none = frame.rows.filter { numbers.none[$0] && !numbers.unknown[$0] }
    if !none.isEmpty { notes.append("\(counted(none)) without a value to rank by") }
    return notes
  }

  private func overlapNote(_ frame: Frame, _ left: [Int], isBottom: Bool) -> String {
    guard let key = frame.columns.first?.value else { return "" }
    let texts = evaluator(of: frame).texts(key)
    // Rows of the user's own may have no name but the number of their line.
    let names = left.prefix(5).map { row in
      let name = texts.texts[Int(texts.codes[row])]
      return name.isEmpty ? "\(frame.unit.singular) \(row + 1)" : name
    }.joined(separator: ", ")
    let more = left.count > 5 ? " and \(NumberText.grouped(left.count - 5)) more" : ""
    return "not settled enough to leave out: \(names)\(more) could rank among these"
  }

  /// Rows that certainly meet a condition; those that may are counted.
  func kept(_ frame: Frame, _ condition: Condition) -> Frame {
    let map = evaluator(of: frame).map(condition)
    var frame = frame
    frame.rememberAll()
    frame.open = (frame.rows.filter { !map.yes[$0] } + frame.open).filter { !map.no[$0] }
    frame.rows = frame.rows.filter { map.yes[$0] }
    frame.matched = frame.rows.count
    frame.isOpenByConditions = false
    return frame
  }

  /// Rows from `skip` on, at most `take`.
  func limited(_ frame: Frame, skip: Int, take: Int?) -> Frame {
    var frame = frame
    frame.rememberAll()
    frame.rows = Array(frame.rows.dropFirst(skip).prefix(take ?? .max))
    return frame
  }
}

/// A sort key of one row.
struct SortKeyValue: Comparable {
  var place: Int
  var first: Double
  var second: Double

  static func < (a: SortKeyValue, b: SortKeyValue) -> Bool {
    (a.place, a.first, a.second) < (b.place, b.first, b.second)
  }
}

extension Value {
  /// How a value compares.
  enum Kind {
    case number
    case date
    /// Words; ordered where the list of them has an order of its own.
    case text(isOrdered: Bool)
    case truth(Condition)
  }

  /// How this value compares.
  var kind: Kind {
    switch self {
    case .field(let field):
      switch field.field.type {
      case .answer: .truth(.answer(field))
      case .text, .link: .text(isOrdered: false)
      case .category: .text(isOrdered: true)
      case .number: .number
      case .date: .date
      }
    case .number, .arithmetic, .linked: .number
    case .day: .date
    case .text: .text(isOrdered: false)
    case .bands: .text(isOrdered: true)
    case .condition(let condition): .truth(condition)
    case .call(let function, _):
      switch function.kind {
      case .dateToNumber, .datesToNumber, .numberToDigits: .number
      case .textToText: .text(isOrdered: false)
      case .numberToBand: .text(isOrdered: true)
      }
    }
  }
}

extension NumberVector {
  /// Whether a row may rank with the last one shown: a tie with it would be shown too.
  /// - Parameter figures: what the numbers are of. One that may be of no row proves nothing as a
  ///   number, but what it would be is known.
  fileprivate func mayReach(
    _ row: Int, _ last: Int, isBottom: Bool, of figures: [Figure]?
  ) -> Bool {
    var ends = (low: low[row], high: high[row])
    if let figure = figures?[row], figure.existence == .possible, !figure.lacksValues,
      let low = figure.low, let high = figure.high
    {
      ends = (low, high)
    }
    return isBottom ? ends.low <= high[last] : ends.high >= low[last]
  }
}
