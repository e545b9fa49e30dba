// Pieces of a column of numbers to the column.

/// Joins the numbers of a task.
enum NumberMerger {
  /// The numbers and the rows without one.
  static func column(_ result: PassResult, task: Int) -> Column {
    let pieces = result.pieces.compactMap { $0.piece.numbers[task] }
    let numbers = numbers(pieces, result.rows)
    var unknown = [UInt64](repeating: 0, count: (result.rows + 63) / 64)
    var start = 0
    for piece in pieces {
      for row in piece.unknown.buffer {
        let at = start &+ Int(row)
        unknown[at &>> 6] |= 1 &<< UInt64(at & 63)
      }
      start += piece.count
    }
    return Column(
      .number(low: numbers, high: numbers), unknown: Bitmap(count: result.rows, padding: unknown),
      none: Bitmap(count: result.rows))
  }

  private static func numbers(_ pieces: [NumberPiece], _ rows: Int) -> Numbers {
    switch pieces.map(\.width).max() ?? 1 {
    case 1: return Numbers(.bytes(joined(pieces, rows)))
    case 2: return Numbers(.shorts(joined(pieces, rows)))
    case 4: return Numbers(.ints(joined(pieces, rows)))
    default:
      var digits = DigitsSeen()
      for piece in pieces { digits.add(piece.written) }
      return Numbers(doubles(pieces, rows), digits.decimals)
    }
  }

  private static func joined<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ pieces: [NumberPiece], _ rows: Int
  ) -> [Whole] {
    filled(pieces, rows) { values, into in
      switch values {
      case .bytes(let values): Widths.copy(values.start, values.count, to: into)
      case .shorts(let values): Widths.copy(values.start, values.count, to: into)
      case .ints(let values): Widths.copy(values.start, values.count, to: into)
      case .doubles: break
      }
    }
  }

  private static func doubles(_ pieces: [NumberPiece], _ rows: Int) -> Numbers.Storage {
    let all: [Double] = filled(pieces, rows) { values, into in
      switch values {
      case .bytes(let values): fractions(values, into)
      case .shorts(let values): fractions(values, into)
      case .ints(let values): fractions(values, into)
      case .doubles(let values): into.update(from: values.start, count: values.count)
      }
    }
    return .doubles(all)
  }

  private static func fractions<Whole: FixedWidthInteger>(
    _ values: PieceValues<Whole>, _ into: UnsafeMutablePointer<Double>
  ) {
    let (numbers, count) = (values.start, values.count)
    for row in 0..<count { into[row] = Double(numbers[row]) }
  }

  /// The numbers of all pieces. Unsafe, for the column's memory has no values yet: it has room for
  /// the rows of all pieces, of which a body writes those of one.
  private static func filled<Value: BitwiseCopyable>(
    _ pieces: [NumberPiece], _ rows: Int,
    _ body: (NumberPiece.Values, UnsafeMutablePointer<Value>) -> Void
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: rows) { into, count in
      guard let start = into.baseAddress else { return }
      for piece in pieces {
        body(piece.values, start + count)
        count += piece.count
      }
    }
  }

  /// The words for unknown and how often each stands there, most often first.
  static func unknownWords(_ result: PassResult, task: Int) -> [(word: String, count: Int)] {
    var counts: [String: Int] = [:]
    for (reader, piece) in result.pieces {
      guard let numbers = piece.numbers[task], let table = result.readers[reader].numbers[task]
      else { continue }
      for (code, count) in numbers.wordCounts.enumerated() where count > 0 {
        let word = String(decoding: table.words.bytes(code), as: UTF8.self)
        counts[word, default: 0] += count
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

extension NumberPiece {
  /// How many rows there are.
  var count: Int {
    switch values {
    case .bytes(let values): values.count
    case .shorts(let values): values.count
    case .ints(let values): values.count
    case .doubles(let values): values.count
    }
  }

  /// How the numbers were written.
  fileprivate var written: DigitsSeen {
    var whole = DigitsSeen()
    switch values {
    case .bytes: whole.add(0x1p7, 0)
    case .shorts: whole.add(0x1p15, 0)
    case .ints: whole.add(0x1p31, 0)
    case .doubles: return digits
    }
    return whole
  }

  /// How many bytes a number takes.
  fileprivate var width: Int {
    switch values {
    case .bytes: 1
    case .shorts: 2
    case .ints: 4
    case .doubles: 8
    }
  }
}
