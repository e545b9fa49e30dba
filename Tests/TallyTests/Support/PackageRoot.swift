// Where the package lies, and its files as text: what tests on the project itself read.

import Foundation

/// The folder that holds `Package.swift`.
enum PackageRoot {
  /// Found from this file's own place: `Tests/TallyTests/Support`.
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether a file or folder of the package exists.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
  }

  /// The text of one file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  /// Every file below a folder whose name ends so, with its text, sorted by path. Folders that
  /// begin with a dot hold what builds left, not the project.
  static func files(under folder: String, suffix: String = ".swift") throws -> [ProjectFile] {
    let root = url.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    let paths = walk.compactMap { $0 as? String }.filter {
      $0.hasSuffix(suffix) && !$0.hasPrefix(".") && !$0.contains("/.")
    }.sorted()
    return try paths.map { ProjectFile(path: folder + "/" + $0, text: try text(folder + "/" + $0)) }
  }
}

/// A file of the project, or a text that a test passes off as one.
struct ProjectFile: Sendable {
  /// The path from the package's root, with `/`.
  var path: String
  /// What it holds.
  var text: String
}
