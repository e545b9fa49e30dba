// Small whole numbers, one a row, in the narrowest width that holds them.

/// The code of each row, into a list of distinct values.
///
///     let codes: Codes = [0, 2, 1]
///     // codes[1] is 2; a row takes one byte
public struct Codes: Sendable {
  /// How codes are held: the narrowest that the largest code allows, or two bitmaps.
  public enum Storage: Sendable {
    /// Codes up to 255.
    case bytes([UInt8])
    /// Codes up to 65,535.
    case shorts([UInt16])
    /// Any codes.
    case words([UInt32])
    /// Answers: 0 for yes, 1 for no, 2 for neither. The two have no row in common.
    case truth(yes: Bitmap, no: Bitmap)
  }

  /// The codes as they are held.
  public let storage: Storage

  /// Codes as they are held already.
  public init(_ storage: Storage) { self.storage = storage }

  /// The codes of a sequence; what is below zero counts as zero.
  /// - Complexity: O(codes).
  public init<Number: BinaryInteger>(_ codes: some Sequence<Number>) {
    let words = codes.map { UInt32(clamping: $0) }
    self.init(words: words)
  }

  /// The codes of an array, held narrower where all of them allow it.
  public init(words: [UInt32]) {
    let most = words.max() ?? 0
    if most <= UInt32(UInt8.max) {
      storage = .bytes(words.map { UInt8(truncatingIfNeeded: $0) })
    } else if most <= UInt32(UInt16.max) {
      storage = .shorts(words.map { UInt16(truncatingIfNeeded: $0) })
    } else {
      storage = .words(words)
    }
  }

  /// One code for every row.
  public init(repeating code: Int, count: Int) {
    self.init(words: [UInt32](repeating: UInt32(clamping: code), count: count))
  }

  /// Answers: code 0 for yes, 1 for no, 2 for neither.
  public init(yes: Bitmap, no: Bitmap) { storage = .truth(yes: yes, no: no) }
}

extension Codes {
  /// Whether two lists of codes are one, which the same buffer shows at once; false does not mean
  /// that they differ.
  /// - Complexity: O(1).
  func isSame(as other: Codes) -> Bool {
    switch (storage, other.storage) {
    case (.bytes(let a), .bytes(let b)): Numbers.shareBuffer(a, b)
    case (.shorts(let a), .shorts(let b)): Numbers.shareBuffer(a, b)
    case (.words(let a), .words(let b)): Numbers.shareBuffer(a, b)
    case (.bytes, _), (.shorts, _), (.words, _), (.truth, _): false
    }
  }

  /// Whether all codes are below a number.
  /// - Complexity: O(codes).
  func areBelow(_ count: Int) -> Bool {
    switch storage {
    case .bytes(let codes): return Codes.most(codes) < count
    case .shorts(let codes): return Codes.most(codes) < count
    case .words(let codes): return Codes.most(codes) < count
    case .truth: return allSatisfy { $0 < count }
    }
  }

  /// The largest code; -1 for none.
  @inline(__always)
  private static func most<Code: FixedWidthInteger>(_ codes: [Code]) -> Int {
    guard !codes.isEmpty else { return -1 }
    var most: Code = 0
    // A choice without a branch, so that several codes are compared at once.
    for code in codes { most = code > most ? code : most }
    return Int(truncatingIfNeeded: most)
  }

  /// Whether no code stands twice and all are below a number.
  /// - Complexity: O(codes), and a bit for each number.
  func areDistinct(below most: Int) -> Bool {
    guard count <= most else { return false }
    var seen = Bitmap(count: most)
    return allSatisfy { code in
      guard code < most, !seen[code] else { return false }
      seen[code] = true
      return true
    }
  }
}

extension Codes: RandomAccessCollection {
  /// The first place: 0.
  public var startIndex: Int { 0 }

  /// The place after the last.
  public var endIndex: Int {
    switch storage {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .words(let codes): codes.count
    case .truth(let yes, _): yes.count
    }
  }

  /// The code of a row, which must be below `count`.
  public subscript(row: Int) -> Int {
    switch storage {
    case .bytes(let codes): Int(codes[row])
    case .shorts(let codes): Int(codes[row])
    case .words(let codes): Int(codes[row])
    case .truth(let yes, let no): yes[row] ? 0 : no[row] ? 1 : 2
    }
  }
}

extension Codes {
  /// The rows whose code is one of those that are wanted. There are as many wishes as codes.
  func rows(of isWanted: [Bool]) -> Bitmap {
    guard case .bytes(let narrow) = storage else {
      return Bitmap(count: count) { isWanted[self[$0]] }
    }
    // The narrowest codes are what the record has: a word of rows is put together at a time.
    var words: [UInt64] = []
    words.reserveCapacity((narrow.count + 63) / 64)
    let wanted = isWanted.map { $0 ? 1 as UInt64 : 0 }
    var row = 0
    while row < narrow.count {
      let end = Swift.min(row + 64, narrow.count)
      var word: UInt64 = 0
      for place in row..<end { word |= wanted[Int(narrow[place])] &<< UInt64(place & 63) }
      words.append(word)
      row = end
    }
    return Bitmap(count: narrow.count, padding: words)
  }
}

extension Codes: Equatable {
  /// Whether the codes are the same, however they are held.
  public static func == (a: Codes, b: Codes) -> Bool {
    if case .truth(let yes, let no) = a.storage, case .truth(let otherYes, let otherNo) = b.storage
    {
      return yes == otherYes && no == otherNo
    }
    return a.count == b.count && a.elementsEqual(b)
  }
}

extension Codes: ExpressibleByArrayLiteral {
  /// Codes that were written out.
  public init(arrayLiteral codes: Int...) { self.init(codes) }
}
