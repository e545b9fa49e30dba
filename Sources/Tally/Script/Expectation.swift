// expect: what a script says of the answer above, and whether it holds.

/// An answer held to what a script says of it.
public struct Expectation: Sendable, Equatable {
  /// The statement as it was typed: `expect 1_922`.
  public let text: String
  /// Whether the answer is so.
  public let isMet: Bool
  /// What the answer is, in the words of an expectation: `0 to 142`, `12 rows`.
  public let found: String
  /// Why it is not met, where the numbers alone do not say.
  public let reason: String
  /// The rows that were expected, for a block of rows; else empty.
  public let expectedRows: [String]
  /// The rows that were found.
  public let foundRows: [String]
  /// A statement that the answer meets; nil where nothing can be expected of it.
  public let renewed: String?

  /// Holds what was found to what is expected.
  init(_ node: ExpectationNode, _ source: Source, _ span: Span, of above: Above) {
    text = source.text(span)
    let verdict: Holding
    switch above {
    case .failed(let codes): verdict = Holding(failed: codes, node)
    case .answered(let answer, let isOrdered):
      verdict = Holding(answer, node, source, isOrdered: isOrdered)
    }
    isMet = verdict.isMet
    found = verdict.found
    reason = verdict.reason
    expectedRows = verdict.expectedRows
    foundRows = verdict.foundRows
    renewed = verdict.renewed.map { "expect " + $0 }
  }
}

/// What came of one look.
private struct Holding {
  var isMet = false
  var found = ""
  var reason = ""
  var expectedRows: [String] = []
  var foundRows: [String] = []
  var renewed: String?

  /// A question that failed meets an expected error, and nothing else.
  init(failed codes: [String], _ node: ExpectationNode) {
    found = codes.isEmpty ? "an error" : "error " + codes.joined(separator: ", ")
    if case .error(let name) = node {
      isMet = codes.contains { $0.lowercased() == name.text }
      renewed = codes.first.map { "error " + $0 }
    } else {
      // A number is never written anew as an error: the question is what must be mended.
      reason = "the question failed"
    }
  }

  init(_ answer: Answer, _ node: ExpectationNode, _ source: Source, isOrdered: Bool) {
    switch node {
    case .error: found = "an answer"
    case .rows(let count): hold(answer, rows: count.value)
    case .block(let block): hold(answer, block: block.text, isOrdered: isOrdered)
    case .value(let value):
      hold(answer, [value], source) { number, at in
        number.isExact && number.low.isSame(as: value.amount, at)
          || number.low.isSame(as: value.amount, at, outward: .down)
            && number.high.isSame(as: value.amount, at, outward: .up)
      }
    case .interval(let low, let high):
      hold(answer, [low, high], source) { number, at in
        number.low.isSame(as: low.amount, at, outward: .down)
          && number.high.isSame(as: high.amount, at, outward: .up)
      }
    case .between(let low, let high):
      hold(answer, [low, high], source) { number, _ in
        guard let least = low.amount, let most = high.amount, let a = number.low,
          let b = number.high
        else { return false }
        return least <= a && b <= most
      }
    }
  }

  /// Holds a number to what was typed, at the precision at which it was typed.
  private mutating func hold(
    _ answer: Answer, _ typed: [ExpectationNode.Number], _ source: Source,
    _ holds: (AnsweredNumber, Precision) -> Bool
  ) {
    guard let number = AnsweredNumber(answer) else { return holdText(answer, typed) }
    let isPercent = typed.contains { if case .percent = $0.literal { true } else { false } }
    let decimals = typed.map { Precision.decimals(source.text($0.span)) }.max() ?? 0
    found = number.written(decimals: decimals, isPercent: number.isShare)
    renewed = number.low == nil || number.high == nil ? nil : found
    if let remark = number.remark {
      // A number of known values alone is no expectation; a block says of how many it is.
      reason = remark + ": expect a block of rows, which says so"
      renewed = "<<\n" + AnswerRows(answer).block + ">>"
      return
    }
    guard isPercent == number.isShare else {
      reason = number.isShare ? "the answer is a share: write 75.2%" : "the answer is no share"
      return
    }
    isMet = holds(number, Precision(decimals: decimals, isPercent: isPercent))
  }

  /// One cell may be held to a text, a date, yes or no.
  private mutating func holdText(_ answer: Answer, _ typed: [ExpectationNode.Number]) {
    let rows = AnswerRows(answer)
    guard typed.count == 1, let wanted = typed[0].text, let cell = rows.onlyCell else {
      found = rows.summary
      reason = "the answer is no single value: expect rows, or a block of rows"
      return
    }
    found = cell
    isMet = cell == wanted
    renewed = "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private mutating func hold(_ answer: Answer, rows: Int) {
    let found = AnswerRows(answer)
    self.found = found.summary
    guard let count = found.count else {
      reason = "the answer has no rows"
      return
    }
    guard found.possibleMore == 0 else {
      reason = "\(found.possibleMore) more may belong: expect a block of rows, which says so"
      return
    }
    isMet = count == rows
    renewed = "rows \(count)"
  }

  /// Rows without an order are compared as a set.
  private mutating func hold(_ answer: Answer, block: String, isOrdered: Bool) {
    let rows = AnswerRows(answer)
    let wanted = AnswerRows.cells(block)
    let have = rows.cells
    found = rows.summary
    expectedRows = wanted.map { $0.joined(separator: "  ") }
    foundRows = have.map { $0.joined(separator: "  ") }
    isMet =
      isOrdered
      ? wanted == have
      : wanted.first == have.first
        && wanted.dropFirst().map { $0.joined(separator: "\t") }.sorted()
          == have.dropFirst().map { $0.joined(separator: "\t") }.sorted()
    renewed = "<<\n" + rows.block + ">>"
  }
}

extension ExpectationNode.Number {
  /// The number; nil for a text or a date.
  fileprivate var amount: Double? {
    switch literal {
    case .number(let number), .percent(let number): isNegative ? -number : number
    case .text, .period, .fips, .answer, .latest: nil
    }
  }

  /// The text of a value that is no number.
  fileprivate var text: String? {
    switch literal {
    case .text(let text): text
    case .fips(let digits): digits
    case .answer(let value): value ? "yes" : "no"
    case .period(let period): Period.text(period.first, period.last)
    case .number, .percent, .latest: nil
    }
  }
}
