// Pages of the project that hold answers: read, compared with the record, rewritten on request.

import EnforcementData
import Foundation
import Testing

@testable import Tally

/// A text file of the package that a person reads and a test keeps true.
struct WrittenPage {
  /// Whether the answers are to be written anew: `TALLY_RECORD=1 swift test`.
  static let isRecording = ProcessInfo.processInfo.environment["TALLY_RECORD"] == "1"

  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Its place in the package.
  let path: String
  private var url: URL { WrittenPage.package.appendingPathComponent(path) }

  init(_ path: String) { self.path = path }

  /// Its text.
  func text() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

  /// The names of the files of a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: package.appendingPathComponent(folder).path
    ).sorted()
  }

  /// Holds the page to what it should be, or makes it so.
  func expect(_ wanted: String) throws {
    if WrittenPage.isRecording {
      try Data(wanted.utf8).write(to: url, options: .atomic)
      print("recorded \(path)")
      return
    }
    guard let found = try? text() else {
      Issue.record("\(path) is missing: record it with TALLY_RECORD=1 swift test, and read it")
      return
    }
    guard found != wanted else { return }
    let here = found.split(separator: "\n", omittingEmptySubsequences: false)
    let there = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(here, there).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(path):\(line + 1) is not what tally answers today.
        page:  \(line < here.count ? String(here[line]) : "(its end)")
        tally: \(line < there.count ? String(there[line]) : "(its end)")
      TALLY_RECORD=1 swift test writes the answers anew; read the difference.
      """)
  }

  /// A new session on the embedded record.
  static func session() throws -> Session { Session(dataset: try EnforcementData.dataset()) }
}
