// Distinct texts in one stretch of bytes: a text is made when it is asked for.

/// Texts by their codes, as UTF-8 in one arena.
///
///     let texts: TextPool = ["Cook", "Doña Ana"]
///     // texts[1] is "Doña Ana"
public struct TextPool: Sendable, Equatable {
  /// The bytes of all texts, one after the other: valid UTF-8.
  public let arena: [UInt8]
  /// Where each text ends in the arena; it starts where the one before ends.
  public let ends: [UInt32]

  /// Texts that lie in an arena already. Bytes that are no UTF-8 are read as U+FFFD.
  /// - Returns: nil where the ends go down, or out of the arena.
  public init?(arena: [UInt8], ends: [UInt32]) {
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard Int(last) <= arena.count else { return nil }
    self.arena = arena
    self.ends = ends
  }

  /// The texts of a sequence, in order.
  /// - Complexity: O(bytes).
  public init(_ texts: some Sequence<String>) {
    var arena: [UInt8] = []
    var ends: [UInt32] = []
    for text in texts {
      arena.append(contentsOf: text.utf8)
      ends.append(UInt32(clamping: arena.count))
    }
    self.arena = arena
    self.ends = ends
  }

  /// The bytes of a text, as a range of the arena.
  public func range(_ code: Int) -> Range<Int> {
    (code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code])
  }
}

extension TextPool: RandomAccessCollection {
  /// The first place: 0.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { ends.count }

  /// The text of a code, which must be below `count`.
  public subscript(code: Int) -> String { String(decoding: arena[range(code)], as: UTF8.self) }
}

extension TextPool: ExpressibleByArrayLiteral {
  /// Texts that were written out.
  public init(arrayLiteral texts: String...) { self.init(texts) }
}
