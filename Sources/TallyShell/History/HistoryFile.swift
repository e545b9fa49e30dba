// The file that keeps the history between runs: appended to, and shortened now and then.

import Glibc

/// A history file. Each entry is one `write` at the file's end under a lock, so that sessions
/// side by side lose nothing, and a process that is killed loses nothing that it has answered.
struct HistoryFile {
  /// Where it is.
  let path: String

  /// How many entries are kept.
  static let mostEntries = 10_000
  /// The most bytes that are read; of a longer file, its end.
  static let mostBytes = 64 * 1024 * 1024

  /// The path by the XDG rules; nil where there is no home.
  static var usualPath: String? {
    if let state = Environment.value("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/tally/history"
    }
    return Environment.value("HOME").map { $0 + "/.local/state/tally/history" }
  }

  /// The entries, oldest first, each once: where it stands last. Makes the file where there is
  /// none, so that a history that cannot be written is known from the start.
  func load() throws(FileProblem) -> [String] {
    FilePath.makeFolders(of: path)
    let descriptor = try openLocked()
    defer { close(descriptor) }
    let bytes = try read(descriptor)
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    let isTooLong = bytes.count >= HistoryFile.mostBytes
    // The first of them may have lost its beginning.
    if isTooLong, lines.count > 1 { lines.removeFirst() }
    if isTooLong || lines.count > 2 * HistoryFile.mostEntries { shorten(to: lines) }
    return HistoryFile.entries(lines)
  }

  /// The entries of a file that may not be written.
  func entriesOnly() throws(FileProblem) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path, errno) }
    defer { close(descriptor) }
    var opened = stat()
    // A pipe would be waited for.
    guard fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path, because: "it is not a regular file")
    }
    return HistoryFile.entries(try read(descriptor).split(separator: UInt8(ascii: "\n")))
  }

  /// Adds an entry at the end.
  func append(_ entry: String) throws(FileProblem) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    var line = HistoryEntry.line(entry)
    // Somebody was killed in the middle of a line: what is there stays, and ours begins anew.
    if !endsWithLineEnd(descriptor) { line.insert(UInt8(ascii: "\n"), at: 0) }
    let size = lseek(descriptor, 0, SEEK_END)
    let sink = Sink(descriptor)
    sink.write(line)
    guard let failure = sink.failure else { return }
    // Half of an entry is none.
    ftruncate(descriptor, size)
    throw FileProblem(path, failure)
  }

  /// The entries of some lines, the latest of equal ones, the newest if there are too many.
  static func entries(_ lines: [ArraySlice<UInt8>]) -> [String] {
    var seen: Set<String> = []
    var entries: [String] = []
    for line in lines.reversed() where entries.count < mostEntries {
      guard let entry = HistoryEntry.entry(line), seen.insert(entry).inserted else { continue }
      entries.append(entry)
    }
    return entries.reversed()
  }

  /// Opens the file and locks it until it is closed. While we waited for the lock, another
  /// session may have put a shortened file in its place: then the new one is opened.
  private func openLocked() throws(FileProblem) -> Int32 {
    while true {
      // Not to wait for a writer, should the path be a pipe.
      let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
      let descriptor = open(path, flags, 0o600)
      guard descriptor >= 0 else { throw FileProblem(path, errno) }
      var opened = stat()
      var named = stat()
      fstat(descriptor, &opened)
      guard opened.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw FileProblem(path, because: "it is not a regular file")
      }
      if opened.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
      // Ctrl-C ends the wait, but the lock is needed all the same.
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      if stat(path, &named) == 0, named.st_ino == opened.st_ino { return descriptor }
      close(descriptor)
    }
  }

  private func read(_ descriptor: Int32) throws(FileProblem) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    lseek(descriptor, max(0, size - off_t(HistoryFile.mostBytes)), SEEK_SET)
    return try InputFile.readAll(descriptor, path: path, limit: HistoryFile.mostBytes)
  }

  private func endsWithLineEnd(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    guard size > 0, pread(descriptor, &last, 1, size - 1) == 1 else { return true }
    return last == UInt8(ascii: "\n")
  }

  /// Puts a file of the newest distinct lines in the place of a long one: at most half of the
  /// bytes that are read, so that it is not long again at once. Lines are kept as bytes, also those
  /// that are no text. Where anything fails, the long file stays.
  private func shorten(to lines: [ArraySlice<UInt8>]) {
    var seen: Set<ArraySlice<UInt8>> = []
    var room = HistoryFile.mostBytes / 2
    let kept = lines.reversed().filter { seen.insert($0).inserted }
      .prefix(HistoryFile.mostEntries)
      .prefix { line in
        room -= line.count + 1
        return room >= 0
      }
      .reversed()
    let draft = path + ".\(getpid())"
    // One of a process of our number that was killed at this point.
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let sink = Sink(descriptor)
    sink.write(kept.reduce(into: []) { $0 += $1 + [UInt8(ascii: "\n")] })
    let failed = sink.failure != nil || fsync(descriptor) != 0
    close(descriptor)
    if failed || rename(draft, path) != 0 { unlink(draft) }
  }
}
