// Numbers of rows that were counted while columns were made, so that a question need not scan.

import Synchronization

/// How many rows have each value, for the columns for which it is known.
package struct RowCounts: Sendable {
  /// By the number of a column of texts: how many rows have each text, then how many have one that
  /// is not known, then how many have none.
  var texts: [Int: [Int]] = [:]
  /// How many rows have each combination of answers.
  var answers: AnswerCounts?

  /// The most values whose rows are counted: more would be memory that few questions need.
  static let mostTexts = DayCache.maximumCounts - 2

  /// The same where other columns stand before these.
  func behind(_ columns: Int) -> RowCounts {
    var moved = self
    moved.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0 + columns, $1) })
    moved.answers?.columns = (answers?.columns ?? []).map { $0 + columns }
    return moved
  }
}

/// How many rows have each combination of some answers. A combination is a number whose digits to
/// the base of three are the columns', the first one's the highest: 0 for yes, 1 for no, 2 for
/// neither.
struct AnswerCounts: Sendable {
  /// The columns of answers.
  var columns: [Int]
  /// How many rows have each combination.
  let counts: [Int]

  /// More columns than this make too many combinations.
  static let mostColumns = 8
  /// The words of a bitmap that are worked on at a time: what stays in the nearest cache.
  private static let stretch = 64

  /// Counts the combinations of the first columns that hold answers alone; nil for none.
  init?(_ columns: [Column], rows: Int, _ workers: Workers) {
    var pairs: [(yes: Bitmap, no: Bitmap)] = []
    var numbers: [Int] = []
    for (number, column) in columns.enumerated() where numbers.count < AnswerCounts.mostColumns {
      guard case .answer(let codes, _) = column.values, case .truth(let yes, let no) = codes.storage
      else { continue }
      pairs.append((yes, no))
      numbers.append(number)
    }
    guard !numbers.isEmpty, rows > 0 else { return nil }
    self.columns = numbers
    let words = (rows + 63) / 64
    let parts = max(1, min(workers.count, words / AnswerCounts.stretch))
    let found = PartCounts(parts)
    let all = pairs
    workers.run(parts) { part in
      let range = words * part / parts..<words * (part + 1) / parts
      found[part] = AnswerCounts.count(all, range, rows)
    }
    counts = found.sums
  }

  private static func count(
    _ pairs: [(yes: Bitmap, no: Bitmap)], _ range: Range<Int>, _ rows: Int
  ) -> [Int] {
    let (digits, least) = (pairs.count, AnswerKernels.mostDigits)
    var counts = [Int](repeating: 0, count: power(digits))
    let factor = power(max(0, digits - least))
    var start = range.lowerBound
    while start < range.upperBound {
      let own = start..<min(range.upperBound, start + stretch)
      var first = [UInt64](repeating: 0, count: own.count * 8)
      var second = first
      for (at, pair) in pairs.enumerated() {
        let (yes, no) = (pair.yes.words, pair.no.words)
        let (yesWords, noWords) = (yes.span.extracting(own), no.span.extracting(own))
        if at < least {
          AnswerKernels.append(yesWords, noWords, to: &first)
        } else {
          AnswerKernels.append(yesWords, noWords, to: &second)
        }
      }
      let wanted = own.map { word -> UInt64 in
        let left = rows - word * 64
        return left >= 64 ? .max : (1 << UInt64(left)) - 1
      }
      AnswerKernels.count(wanted.span, first.span, second.span, factor, &counts)
      start = own.upperBound
    }
    return counts
  }

  private static func power(_ digits: Int) -> Int {
    (0..<digits).reduce(1) { power, _ in power * 3 }
  }

  /// How many rows have each combination of some of the columns, in their order; nil where others
  /// are asked for.
  func counts(of wanted: [Int]) -> [Int]? {
    var places: [Int] = []
    for column in wanted {
      guard let at = columns.firstIndex(of: column) else { return nil }
      places.append(AnswerCounts.power(columns.count - 1 - at))
    }
    var sums = [Int](repeating: 0, count: AnswerCounts.power(wanted.count))
    for (combination, count) in counts.enumerated() where count > 0 {
      sums[places.reduce(0) { $0 * 3 + combination / $1 % 3 }] += count
    }
    return sums
  }
}

/// The counts of parts that run side by side.
private final class PartCounts: Sendable {
  private let counts: Mutex<[[Int]]>

  init(_ parts: Int) { counts = Mutex([[Int]](repeating: [], count: parts)) }

  subscript(part: Int) -> [Int] {
    get { counts.withLock { $0[part] } }
    set { counts.withLock { $0[part] = newValue } }
  }

  /// The counts of all parts together.
  var sums: [Int] {
    counts.withLock { all in
      var sums = all.first ?? []
      for own in all.dropFirst() { for at in sums.indices { sums[at] += own[at] } }
      return sums
    }
  }
}
