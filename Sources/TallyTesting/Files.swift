// Files of tests: scripts and recorded answers.

import Foundation

/// Reads and writes the files that stand beside tests.
enum Files {
  /// Whether recorded answers are written anew.
  static var isRecording: Bool {
    let value = ProcessInfo.processInfo.environment["TALLY_RECORD"] ?? ""
    return !value.isEmpty && value != "0"
  }

  /// The folder that a file stands in.
  static func folder(of file: String) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().path
  }

  /// The text of a file; nil where there is none, or where it is no text.
  static func text(of file: String) -> String? {
    try? String(contentsOfFile: file, encoding: .utf8)
  }

  /// Writes a file, whole or not at all, in a folder that is made if there is none.
  static func write(_ text: String, to file: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder(of: file), withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// The paths of the files of a folder, and of the folders in it, that end so; in their order.
  static func paths(in folder: String, ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// A path that stands beside a file, where it is none from the root.
  static func path(_ path: String, beside file: String) -> String {
    path.hasPrefix("/") ? path : folder(of: file) + "/" + path
  }
}
