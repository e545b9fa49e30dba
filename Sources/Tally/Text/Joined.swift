// Texts joined to one.

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
