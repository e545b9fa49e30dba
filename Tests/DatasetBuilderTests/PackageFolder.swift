// Where the package and the raw files beside it stand.

import Foundation

/// Where the package and the raw files beside it stand.
enum PackageFolder {
  /// The package's folder.
  static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of raw files.
  static let raw = url.deletingLastPathComponent().appendingPathComponent("shared/data").path

  /// Whether the raw files are there.
  static let hasRaw = FileManager.default.fileExists(atPath: raw + "/README.md")

  /// The Python that runs the oracle; nil where there is none.
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first(where: FileManager.default.isExecutableFile)
}
