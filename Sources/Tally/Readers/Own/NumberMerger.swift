// Pieces of a column of numbers to the column.

/// Joins the numbers of a task.
enum NumberMerger {
  /// The numbers and the rows without one.
  static func column(_ result: PassResult, task: Int) -> Column {
    let pieces = result.pieces.compactMap { $0.piece.numbers[task] }
    let numbers = Numbers(storage(pieces, result.rows))
    var unknown = [UInt64](repeating: 0, count: (result.rows + 63) / 64)
    var start = 0
    for piece in pieces {
      for row in piece.unknown {
        let at = start &+ Int(row)
        unknown[at &>> 6] |= 1 &<< UInt64(at & 63)
      }
      start += piece.count
    }
    return Column(
      .number(low: numbers, high: numbers), unknown: Bitmap(count: result.rows, padding: unknown),
      none: Bitmap(count: result.rows))
  }

  private static func storage(_ pieces: [NumberPiece], _ rows: Int) -> Numbers.Storage {
    switch pieces.map(\.width).max() ?? 1 {
    case 1: .bytes(joined(pieces, rows))
    case 2: .shorts(joined(pieces, rows))
    case 4: .ints(joined(pieces, rows))
    default: doubles(pieces, rows)
    }
  }

  private static func joined<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ pieces: [NumberPiece], _ rows: Int
  ) -> [Whole] {
    LargeArray.filled(rows) { into, count in
      for piece in pieces {
        switch piece.values {
        case .bytes(let values):
          for value in values { into[count] = Whole(truncatingIfNeeded: value); count &+= 1 }
        case .shorts(let values):
          for value in values { into[count] = Whole(truncatingIfNeeded: value); count &+= 1 }
        case .ints(let values):
          for value in values { into[count] = Whole(truncatingIfNeeded: value); count &+= 1 }
        case .doubles: break
        }
      }
    }
  }

  private static func doubles(_ pieces: [NumberPiece], _ rows: Int) -> Numbers.Storage {
    let all: [Double] = LargeArray.filled(rows) { into, count in
      for piece in pieces {
        switch piece.values {
        case .bytes(let values):
          for value in values { into[count] = Double(value); count &+= 1 }
        case .shorts(let values):
          for value in values { into[count] = Double(value); count &+= 1 }
        case .ints(let values):
          for value in values { into[count] = Double(value); count &+= 1 }
        case .doubles(let values):
          for value in values { into[count] = value; count &+= 1 }
        }
      }
    }
    return .doubles(all)
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
