// What rows rest on and what leaves them open, added up one class of rows after the other.

/// Adds up what classes of rows say.
///
/// Reasons are those of the rows that are not settled; where all are settled, of the members, for
/// then it was asked for what is unknown.
struct EvidenceTally {
  /// Of a handful of labels each is put in its place; more are sorted.
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

  /// Adds rows of a class: how many are members, may be, and are asked.
  mutating func add(_ number: Int, certain: Int, possible: Int, all: Int) {
    guard all > 0 else { return }
    let width = classes.labels.count
    let one = classes.classes[number]
    let open = possible &- certain
    if one.isMedium { medium &+= certain }
    if open > 0 { isOpen = true }
    let (known, reasons) = (classes.known, classes.reasons)
    var sums = sums.mutableSpan
    sums[one.basis] &+= certain
    sums[width &+ one.pattern] &+= open
    if all > open {
      for at in one.known { sums[4 &* width &+ known[at]] &+= 1 }
    }
    for at in one.reasons {
      sums[2 &* width &+ reasons[at]] &+= open
      sums[3 &* width &+ reasons[at]] &+= certain
    }
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
    let counts = sums[start..<start + classes.labels.count]
    var places: [Int] = []
    for (at, count) in counts.enumerated() where count > 0 { places.append(at) }
    if places.count > EvidenceTally.mostPlaced {
      places.sort { (counts[start + $1], $0) < (counts[start + $0], $1) }
    } else {
      for last in places.indices.dropFirst() {
        var at = last
        while at > 0, counts[start + places[at - 1]] < counts[start + places[at]] {
          places.swapAt(at - 1, at)
          at -= 1
        }
      }
    }
    return places.map { LabelledCount(classes.labels[$0], counts[start + $0]) }
  }
}
