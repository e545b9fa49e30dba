// The passes over one file and what is made of them: columns, schema, report.

/// Reads a file as often as its columns need, mostly once.
struct TableMaker {
  /// What the first pass says of the bytes.
  enum Reading {
    case done
    /// There are bytes that are not UTF-8, and no letters that are.
    case isNotUTF8
  }

  /// Where the values of a column lie: the number of a task of a pass.
  struct Place {
    var pass: Int
    var task: Int
  }

  /// The most passes: one, one for columns whose marks were guessed wrong, one for what is text.
  private static let mostPasses = 4

  let source: ByteSource
  let options: TableOptions
  let sniffed: SniffedTable
  let header: TableHeader
  let workers: Workers
  let size: RoundSize
  let encoding: TextEncoding
  private let tasks: ColumnTasks
  /// The passes so far.
  private(set) var passes: [PassResult] = []
  /// For each column where its values are.
  private(set) var places: [Place] = []
  /// For each column how it was read.
  private(set) var plans: [ColumnPlan] = []
  /// For each column the reason why it is text although its first cells were numbers.
  private(set) var reasons: [Int: String] = [:]

  init(
    source: ByteSource, options: TableOptions, sniffed: SniffedTable, workers: Workers,
    size: RoundSize, encoding: TextEncoding
  ) throws(DatasetError) {
    self.source = source
    self.options = options
    self.sniffed = sniffed
    self.workers = workers
    self.size = size
    self.encoding = encoding
    header = try TableHeader(sniffed, options, encoding, file: source.name)
    tasks = ColumnTasks(options: options, header: header, sniffed: sniffed)
  }

  /// The words for unknown in a column.
  func unknown(_ column: Int) -> UnknownWords { tasks.unknown(column) }

  /// Reads the columns.
  mutating func read(
    _ progress: (_ bytes: Int, _ rows: Int) -> Bool
  ) throws(DatasetError) -> Reading {
    var wanted = tasks.all
    plans = wanted.map(\.plan)
    places = wanted.indices.map { Place(pass: 0, task: $0) }
    while !wanted.isEmpty {
      let pass = TablePass(
        source: source, sniffed: sniffed, tasks: wanted, header: header.titles,
        isChecked: encoding == .utf8, workers: workers, size: size)
      let result = try pass.run(progress)
      if options.encoding == nil, result.badText > 0, !result.hasLetters { return .isNotUTF8 }
      guard passes.first.map({ $0.rows == result.rows }) ?? true else {
        throw DatasetError(faults: ["\(source.name): the file changed while it was read"])
      }
      passes.append(result)
      for (number, task) in wanted.enumerated() {
        places[task.column] = Place(pass: passes.count - 1, task: number)
        plans[task.column] = task.plan
      }
      wanted = again()
      // A row that is left out for one column's cell must be left out of every column.
      if !wanted.isEmpty, result.problemCount > 0 {
        let again = Set(wanted.map(\.column))
        wanted += tasks.all.filter { !again.contains($0.column) }.map { task in
          var task = task
          task.plan = plans[task.column]
          return task
        }
      }
    }
    return .done
  }

  /// What all cells of a column of numbers say of their marks.
  private func evidence(_ column: Int) -> NumberEvidence {
    let place = places[column]
    return passes[place.pass].readers.reduce(into: []) {
      $0.formUnion($1.numbers[place.task]?.evidence ?? [])
    }
  }

  /// The columns that must be read anew, since not every cell was what the first ones were.
  private mutating func again() -> [ColumnTask] {
    var wanted: [ColumnTask] = []
    let said = plans.indices.map { evidence($0) }
    let hasComma = said.contains {
      !$0.isDisjoint(with: [.comma, .groupedByPoint])
        && $0.isDisjoint(with: [.other, .code, .point, .groupedByComma])
    }
    for (column, plan) in plans.enumerated() {
      guard case .numbers(let marks) = plan, header.fields[column] == nil || isAny(column) else {
        continue
      }
      let others = hasComma && said[column].isDisjoint(with: [.comma, .groupedByPoint])
      switch tasks.decision(said[column], hasDecimalComma: others) {
      case .numbers(marks): continue
      case .numbers(let other) where passes.count < TableMaker.mostPasses - 1:
        wanted.append(task(column, .numbers(other)))
      case .numbers:
        wanted.append(task(column, .words))
      case .text(let why):
        reasons[column] = misfit(column) ?? why
        wanted.append(task(column, .words))
      }
    }
    return wanted
  }

  private func isAny(_ column: Int) -> Bool {
    header.fields[column].map { $0.kind == .any && $0.words.isEmpty } ?? true
  }

  private func task(_ column: Int, _ plan: ColumnPlan) -> ColumnTask {
    ColumnTask(column: column, plan: plan, rule: nil, unknown: tasks.unknown(column))
  }

  /// The first cell in the file that is no number.
  private func misfit(_ column: Int) -> String? {
    let place = places[column]
    let found = passes[place.pass].readers.compactMap { $0.numbers[place.task]?.misfit }
    return found.min { $0.byte < $1.byte }.map { "\"\($0.text)\" at byte \($0.byte) is no number" }
  }
}
