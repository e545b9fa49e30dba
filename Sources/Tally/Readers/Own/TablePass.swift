// One pass over a file: rounds of stripes, their pieces in the order of the file.

/// What a pass over the file made.
struct PassResult {
  /// The pieces in the order of the file, each with the number of the reader that made it.
  var pieces: [(reader: Int, piece: StripePiece)] = []
  var readers: [StripeReader] = []
  var rows = 0
  var problems: [RowProblem] = []
  var problemCount = 0
  var blankLines = 0
  /// Rows that are not UTF-8.
  var badText = 0
  /// Whether there are rows with letters beyond ASCII that are UTF-8.
  var hasLetters = false
}

/// Reads columns of a file from its first row to its last.
struct TablePass {
  let source: ByteSource
  let sniffed: SniffedTable
  let tasks: [ColumnTask]
  let header: [String]
  /// Whether bytes that are not UTF-8 make a row a problem.
  let isChecked: Bool
  let workers: Workers
  let size: RoundSize

  /// Reads.
  func run(
    _ progress: (_ bytes: Int, _ rows: Int) -> Bool
  ) throws(DatasetError) -> PassResult {
    var result = PassResult()
    let threads = max(1, workers.count)
    let readers = (0..<threads).map { _ in StripeReader(tasks, header: header, isChecked: isChecked)
    }
    result.readers = readers
    var lines = sniffed.linesBefore
    let rounds = RoundReader(
      source, from: sniffed.dataStart, delimiter: sniffed.format.delimiter, workers: workers,
      size: size)
    let width = header.count
    while !rounds.isAtEnd {
      let stripes = readers.map(\.rows)
      let isExact = try rounds.next(stripes)
      let bytes = UncheckedBytes(UnsafeMutablePointer(mutating: rounds.bytes))
      let origin = rounds.origin
      if isExact { stripes[0].sort(bytes.base, width: width) }
      let gathered = PartResults<StripePiece>(threads, StripePiece())
      workers.run(threads) { number in
        let stripe = stripes[isExact ? 0 : number]
        if !isExact { stripe.sort(bytes.base, width: width) }
        gathered[number] = readers[number].read(
          bytes.base, origin: origin, stripe,
          isExact ? TablePass.part(stripe.first.count, number, threads) : 0..<stripe.first.count,
          isOwner: !isExact || number == 0)
      }
      add(gathered.all, isExact, &lines, &result)
      guard progress(rounds.position, result.rows) else { throw TableLoader.wasStopped }
    }
    return result
  }

  /// A thread's share of some rows.
  private static func part(_ rows: Int, _ number: Int, _ threads: Int) -> Range<Int> {
    let part = (rows + threads - 1) / threads
    return min(rows, part * number)..<min(rows, part * (number + 1))
  }

  /// Adds the pieces of a round. Those of one index all count their lines from its beginning.
  private func add(
    _ pieces: [StripePiece], _ isExact: Bool, _ lines: inout Int, _ result: inout PassResult
  ) {
    var problems: [RowProblem] = []
    let before = lines
    for (reader, piece) in pieces.enumerated() {
      for var problem in piece.problems {
        problem.line += isExact ? before : lines
        problems.append(problem)
      }
      lines += piece.lines
      result.rows += piece.rows
      result.problemCount += piece.problemCount
      result.blankLines += piece.blankLines
      result.badText += piece.badText
      result.hasLetters = result.hasLetters || piece.hasLetters
      result.pieces.append((reader, piece))
    }
    if isExact { problems.sort { $0.byte < $1.byte } }
    result.problems += problems.prefix(LoadReport.mostProblems - result.problems.count)
  }
}
