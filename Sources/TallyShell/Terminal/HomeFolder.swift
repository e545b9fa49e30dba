// The folder that ~ stands for.

/// The reader's own folder.
enum HomeFolder {
  /// A path with `~` replaced; as it is where there is no such folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment.value("HOME") else {
      return path
    }
    return home + path.dropFirst()
  }
}
