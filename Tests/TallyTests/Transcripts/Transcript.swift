// A session as a person could have typed it, with its answers.

import Foundation
import Tally

/// The entries of a transcript: comment lines, `tally> ` lines with their `  ...> ` continuations,
/// and what was answered.
struct Transcript {
  /// One question with what is said above it and answered below it.
  struct Entry {
    var preamble: [String] = []
    var query: [String] = []
    var answer: [String] = []
  }

  static let prompt = "tally> "
  static let continuation = "  ...> "
  private(set) var entries: [Entry] = []
  private(set) var formatName = "table"

  /// Reads a transcript. A line `-- format: csv` above the first query chooses the format.
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      read(line)
    }
  }

  private mutating func read(_ line: String) {
    if line.hasPrefix(Transcript.prompt) {
      if entries.last?.query.isEmpty ?? true, !entries.isEmpty {
        entries[entries.count - 1].query = [String(line.dropFirst(7))]
      } else {
        entries.append(Entry(query: [String(line.dropFirst(7))]))
      }
    } else if line.hasPrefix(Transcript.continuation), !entries.isEmpty {
      entries[entries.count - 1].query.append(String(line.dropFirst(7)))
    } else if line.hasPrefix("-- "), entries.last?.query.isEmpty ?? true {
      if line.hasPrefix("-- format: ") { formatName = String(line.dropFirst(11)) }
      if entries.isEmpty { entries.append(Entry()) }
      entries[entries.count - 1].preamble.append(line)
    } else if line.hasPrefix("-- "), entries.last?.answer.last == "" {
      // A comment follows an empty line; what `sql` answers begins with comments of its own.
      entries.append(Entry(preamble: [line]))
    } else if !entries.isEmpty, !entries[entries.count - 1].query.isEmpty {
      entries[entries.count - 1].answer.append(line)
    }
  }

  /// The same questions with the answers that a new session gives.
  func played(on dataset: Dataset) -> String {
    var session = Session(dataset: dataset)
    return entries.map { entry in
      let query = entry.query.enumerated()
        .map { ($0 == 0 ? Transcript.prompt : Transcript.continuation) + $1 }
      let answer = answer(entry.query.joined(separator: "\n"), &session)
      return (entry.preamble + query + [answer]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func answer(_ query: String, _ session: inout Session) -> String {
    var text = ""
    for outcome in session.run(Source(query)) {
      for diagnostic in outcome.diagnostics {
        text += DiagnosticRenderer.render(diagnostic, in: outcome.source, width: 80).text
      }
      guard let answer = outcome.answer, let format = OutputFormat.named(formatName) else {
        continue
      }
      let isForPeople = formatName == "table"
      text += format.write(answer, OutputContext(width: isForPeople ? 80 : nil)).text
    }
    return text
  }
}
