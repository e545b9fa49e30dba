// A session with commands as a person could have typed it, played through the real prompt.

import Foundation
import Testing

@testable import TallyShell

/// The entries of a transcript with what the prompt showed of each.
///
/// Lines above the first entry are comments; some of them set the scene:
///
///     -- width: 120
///     -- editor: sed -i s/TX/CA/
///     -- file questions.tally: count counties
struct CommandTranscript {
  /// The comments above the first entry.
  private(set) var header: [String] = []
  /// What was typed.
  private(set) var entries: [String] = []

  private static let prompt = "tally> "

  /// Reads a transcript; what was shown is read over.
  ///
  /// What a command shows may have lines that look like entries, for commands show what they ask.
  /// Those are indented in a transcript.
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix(Self.prompt) || line + " " == Self.prompt {
        entries.append(String(line.dropFirst(Self.prompt.count)))
      } else if entries.isEmpty, line.hasPrefix("--") {
        header.append(line)
      }
    }
  }

  /// What a line of the header sets, such as `width`.
  private func settings(_ name: String) -> [String] {
    header.compactMap {
      $0.hasPrefix("-- \(name): ") ? String($0.dropFirst(name.count + 5)) : nil
    }
  }

  /// The transcript as a new session makes it.
  func played() throws -> String {
    let sandbox = try Sandbox()
    for line in header {
      guard line.hasPrefix("-- file "), let colon = line.firstIndex(of: ":") else { continue }
      let path = sandbox.path + "/" + line[..<colon].dropFirst("-- file ".count)
      let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let text = before + line[colon...].dropFirst(2) + "\n"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    var environment = [
      "TERM": "dumb", "TMPDIR": sandbox.path, "TALLY_PAGER": "", "TALLY_GREETING": "",
    ]
    if let editor = settings("editor").first { environment["EDITOR"] = editor }
    let width = settings("width").first.flatMap(Int.init) ?? 80
    // High enough that no answer is shortened or paged.
    let session = try PtySession(
      state: sandbox.path, width: width, height: 200, environment: environment)
    try session.waitForPrompt(after: 0)
    var text = header.map { $0 + "\n" }.joined()
    for entry in entries {
      let start = session.screen.lines.count
      session.send(entry + "\n")
      if Command.call(in: entry)?.name == "quit" {
        text += Self.prompt + entry + "\n"
        #expect(try session.exitCode() == 0)
        break
      }
      try session.waitForPrompt(after: start)
      // The line of the entry itself, and as many as it is wrapped into.
      let rows = max(1, (Self.prompt.count + entry.count + width - 1) / width)
      let shown = session.screen.lines.dropLast().dropFirst(start - 1 + rows)
      text += (Self.prompt + entry).trimmed + "\n"
      text += shown.map { ($0.hasPrefix(Self.prompt) ? "  " : "") + $0 + "\n" }.joined()
    }
    return text
  }
}

extension PtySession {
  /// Waits until there is an empty prompt below some lines.
  fileprivate func waitForPrompt(after count: Int) throws {
    try wait("there is a new prompt") { session in
      let lines = session.screen.lines
      guard lines.count > count, let last = lines.last else { return false }
      return last.hasPrefix("tally") && last.hasSuffix(">")
    }
  }
}
