// One pass over a file: its stripes on all threads, their pieces in the order of the file.

/// What a pass over the file made.
struct PassResult {
  /// The pieces in the order of the file, each with the number of the reader that made it.
  var pieces: [(reader: Int, piece: StripePiece)] = []
  var readers: [StripeReader] = []
  var rows = 0
  var problems: [RowProblem] = []
  var problemCount = 0
  var blankLines = 0
  /// The digest of the whole file.
  var digest = ContentHasher().digest
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
    let feed = try RecordFeed(
      source, from: sniffed.dataStart, delimiter: sniffed.format.delimiter, size: size)
    while !feed.isAtEnd {
      feed.startRound()
      let gathered = PartResults<[StripePiece]>(threads, [])
      workers.run(threads) { gathered[$0] = readers[$0].read(feed) }
      if let failure = feed.failure { throw failure }
      guard readers.allSatisfy(\.hasRoom) else { throw MergedWords.isTooLong }
      add(gathered.all, &lines, &result)
      guard progress(feed.position, result.rows) else { throw TableLoader.wasStopped }
    }
    result.digest = feed.hasher.digest
    return result
  }

  /// Adds the pieces of a round.
  private func add(_ pieces: [[StripePiece]], _ lines: inout Int, _ result: inout PassResult) {
    let all = pieces.enumerated().flatMap { reader, pieces in pieces.map { (reader, $0) } }
    for (reader, piece) in all.sorted(by: { $0.1.stripe < $1.1.stripe }) {
      let wanted = LoadReport.mostProblems - result.problems.count
      for var problem in piece.problems.prefix(wanted) {
        problem.line += lines
        result.problems.append(problem)
      }
      lines += piece.lines
      result.rows += piece.rows
      result.problemCount += piece.problemCount
      result.blankLines += piece.blankLines
      result.badText += piece.badText
      result.hasLetters = result.hasLetters || piece.hasLetters
      result.pieces.append((reader, piece))
    }
  }
}
