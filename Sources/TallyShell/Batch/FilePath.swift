// Paths as people type them.

import Glibc

/// Questions about paths.
enum FilePath {
  /// A path from the root on; as it is where there is no telling.
  static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    // The system made the text for us to free.
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Whether a file would stand in the folder that tally runs in.
  static func isHere(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    var (own, other) = (stat(), stat())
    return stat(".", &own) == 0 && stat(folder, &other) == 0 && own.st_ino == other.st_ino
      && own.st_dev == other.st_dev
  }

  /// Makes the folders that a file of tally's own stands in; only their owner may look into them.
  static func makeFolders(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
