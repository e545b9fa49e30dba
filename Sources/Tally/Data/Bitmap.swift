// A set of row numbers, one bit a row.

/// A fixed-length set of rows. All operations take O(rows / 64).
public struct Bitmap: Sendable, Equatable {
  /// How many rows there are, set or not.
  public let count: Int
  /// The bits, lowest row in the lowest bit; bits beyond `count` are zero.
  public private(set) var words: [UInt64]

  /// A bitmap with every row clear, or every row set.
  public init(count: Int, filled: Bool = false) {
    self.count = count
    let word: UInt64 = filled ? .max : 0
    // One word, as the classes of rows have it, is made without the general way.
    words = count > 0 && count <= 64 ? [word] : [UInt64](repeating: word, count: (count + 63) / 64)
    clearTail()
  }

  /// A bitmap of the rows that a test accepts.
  @inline(__always)
  public init(count: Int, where test: (Int) -> Bool) {
    var words: [UInt64] = []
    words.reserveCapacity((count + 63) / 64)
    var row = 0
    while row < count {
      // A word is made whole and stored once.
      var word: UInt64 = 0
      for bit in 0..<UInt64(min(64, count - row)) {
        word |= (test(row) ? 1 : 0) &<< bit
        row += 1
      }
      words.append(word)
    }
    self.count = count
    self.words = words
  }

  /// A bitmap of some rows, each below `count`.
  init(count: Int, of rows: [Int]) {
    self.init(count: count)
    for row in rows { self[row] = true }
  }

  /// A bitmap of words; nil where they are not as many as the rows need.
  package init?(count: Int, words: [UInt64]) {
    guard words.count == (count + 63) / 64 else { return nil }
    self.count = count
    self.words = words
    clearTail()
  }

  /// A bitmap of words that were worked out already; what is missing of them is clear.
  init(count: Int, padding words: [UInt64]) {
    self.count = count
    self.words = words
    let needed = (count + 63) / 64
    if words.count > needed { self.words.removeLast(words.count - needed) }
    if words.count < needed {
      self.words += [UInt64](repeating: 0, count: needed - words.count)
    }
    clearTail()
  }

  private mutating func clearTail() {
    let used = count & 63
    if used != 0, let last = words.indices.last { words[last] &= (1 << UInt64(used)) &- 1 }
  }

  /// Whether a row is in the set. The row must be below `count`.
  public subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  /// How many rows are in the set.
  public var population: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  /// Whether no row is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether every row is in the set.
  var isFull: Bool {
    for index in 0..<count >> 6 where words[index] != .max { return false }
    let used = UInt64(count & 63)
    return used == 0 || words[count >> 6] == (1 << used) &- 1
  }

  /// The rows in both.
  public static func & (a: Bitmap, b: Bitmap) -> Bitmap { a.merged(b, &) }

  /// The rows in either.
  public static func | (a: Bitmap, b: Bitmap) -> Bitmap { a.merged(b, |) }

  /// The rows of the first that are not in the second.
  public static func - (a: Bitmap, b: Bitmap) -> Bitmap { a.merged(b) { $0 & ~$1 } }

  /// Keeps the rows that are in another.
  mutating func keep(_ other: Bitmap) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= other.words[index] }
  }

  /// Removes the rows that are in another.
  mutating func remove(_ other: Bitmap) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
  }

  /// The rows that are not in it.
  public static prefix func ~ (a: Bitmap) -> Bitmap {
    var result = a
    for index in result.words.indices { result.words[index] = ~a.words[index] }
    result.clearTail()
    return result
  }

  @inline(__always)
  private func merged(_ other: Bitmap, _ merge: (UInt64, UInt64) -> UInt64) -> Bitmap {
    var result = self
    for index in 0..<min(words.count, other.words.count) {
      result.words[index] = merge(words[index], other.words[index])
    }
    return result
  }

  /// Calls a closure for each row of the set, in order.
  @inline(__always)
  public func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// The rows of the set, in order.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(population)
    forEach { rows.append($0) }
    return rows
  }
}
