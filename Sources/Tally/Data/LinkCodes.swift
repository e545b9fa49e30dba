// A link that was made of texts: the narrow codes of these, and the row that each leads to.

/// The codes of a link's rows in fewer bytes than the numbers of the rows they lead to.
///
/// A class, for the copies of a column share it; it never changes.
final class LinkCodes: Sendable {
  /// The code of each row, in one or two bytes.
  let codes: Codes
  /// The row that each code leads to; -1 for a code that leads nowhere.
  let targets: [Int32]
  /// How many rows have each code, then how many have one that is not known, then how many have
  /// none; nil where they were not counted.
  let counts: [Int]?

  /// The codes of a link; nil where they would be as wide as the numbers of rows.
  init?(_ codes: Codes, targets: [Int32], counts: [Int]?) {
    switch codes.storage {
    case .bytes, .shorts: break
    case .words, .truth: return nil
    }
    self.codes = codes
    self.targets = targets
    self.counts = counts.flatMap { $0.count == targets.count + 2 ? $0 : nil }
  }
}
