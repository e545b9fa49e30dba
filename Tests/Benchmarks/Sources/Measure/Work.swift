// A session over the embedded record and the files that were named.

import EnforcementData
import Glibc
import Tally

/// What was asked for on the command line, and the session that answers.
struct Work {
  private var files: [(name: String, path: String)] = []
  private var links: [OwnLink] = []
  private var workers = Workers.alone
  private var session: Session
  /// The record, and what was read from the files.
  private let base: Dataset
  private var own = OwnData()
  private var times = 1

  init(_ arguments: [String]) throws {
    base = try EnforcementData.dataset()
    session = Session(dataset: base)
    var rest = arguments[...]
    while let option = rest.popFirst(), let value = rest.popFirst() {
      switch option {
      case "--threads": workers = Threads.workers(Int(value) ?? 1)
      case "--link": links.append(try OwnLink(value))
      case "--data":
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw Refusal(text: "write --data NAME=FILE") }
        files.append((parts[0], parts[1]))
      default: throw Refusal(text: "there is no option \(option)")
      }
    }
  }

  /// Reads the files, and says how long it took and how much memory is in use.
  mutating func load() throws {
    let start = Clock.now
    own.links = links
    for (name, path) in files {
      let source = try FileBytes.source(path)
      let table = try TableLoader.load(source, TableOptions(name: name), workers: workers)
      own.add(
        OwnTable(
          relation: table.relation, file: path, fingerprint: "\(source.count) bytes",
          unread: table.report.problemCount))
    }
    try forget()
    print("\(Clock.now - start)\t\(Memory.privatePeak)")
    fflush(nil)
  }

  /// Makes the dataset anew, so that no count is kept; the zones of columns in order stay.
  private mutating func forget() throws {
    if files.isEmpty { return }
    session = Session(dataset: try base.extended(by: own), workers: workers)
  }

  /// Answers one line.
  mutating func answer(_ line: String) {
    if line.hasPrefix(":times ") {
      times = Int(line.dropFirst(7)) ?? 1
      return
    }
    if line == ":forget" {
      try? forget()
      print("0\t")
      fflush(nil)
      return
    }
    if line.hasPrefix(":complete ") {
      print("\(completion(String(line.dropFirst(10))))\t")
      fflush(nil)
      return
    }
    let source = Source(line)
    var least = Double.infinity
    var found: Answer?
    var said = ""
    for _ in 0..<times {
      // A copy, so that no result is remembered from one time to the next.
      var session = session
      let start = Clock.now
      let outcomes = session.run(source)
      least = min(least, Clock.now - start)
      found = outcomes.last?.answer
      said = outcomes.flatMap(\.diagnostics).map(\.message).joined(separator: "; ")
    }
    print("\(least)\t\(found.map(text) ?? "error: \(said)")")
    fflush(nil)
  }

  /// The least seconds that it took to say what could follow a text.
  private func completion(_ text: String) -> Double {
    var least = Double.infinity
    for _ in 0..<times {
      let start = Clock.now
      _ = session.complete(text, at: text.utf8.count)
      least = min(least, Clock.now - start)
    }
    return least
  }

  private func text(_ answer: Answer) -> String {
    guard let csv = OutputFormat.all.first(where: { $0.name == "csv" }) else { return "" }
    return csv.write(answer, OutputContext()).text.replacing("\r\n", with: "\n")
      .replacing("\n", with: "\u{1E}")
  }
}

/// Why the program cannot start.
struct Refusal: Error, CustomStringConvertible {
  var text: String
  var description: String { text }
}
