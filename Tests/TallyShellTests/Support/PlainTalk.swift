// The real prompt on a terminal that cannot move its cursor: quick, for thousands of statements.

import CPty
import Foundation
import Testing

@testable import TallyShell

/// A running `tally` with `TERM=dumb`, and what it wrote.
final class PlainTalk {
  private let master: Int32
  let pid: pid_t
  /// What came since `output` was last emptied.
  var output: [UInt8] = []
  /// How many prompts came: one more than there were entries.
  private(set) var prompts = 0
  private var searched = 0
  private var isReaped = false

  /// How far back of its end a prompt begins, at most: it may name a number and a date.
  private static let longestPrompt = 40

  /// Starts the program.
  /// - Parameters:
  ///   - folder: the home of it, with its history.
  ///   - limit: what a shell does before, such as `ulimit -f 1`.
  init(in folder: String, limit: String? = nil) throws {
    let variables = [
      "TERM=dumb", "HOME=\(folder)", "XDG_STATE_HOME=\(folder)", "SWIFT_BACKTRACE=enable=no",
      "TALLY_GREETING=off",
    ]
    let words =
      limit.map { ["/bin/sh", "-c", "\($0); exec '\(Product.path)'"] } ?? [Product.path]
    var argv = words.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var master: Int32 = -1
    pid = tally_pty_spawn(words[0], &argv, &envp, 24, 80, &master)
    self.master = master
    try #require(pid > 0)
  }

  deinit {
    if !isReaped { end(SIGKILL) }
    close(master)
  }

  /// Types entries, each with Enter.
  func type(_ entries: [String]) {
    var rest = Array(entries.map { $0 + "\n" }.joined().utf8)[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(256))
      let written = write(master, part, part.count)
      if written > 0 { rest = rest.dropFirst(written) }
      _ = read(milliseconds: 0)
    }
  }

  /// Types entries, some at a time, and waits until each was answered.
  func ask(_ entries: [String]) throws {
    try wait(prompts: max(1, prompts))
    for start in stride(from: 0, to: entries.count, by: 20) {
      let some = Array(entries[start..<min(start + 20, entries.count)])
      let before = prompts
      type(some)
      try wait(prompts: before + some.count)
    }
  }

  /// Waits until so many prompts came.
  func wait(prompts wanted: Int, _ location: SourceLocation = #_sourceLocation) throws {
    let end = ContinuousClock.now + .seconds(60)
    while prompts < wanted {
      guard ContinuousClock.now < end else {
        Issue.record(
          "waited in vain for prompt \(wanted) after \(prompts); it wrote:\n\(text.suffix(2_000))",
          sourceLocation: location)
        throw CancellationError()
      }
      _ = read(milliseconds: 50)
    }
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The same with one blank for each stretch of white space: long messages are broken over lines.
  var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Ends the process with a signal and waits until it is gone.
  func end(_ signal: Int32) {
    kill(pid, signal)
    waitpid(pid, nil, 0)
    isReaped = true
    while read(milliseconds: 0) {}
  }

  /// The resident memory in bytes.
  func residentBytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8)
    let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    return pages * Int(getpagesize())
  }

  /// The time that the process has computed, in ticks of the system's clock.
  func processorTicks() throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    // Behind the name, which stands in brackets: the state, ten numbers, then these two.
    let fields = try #require(text.split(separator: ")").last).split(separator: " ")
    let times = fields.dropFirst(11).prefix(2).compactMap { Int($0) }
    try #require(times.count == 2)
    return times[0] + times[1]
  }

  private func read(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    countPrompts()
    return true
  }

  /// Counts what ends in `> ` with `tally`, a number and a date before it.
  private func countPrompts() {
    for place in searched..<max(searched, output.count) {
      guard place > 0, output[place] == 32, output[place - 1] == UInt8(ascii: ">") else { continue }
      let line = output[max(0, place - PlainTalk.longestPrompt)..<place - 1]
      let words = String(decoding: line, as: UTF8.self).components(separatedBy: "tally")
      guard words.count > 1, let behind = words.last else { continue }
      let isPrompt = behind.allSatisfy { $0.isLetter || $0.isNumber || " -_".contains($0) }
      if isPrompt { prompts += 1 }
    }
    searched = output.count
  }

  /// Lets go of what was read.
  func forget() {
    output = []
    searched = 0
  }
}
