// What was asked before: in memory, and in a file as long as that works.

import Tally

/// The history of a session.
struct History {
  /// The entries, oldest first.
  private(set) var entries: [String] = []
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
    entries.removeAll { $0 == entry }
    entries.append(entry)
    if entries.count > HistoryFile.mostEntries { entries.removeFirst() }
  }
}
