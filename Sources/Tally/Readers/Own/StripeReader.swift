// One thread's share of a pass: the rows of a stripe, block by block, column by column.

/// What a stripe gave: a piece of each column, and what was wrong.
struct StripePiece: Sendable {
  /// Which stripe of the file it is of.
  var stripe = 0
  /// How many rows there are in each piece.
  var rows = 0
  /// The pieces of the columns that are words, by the numbers of the tasks.
  var codes: [CodePiece?] = []
  /// The pieces of the columns that are numbers.
  var numbers: [NumberPiece?] = []
  /// The first records that are no rows, in order, with their lines counted within the stripe.
  var problems: [RowProblem] = []
  /// How many records are no rows.
  var problemCount = 0
  var lines = 0
  var blankLines = 0
  var badText = 0
  var hasLetters = false
}

/// Reads stripes for one thread, with tables of distinct cells that it keeps from stripe to stripe.
final class StripeReader: @unchecked Sendable {
  /// The columns as words, by the numbers of the tasks.
  private(set) var words: [WordCells?] = []
  /// The columns as numbers.
  private(set) var numbers: [NumberCells?] = []
  private let stripe = Stripe()
  private let tasks: [ColumnTask]
  private let header: [String]
  private let block = CellBlock()
  private let quotes: QuotedColumns
  private var faults: [Int: (column: Int, what: RecordFault)] = [:]

  init(_ tasks: [ColumnTask], header: [String], isChecked: Bool) {
    self.tasks = tasks
    self.header = header
    quotes = QuotedColumns(width: header.count)
    words = tasks.map { $0.plan == .words ? WordCells($0, isChecked: isChecked) : nil }
    numbers = tasks.map { task in
      guard case .numbers(let marks) = task.plan else { return nil }
      return NumberCells(task, marks)
    }
  }

  /// Reads stripes until the round has no more.
  func read(_ feed: RecordFeed) -> [StripePiece] {
    var pieces: [StripePiece] = []
    while feed.next(into: stripe) {
      stripe.rows.sort(stripe.bytes, width: header.count)
      pieces.append(read(stripe))
    }
    return pieces
  }

  /// Whether the distinct texts of each column are few enough so far.
  var hasRoom: Bool {
    words.allSatisfy { ($0?.words.arena.count ?? 0) <= MergedWords.mostBytes }
  }

  /// Gives the memory of a task's pieces back, once its column has been made of them.
  func giveBack(_ task: Int) {
    words[task]?.memory.giveBack()
    numbers[task]?.memory.giveBack()
  }

  /// Reads the columns of a stripe.
  private func read(_ stripe: Stripe) -> StripePiece {
    faults = [:]
    let rows = stripe.rows.first.count
    var start = 0
    while start < rows {
      let end = min(rows, start + CellBlock.rows)
      quotes.look(stripe.bytes, stripe.rows, start..<end)
      for (number, task) in tasks.enumerated() { read(stripe, start..<end, number, task) }
      start = end
    }
    return piece(stripe)
  }

  private func read(_ stripe: Stripe, _ rows: Range<Int>, _ number: Int, _ task: ColumnTask) {
    let (bytes, origin, stripe) = (stripe.bytes, stripe.origin, stripe.rows)
    let starts = stripe.starts.elements + rows.lowerBound
    let place = { (row: Int) in origin + Int(starts[row]) }
    let fault = { (row: Int, what: RecordFault) in
      self.mark(rows.lowerBound + row, task.column, what)
    }
    let column = task.column
    func add(_ cells: some CellList) {
      words[number]?.add(cells, rowBytes: place, fault: fault)
      numbers[number]?.add(cells, rowBytes: place, fault: fault)
    }
    guard words[number] != nil || numbers[number]?.isOver == false else { return }
    if !quotes.isPlain(column, stripe) {
      block.fill(bytes, stripe, rows, column: column, width: header.count)
      add(FilledCells(block))
    } else if column == 0 {
      add(FirstCells(bytes, stripe, rows))
    } else {
      add(CellPlaces(bytes, stripe, rows, column: column))
    }
  }

  private func mark(_ row: Int, _ column: Int, _ what: RecordFault) {
    if faults[row] == nil { faults[row] = (column, what) }
  }

  private func piece(_ stripe: Stripe) -> StripePiece {
    let rows = stripe.rows
    var piece = StripePiece()
    let dropped = Set(faults.keys)
    piece.stripe = stripe.number
    piece.rows = rows.first.count - dropped.count
    piece.codes = words.map { $0?.piece(dropping: dropped) }
    piece.numbers = numbers.map { $0?.piece(dropping: dropped) }
    let bad =
      rows.bad
      + faults.map { row, fault in
        let end = Int(rows.index.ends[Int(rows.first[row]) + header.count - 1])
        return BadRecord(
          start: Int(rows.starts[row]), end: end, fault: fault.what, column: fault.column)
      }
    piece.problemCount = bad.count
    piece.problems = problems(stripe, bad)
    piece.badText = faults.values.count { $0.what == .encoding }
    piece.hasLetters = words.contains { $0?.hasLetters == true }
    (piece.lines, piece.blankLines) = (rows.lines, rows.blankLines)
    return piece
  }

  private func problems(_ stripe: Stripe, _ bad: [BadRecord]) -> [RowProblem] {
    var problems: [RowProblem] = []
    var line = 1
    var counted = 0
    for record in bad.sorted(by: { $0.start < $1.start }).prefix(LoadReport.mostProblems) {
      line += LineCounter.lines(stripe.bytes, counted..<record.start)
      counted = record.start
      problems.append(
        RowProblem(
          line: line, byte: stripe.origin + record.start, column: record.column.map { header[$0] },
          reason: record.fault.reason(width: header.count),
          text: RowExcerpt.text(stripe.bytes, record.start..<record.end)))
    }
    return problems
  }
}

extension RecordFault {
  /// What is wrong, in a full sentence.
  func reason(width: Int) -> String {
    switch self {
    case .textAfterQuote: "Text follows a quote that closes a cell."
    case .openQuote: "A quote opens a cell and does not close."
    case .tooLong: "The row has more than 4 MB."
    case .cells(let count):
      "The row has \(count) cell\(count == 1 ? "" : "s"), but the header has \(width)."
    case .encoding: "The cell has bytes that are not UTF-8."
    case .value(let what): what
    }
  }
}

/// The beginning of a row, for messages.
enum RowExcerpt {
  /// The most bytes that are shown.
  static let longest = 120

  /// The beginning of some bytes, in one line.
  static func text(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> String {
    let shown = range.prefix(longest).map { bytes[$0] < 0x20 ? 0x20 : bytes[$0] }
    let text = String(decoding: shown, as: UTF8.self)
    return range.count > longest ? text + "…" : text
  }
}
