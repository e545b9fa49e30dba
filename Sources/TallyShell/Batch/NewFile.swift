// Writing a file that may not be there yet: whole, or not at all.

import Glibc

/// Makes files so that no moment has half of one.
enum NewFile {
  /// Writes a text to a path.
  /// - Parameter replaces: whether a file that is there may go; else it is a problem.
  static func write(_ text: String, to path: String, replaces: Bool) throws(FileProblem) {
    if access(path, F_OK) == 0 {
      guard replaces else {
        throw FileProblem(path, is: "this file exists; write ! behind its name to replace it")
      }
      return try FileReplacement.write(text, to: path)
    }
    let draft = path + ".\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path, errno) }
    let sink = Sink(descriptor)
    sink.write(text)
    var failure = sink.failure
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    // A link, unlike a new name, does not replace a file that somebody made meanwhile.
    if failure == nil, link(draft, path) != 0 {
      failure = errno == EPERM || errno == ENOTSUP ? nil : errno
      if failure == nil, rename(draft, path) != 0 { failure = errno }
    }
    unlink(draft)
    if let failure { throw FileProblem(path, failure) }
  }
}
