// Texts joined to one, and a text taken apart.

extension Array where Element == String {
  /// The texts one after the other, with a separator between them.
  ///
  /// The standard library's own takes thousands of instructions for a handful of words, for it is
  /// not made for arrays of texts; answers join dozens.
  func joined(separator: String) -> String {
    guard count > 1 else { return first ?? "" }
    var text = self[0]
    text.reserveCapacity(
      reduce(separator.utf8.count * (count - 1)) { $0 + $1.utf8.count })
    for place in 1..<count {
      text += separator
      text += self[place]
    }
    return text
  }
}

extension String {
  /// What stands between marks, without empty parts. Basis and source keys are lists of this kind.
  func parts(at mark: UInt8) -> [String] {
    var parts: [String] = []
    var start = utf8.startIndex
    var at = start
    while at < utf8.endIndex {
      if utf8[at] == mark {
        if start < at { parts.append(String(self[start..<at])) }
        start = utf8.index(after: at)
      }
      at = utf8.index(after: at)
    }
    if start < at { parts.append(String(self[start..<at])) }
    return parts
  }
}
