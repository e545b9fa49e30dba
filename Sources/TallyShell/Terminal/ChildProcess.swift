// Programs that are given the terminal for a while.

// Where a release build sees the initialisers of the signal sets.
import CLibedit
import Glibc

/// Starts a program and waits for its end; the terminal is then as it was.
enum ChildProcess {
  /// Opens a file in the editor that the reader has chosen.
  /// - Returns: what went wrong; nil where it was closed in the usual way.
  static func edit(_ path: String) -> String? {
    let editor = Environment.value("VISUAL") ?? Environment.value("EDITOR") ?? "vi"
    // By the shell, for the variable may hold options: `code --wait`. The path is an argument of
    // its own, so that nothing in it is read as a command.
    switch run(["/bin/sh", "-c", editor + " \"$1\"", "tally", path]) {
    case .exited(0): return nil
    case .exited(126), .exited(127):
      return "the editor \"\(editor)\" cannot be started: "
        + "set the variable VISUAL or EDITOR to one that is installed"
    case .exited(let code):
      return "the editor \"\(editor)\" ended with code \(code): nothing is run"
    case .killed(let signal):
      return "the editor \"\(editor)\" was ended by signal \(signal): nothing is run"
    case .refused(let code): return "no program can be started: \(FileProblem.reason(code))"
    }
  }

  /// How a program ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(Int32)
    /// It was not started, for this reason of the system.
    case refused(Int32)
  }

  /// Runs a program on our terminal.
  /// - Parameter input: what it reads in place of the keys; nil for the keys.
  static func run(_ arguments: [String], input: String? = nil) -> End {
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return .refused(errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }
    var modes = termios()
    let hasTerminal = tcgetattr(STDIN_FILENO, &modes) == 0
    defer { if hasTerminal { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we ignore it must not, and what we hold back it must get.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, arguments[0], &actions, &attributes, &words, environ)
    if let input {
      close(ends[0])
      // Its reader may leave before the end: that ends the writing, and nothing else.
      if failure == 0 { Sink(ends[1]).write(input) }
      close(ends[1])
    }
    guard failure == 0 else { return .refused(failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      guard errno == EINTR else { return .refused(errno) }
    }
    // A Ctrl-C that was meant for the program is not meant for us.
    Interrupt.clear()
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal)
  }
}
