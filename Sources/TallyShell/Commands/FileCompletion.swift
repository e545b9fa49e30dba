// The files that a path which is being typed may mean.

import Glibc
import Tally

/// Lists the files of one folder.
enum FileCompletion {
  /// The most entries of a folder that are read: enough for any folder that people keep.
  private static let maximumEntries = 10_000
  /// The most files that are offered.
  private static let maximumFiles = 200

  /// The files and folders that a path may go on with; folders end in `/`. A folder that cannot be
  /// read has none.
  static func completions(of path: String, in span: Span) -> Completions {
    if path == "~" {
      return Completions(
        replaces: span,
        candidates: [Completion(text: "~/", kind: .folder, meaning: "your home", follow: "")])
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let leaf = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let found = entries(of: HomeFolder.expanded(folder))
      .filter { $0.hasPrefix(".") == leaf.hasPrefix(".") }
    let exact = found.filter { $0.hasPrefix(leaf) }
    let fitting =
      exact.isEmpty ? found.filter { $0.lowercased().hasPrefix(leaf.lowercased()) } : exact
    let shown = fitting.sorted().prefix(maximumFiles).map { name in
      let isFolder = isFolder(HomeFolder.expanded(folder) + name)
      return Completion(
        text: folder + name + (isFolder ? "/" : ""), kind: isFolder ? .folder : .file, meaning: "",
        follow: isFolder ? "" : " ")
    }
    return Completions(replaces: span, candidates: shown, more: fitting.count - shown.count)
  }

  /// The names in a folder that can be typed.
  private static func entries(of folder: String) -> [String] {
    guard let handle = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while names.count < maximumEntries, let entry = readdir(handle) {
      // The entry is the C library's own memory, good until the next one is read.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name, name != ".", name != "..",
        !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else { continue }
      names.append(name)
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }
}
