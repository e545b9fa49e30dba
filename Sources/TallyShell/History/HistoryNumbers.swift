// The numbers of entries: an entry keeps its number as long as the session goes on.

/// Numbers for the entries of a history, from 1. What is asked again gets a new number at the end,
/// and its old one still leads to it, so that a list on the screen stays true.
struct HistoryNumbers: Sendable {
  /// The number of each entry, in their order.
  private(set) var numbers: [Int] = []
  /// What stood at numbers that no entry has any more.
  private var retired: [Int: String] = [:]
  /// Such numbers, oldest first.
  private var order: [Int] = []
  private var next = 1

  /// The most numbers without an entry that are remembered: as many as entries.
  static let mostRetired = HistoryFile.mostEntries

  /// Numbers for the entries that are there when a session begins.
  init(count: Int = 0) {
    numbers = Array(1..<(count + 1))
    next = count + 1
  }

  /// Numbers an entry that was added at the end.
  mutating func add() {
    numbers.append(next)
    next += 1
  }

  /// Takes away the number of an entry that leaves its place.
  mutating func remove(at index: Int, _ entry: String) {
    let number = numbers.remove(at: index)
    retired[number] = entry
    order.append(number)
    if order.count > Self.mostRetired { retired[order.removeFirst()] = nil }
  }

  /// The entry of a number; nil where there never was one, or too long ago.
  func entry(_ number: Int, in entries: [String]) -> String? {
    // Numbers rise, so the place is found by halves.
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    if low < numbers.count, numbers[low] == number { return entries[low] }
    return retired[number]
  }
}
