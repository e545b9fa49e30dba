// The pager that a person has chosen with `PAGER`: it gets the whole answer.

import Glibc

/// Runs `PAGER`.
enum OutsidePager {
  /// The command; nil for none.
  static var command: String? { Environment.value("PAGER") }

  /// Gives a text to a command and waits for it.
  /// - Returns: whether there is such a command.
  static func show(_ text: String, with command: String) -> Bool {
    // Colours pass, a short text ends at once, and the screen stays as it is.
    setenv("LESS", "FRX", 0)
    // A reader that leaves early, or stops by Ctrl-C, is no failure.
    return ChildProcess.run(["/bin/sh", "-c", command], input: text)
      != .exited(OutsidePager.noSuchCommand)
  }

  /// What a shell says of a command that is not there.
  private static let noSuchCommand: Int32 = 127
}
