// What was asked before: in memory, and in a file as long as that works.

import Tally

/// The history of a session.
struct History {
  /// The entries, oldest first.
  private(set) var entries: [String] = []
  /// The number of each entry, which stays while the session lasts.
  private(set) var numbers = HistoryNumbers()
  /// Where new entries go; nil where nothing is saved.
  private var file: HistoryFile?

  /// A history that is not saved.
  init() {}

  /// The history of a file. Where the file cannot be written, the history is not saved, and
  /// `problem` is told why, once.
  init(path: String?, problem: (String) -> Void) {
    guard let path else {
      problem("there is no home directory: history is not saved")
      return
    }
    let file = HistoryFile(path: path)
    do {
      entries = try file.load()
      numbers = HistoryNumbers(count: entries.count)
      self.file = file
    } catch {
      // One that can be read, though not written, is recalled nevertheless.
      entries = (try? file.entriesOnly()) ?? []
      problem("\(error.message): history is not saved")
    }
  }

  /// Adds an entry and saves it, before its answer is shown.
  mutating func add(_ entry: String, problem: (String) -> Void) {
    guard HistoryEntry.isKept(entry), entry != entries.last else { return }
    remember(entry)
    do {
      try file?.append(entry)
    } catch {
      file = nil
      problem("\(error.message): history is no longer saved")
    }
  }

  /// Keeps an entry recallable for this session only.
  mutating func remember(_ entry: String) {
    guard HistoryEntry.isKept(entry) else { return }
    if let index = entries.lastIndex(of: entry) { remove(at: index) }
    entries.append(entry)
    numbers.add()
    if entries.count > HistoryFile.mostEntries { remove(at: 0) }
  }

  private mutating func remove(at index: Int) {
    numbers.remove(at: index, entries.remove(at: index))
  }

  /// The entry of a number that was shown.
  func entry(_ number: Int) -> String? { numbers.entry(number, in: entries) }

  /// The newest entry that is a question, not a command, with its number.
  var lastQuestion: (number: Int, entry: String)? {
    entries.indices.last { Command.call(in: entries[$0]) == nil }
      .map { (numbers.numbers[$0], entries[$0]) }
  }
}
