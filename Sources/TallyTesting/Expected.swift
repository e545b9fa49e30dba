// What a test says of an answer, and what is said where it is not so.

public import Tally

/// What came of a question.
struct Reply {
  var result: Result<Answer, TallyError>
  /// Whether the question says in which order its rows stand.
  var isOrdered = false
}

/// What an answer must be.
public struct Expected: Sendable {
  /// What was expected, in words: `at most 1,700`.
  public let words: String
  /// What is found instead, in words; nil where it is as expected.
  let difference: @Sendable (Reply) -> String?

  init(_ words: String, difference: @escaping @Sendable (Reply) -> String?) {
    self.words = words
    self.difference = difference
  }

  /// Something of one number.
  private init(figure words: String, holds: @escaping @Sendable (Figure) -> Bool) {
    self.init(words) { reply in
      switch reply.result {
      case .failure(let error): return error.description
      case .success(let answer):
        guard case .figure(let figure) = answer.content else { return FoundText.text(answer) }
        // Over the known values alone, no bound is proven but the least of an amount.
        let isProven = !figure.lacksValues || figure.high == nil
        return isProven && holds(figure) ? nil : FoundText.text(answer)
      }
    }
  }
}

// MARK: Numbers

extension Expected {
  /// This number, with nothing left open: an interval around it is not it.
  public static func exactly(_ number: Int) -> Expected { exactly(Double(number)) }

  /// This number, with nothing left open. Fractions are compared to twelve digits, for sums and
  /// quotients in binary are not exact.
  public static func exactly(_ number: Double) -> Expected {
    Expected(figure: Words.number(number)) { figure in
      figure.isExact && figure.low.map { Words.isSame($0, number) } == true
    }
  }

  /// This interval: what is proven, and what cannot be passed.
  public static func interval(_ range: ClosedRange<Int>) -> Expected {
    interval(Double(range.lowerBound)...Double(range.upperBound))
  }

  /// This interval: what is proven, and what cannot be passed.
  public static func interval(_ range: ClosedRange<Double>) -> Expected {
    let words = "\(Words.number(range.lowerBound)) to \(Words.number(range.upperBound))"
    return Expected(figure: words) { figure in
      guard let low = figure.low, let high = figure.high else { return false }
      return Words.isSame(low, range.lowerBound) && Words.isSame(high, range.upperBound)
    }
  }

  /// No more than this, whatever the unknown values are.
  public static func atMost(_ most: Double) -> Expected {
    Expected(figure: "at most " + Words.number(most)) { $0.high.map { $0 <= most } ?? false }
  }

  /// No less than this, whatever the unknown values are.
  public static func atLeast(_ least: Double) -> Expected {
    Expected(figure: "at least " + Words.number(least)) { $0.low.map { $0 >= least } ?? false }
  }

  /// Within these, whatever the unknown values are.
  public static func within(_ range: ClosedRange<Double>) -> Expected {
    let words = "between \(Words.number(range.lowerBound)) and \(Words.number(range.upperBound))"
    return Expected(figure: words) { figure in
      guard let low = figure.low, let high = figure.high else { return false }
      return range.contains(low) && range.contains(high)
    }
  }

  /// A number about which so many rows are not settled.
  public static func unknown(_ rows: Int) -> Expected {
    Expected(figure: "\(Words.number(Double(rows))) not settled") { $0.unknown == rows }
  }
}

// MARK: Rows

extension Expected {
  /// So many rows or groups, and none that may belong beside them.
  public static func rows(_ count: Int) -> Expected {
    Expected(count == 1 ? "1 row" : "\(count) rows") { reply in
      FoundText.rows(reply.result) { table in
        let rows = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
        let more = table.possibleMore > 0 ? ", and \(table.possibleMore) more may belong" : ""
        return table.rows.count == count && more.isEmpty ? nil : rows + more
      }
    }
  }

  /// These rows, each a text for each cell: `["Kent", "yes"]`.
  ///
  /// Rows that the question does not sort are compared without their order.
  public static func rows(_ rows: [[String]]) -> Expected {
    Expected(rows.count == 1 ? "this 1 row" : "these \(rows.count) rows") { reply in
      FoundText.rows(reply.result) { table in
        let found = table.rows.map { $0.map(Words.cell) }
        if table.possibleMore > 0 { return "\(table.possibleMore) more rows may belong" }
        let isSame =
          reply.isOrdered
          ? found == rows
          : found.sorted { $0.lexicographicallyPrecedes($1) }
            == rows.sorted { $0.lexicographicallyPrecedes($1) }
        return isSame ? nil : Lines.difference(rows.map(Lines.row), found.map(Lines.row))
      }
    }
  }

  /// No row at all, and none that may be one: "this list is empty" as a test.
  public static let noRows = Expected.rows(0)
}

// MARK: Mistakes

extension Expected {
  /// A question that does not run, for this reason: `T301`.
  public static func diagnostic(_ code: String) -> Expected {
    Expected("the error " + code) { reply in
      switch reply.result {
      case .success(let answer): return FoundText.text(answer)
      case .failure(.mistaken(let diagnostics, _)) where diagnostics.contains { $0.code == code }:
        return nil
      case .failure(let error): return error.description
      }
    }
  }

  /// A question that ends at a limit.
  public static func stopped(_ limit: LimitReached) -> Expected {
    Expected("to be stopped: \(limit)") { reply in
      switch reply.result {
      case .success(let answer): return FoundText.text(answer)
      case .failure(.stopped(limit, _)): return nil
      case .failure(let error): return error.description
      }
    }
  }
}
