// What the process was started with: variables, and three descriptors that are surely open.

import CArguments
import Glibc

/// The environment of the process.
enum Environment {
  /// A variable; nil where it is unset or empty, which every convention we follow treats alike.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name), text.pointee != 0 else { return nil }
    return String(cString: text)
  }

  /// Whether a variable's name begins so.
  static func hasVariable(startingWith start: String) -> Bool {
    let count = start.utf8.count
    // The environment ends in a null pointer, and each entry in a NUL, where `strncmp` stops.
    return start.withCString { start in
      var entry = environ
      while let text = entry.pointee {
        if strncmp(text, start, count) == 0 { return true }
        entry += 1
      }
      return false
    }
  }

  /// The words of the command line, the program's own name first. Bytes that are no UTF-8 are
  /// replaced.
  static var words: [String] {
    guard var word = tally_arguments() else { return CommandLine.arguments }
    var words: [String] = []
    // The process's own words, which end in a null pointer, and each in a NUL.
    while let text = word.pointee {
      words.append(String(cString: text))
      word += 1
    }
    return words
  }

  /// The number of the first argument whose bytes are no UTF-8; nil where all are. Swift has put
  /// replacement characters there, so only where one stands are the bytes looked at.
  static func argumentThatIsNoText(among arguments: [String]) -> Int? {
    arguments.indices.first { index in
      guard arguments[index].unicodeScalars.contains("\u{FFFD}"),
        let bytes = (tally_arguments() ?? CommandLine.unsafeArgv)[index]
      else { return false }
      // The process's own arguments, which end in a NUL and live as long as it does.
      return String(validatingCString: bytes) == nil
    }
  }

  /// Puts a placeholder on each closed standard descriptor, so that no file opened later takes its
  /// number and receives the answers. The placeholder refuses what the descriptor is for, so that
  /// a write to a closed output still fails.
  static func holdStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      _ = open("/dev/null", mode)
    }
  }

  /// Chooses a locale in which libedit takes every character. In the C locale it would drop
  /// those outside ASCII without a word.
  static func prepareLocale() {
    let found = setlocale(LC_ALL, "") != nil
    if !found || charset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Whether the user's locale names a character set that lacks lines and ellipses. No locale at
  /// all, as in most containers, says nothing of the terminal, and today's are UTF-8.
  static var refusesUnicode: Bool {
    guard let name = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") else { return false }
    guard let dot = name.firstIndex(of: ".") else { return name == "C" || name == "POSIX" }
    let charset = name[name.index(after: dot)...].lowercased()
    return !charset.hasPrefix("utf-8") && !charset.hasPrefix("utf8")
  }

  private static var charset: String {
    guard let name = nl_langinfo(Int32(CODESET)) else { return "" }
    return String(cString: name)
  }
}
