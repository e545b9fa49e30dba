// Putting a new text in the place of a file: whole, or not at all.

import Glibc

/// Replaces files so that no moment has half of one.
enum FileReplacement {
  /// Writes a text beside a file and then gives it the file's name. The file keeps its mode, and a
  /// link goes on leading to it. Where anything fails, the file stays as it was.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    let target = try resolved(path)
    var old = stat()
    guard stat(target, &old) == 0 else { throw FileProblem(path, errno) }
    guard old.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path, because: "it is not a regular file")
    }
    guard access(target, W_OK) == 0 else { throw FileProblem(path, errno) }
    let draft = target + ".\(getpid())"
    // One of a process that was killed, whose number is now ours.
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path, errno) }
    let sink = Sink(descriptor)
    sink.write(text)
    var failure = sink.failure
    if failure == nil, fchmod(descriptor, old.st_mode & 0o7777) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(draft, target) != 0 { failure = errno }
    guard let failure else { return }
    unlink(draft)
    throw FileProblem(path, failure)
  }

  /// Writes a text to a file that is not there yet; one that came meanwhile stays as it is.
  static func create(_ text: String, at path: String) throws(FileProblem) {
    let draft = path + ".\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let code = errno
      guard code == ENOENT else { throw FileProblem(path, code) }
      throw FileProblem(path, because: "there is no such folder")
    }
    let sink = Sink(descriptor)
    sink.write(text)
    var failure = sink.failure
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    // A link takes no name that is taken; a file system without links is trusted to be quiet.
    if failure == nil, link(draft, path) != 0 {
      let hasLinks = errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP
      if hasLinks || rename(draft, path) != 0 { failure = errno }
    }
    unlink(draft)
    if let failure { throw FileProblem(path, failure) }
  }

  /// The path of the file that a path leads to.
  private static func resolved(_ path: String) throws(FileProblem) -> String {
    guard let real = realpath(path, nil) else { throw FileProblem(path, errno) }
    // The system made the text for us to free.
    defer { free(real) }
    return String(cString: real)
  }
}
