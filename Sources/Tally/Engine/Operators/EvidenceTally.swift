// What rows rest on and what leaves them open, added up one class of rows after the other.

/// Adds up what classes of rows say.
///
/// Reasons are those of the rows that are not settled; where all are settled, of the members, for
/// then it was asked for what is unknown.
struct EvidenceTally {
  /// Of so many labels each is put in its place; more are sorted.
  private static let mostPlaced = 32

  private let classes: GroundClasses
  private let bases: [String]
  /// Four numbers for each label, one list after the other, and behind them one for each basis:
  /// members by basis, open rows, reasons of open rows, reasons of members, settled rows.
  private var sums: [Int]
  private var medium = 0
  private var isOpen = false

  init(_ classes: GroundClasses, bases: [String]) {
    self.classes = classes
    self.bases = bases
    sums = [Int](repeating: 0, count: classes.labels.count * 4 + bases.count)
  }

  /// Adds the rows of classes.
  /// - Parameter count: of how many rows a class, by its number and its size, is to be counted.
  @inline(__always)
  mutating func add(_ numbers: Bitmap, _ count: (Int, Int) -> EvidenceCounter.Count) {
    let (list, known, reasons) = (classes.classes, classes.known, classes.reasons)
    let (words, width) = (numbers.words, classes.labels.count)
    var (medium, isOpen) = (medium, isOpen)
    var sums = self.sums.mutableSpan
    for word in words.indices {
      var rest = words[word]
      while rest != 0 {
        let number = word &* 64 &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        let one = list[number]
        let rows = count(number, one.count)
        guard rows.all > 0 else { continue }
        let open = rows.possible &- rows.certain
        sums[one.basis] &+= rows.certain
        if one.isMedium { medium &+= rows.certain }
        sums[width &+ one.pattern] &+= open
        if open > 0 { isOpen = true }
        if rows.all > open { for at in one.known { sums[4 &* width &+ known[at]] &+= 1 } }
        for at in one.reasons {
          sums[2 &* width &+ reasons[at]] &+= open
          sums[3 &* width &+ reasons[at]] &+= rows.certain
        }
      }
    }
    (self.medium, self.isOpen) = (medium, isOpen)
  }

  /// What was added up.
  var evidence: Evidence {
    let width = classes.labels.count
    var split = ordered(0)
    if split.count == 1, split[0].label.isEmpty { split = [] }
    var settledBy: [String] = []
    for (at, basis) in bases.enumerated() where sums[4 * width + at] > 0 { settledBy.append(basis) }
    return Evidence(
      basis: split, settledBy: settledBy, medium: medium, unsettled: ordered(width),
      reasons: ordered(isOpen ? 2 * width : 3 * width))
  }

  /// The labels of a list that have rows, with their counts: most first, then by name.
  private func ordered(_ start: Int) -> [LabelledCount] {
    // They stand in the order of their letters: of equal counts the first stays first.
    let labels = classes.labels
    let isPlaced = labels.count <= EvidenceTally.mostPlaced
    var found: [LabelledCount] = []
    for at in labels.indices where sums[start + at] > 0 {
      if found.isEmpty { found.reserveCapacity(labels.count) }
      let count = sums[start + at]
      var place = found.count
      while isPlaced, place > 0, found[place - 1].count < count { place -= 1 }
      if place == found.count {
        found.append(LabelledCount(labels[at], count))
      } else {
        found.insert(LabelledCount(labels[at], count), at: place)
      }
    }
    return isPlaced ? found : found.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }
}
