// Lists put together of parts most of which are empty.

extension Array {
  /// Adds elements. Adding none costs nothing, which `append(contentsOf:)` does not promise.
  @inline(__always)
  mutating func gather(_ others: [Element]) {
    if !others.isEmpty { append(contentsOf: others) }
  }

  /// One list behind another; where one is empty it is the other.
  static func gathered(_ first: [Element], _ second: [Element]) -> [Element] {
    if second.isEmpty { return first }
    return first.isEmpty ? second : first + second
  }
}
