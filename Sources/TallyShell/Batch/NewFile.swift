// Writing a file that may not be there yet: whole, or not at all.

import Glibc

/// Makes files so that no moment has half of one.
enum NewFile {
  /// Writes a text to a path.
  /// - Parameter replaces: whether a file that is there may go; else it is a problem.
  static func write(_ text: String, to path: String, replaces: Bool) throws(FileProblem) {
    if access(path, F_OK) == 0 {
      guard replaces else {
        throw FileProblem(path, is: "this file exists; write ! behind the command to replace it")
      }
      return try FileReplacement.write(text, to: path)
    }
    try FileReplacement.create(text, at: path)
  }
}
