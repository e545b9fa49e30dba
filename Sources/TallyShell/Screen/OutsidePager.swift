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
    guard let stream = popen(command, "w") else { return false }
    // Its reader may leave early, which is no failure.
    Sink(fileno(stream)).write(text)
    let status = pclose(stream)
    return status & 0x7f != 0 || (status >> 8) & 0xff != OutsidePager.noSuchCommand
  }

  /// What a shell says of a command that is not there.
  private static let noSuchCommand: Int32 = 127
}
