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
  /// What the file ends with: it need not be written twice.
  private var lastSaved: String?
  /// Entries that were given up before they were run.
  private var abandoned: Set<String> = []
  /// The newest question that was run.
  private(set) var lastQuestion: String?

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
      lastSaved = entries.last
    } catch {
      // One that can be read, though not written, is recalled nevertheless.
      entries = (try? file.entriesOnly()) ?? []
      problem("\(error.message): history is not saved")
    }
    lastQuestion = entries.last { Command.call(in: $0) == nil }
  }

  /// Adds an entry and saves it, before its answer is shown.
  mutating func add(_ entry: String, problem: (String) -> Void) {
    guard HistoryEntry.isKept(entry) else { return }
    if entry != entries.last { append(entry) }
    abandoned.remove(entry)
    if Command.call(in: entry) == nil { lastQuestion = entry }
    // Not compared with the newest entry: that one may only be remembered.
    guard entry != lastSaved else { return }
    do {
      try file?.append(entry)
      lastSaved = entry
    } catch {
      file = nil
      problem("\(error.message): history is no longer saved")
    }
  }

  /// Keeps an entry that was given up recallable, for this session only.
  mutating func remember(_ entry: String) {
    guard HistoryEntry.isKept(entry) else { return }
    if !entries.contains(entry), abandoned.count < HistoryFile.mostEntries {
      abandoned.insert(entry)
    }
    append(entry)
  }

  /// Whether an entry was given up and never run.
  func isAbandoned(_ entry: String) -> Bool { abandoned.contains(entry) }

  private mutating func append(_ entry: String) {
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
}
