// The real prompt in a real pseudo-terminal, typed at by a test.

import CPty
import Foundation
import Testing

@testable import TallyShell

/// A running `tally` and the screen that it paints.
final class PtySession {
  private var master: Int32
  private let pid: pid_t
  private var status: Int32?
  private(set) var screen: ScreenModel
  private(set) var bytes: [UInt8] = []
  private var unread: [UInt8] = []

  /// Starts `tally` with some arguments.
  /// - Parameter state: the XDG state folder, where the history is.
  init(
    _ arguments: [String] = [], state: String, width: Int = 80, height: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    Environment.prepareLocale()
    var variables = [
      "TERM": "xterm-256color", "HOME": state, "XDG_STATE_HOME": state, "LANG": "C.UTF-8",
      "NO_COLOR": "1", "SWIFT_BACKTRACE": "enable=no",
      // A test of pages asks for them.
      "TALLY_PAGER": "off", "TALLY_GREETING": "off",
    ]
    variables.merge(environment) { $1 }
    var argv = ([Product.path] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var master: Int32 = -1
    pid = tally_pty_spawn(
      Product.path, &argv, &envp, Int32(height), Int32(width), &master)
    self.master = master
    screen = ScreenModel(width: width > 0 ? width : 80)
    try #require(pid > 0)
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    if master >= 0 { close(master) }
  }

  /// Types.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes that need not be text. What the prompt paints meanwhile is read, or both sides
  /// would wait for each other.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(512))
      let written = write(master, part, part.count)
      if written > 0 { rest = rest.dropFirst(written) }
      read(milliseconds: 0)
    }
  }

  /// Types, then waits until the screen shows something.
  func type(_ text: String, until needle: String) throws {
    send(text)
    try wait(for: needle)
  }

  /// Types an entry and Enter, then waits until the screen shows something and the next prompt.
  /// Keys that come while an answer is made are the terminal's, as in every shell.
  func run(_ entry: String, until needle: String) throws {
    send(entry + "\r")
    try wait(for: needle)
    try ready()
  }

  /// Waits until there is an empty prompt that takes keys.
  func ready() throws {
    try wait("there is an empty prompt") { $0.line == "tally>" && !$0.isCooked }
  }

  /// Waits until the screen shows a text, whatever the numbers of its prompts.
  func wait(for needle: String, _ location: SourceLocation = #_sourceLocation) throws {
    try wait("the screen shows \(needle.debugDescription)", location) {
      $0.screen.text.contains(needle) || $0.text.contains(needle)
    }
  }

  /// The screen with every prompt as it is without its number and date.
  var text: String { PtySession.plain(screen.text) }

  /// The row that the cursor is in, likewise: of an entry of one row, all of it. What stands below
  /// it comes and goes.
  var line: String { PtySession.plain(screen.lines[screen.row]) }

  private static func plain(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      line.replace(/^tally [0-9]+( as of [0-9-]+)?>/, with: "tally>")
      line.replace(/^ +\.\.\.>/, with: "  ...>")
      return line
    }.joined(separator: "\n")
  }

  /// Waits until something is true of the session.
  func wait(
    _ what: String, _ location: SourceLocation = #_sourceLocation,
    _ condition: (PtySession) -> Bool
  ) throws {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if condition(self) { return }
      if !read(milliseconds: 50), condition(self) { return }
    }
    Issue.record(
      "waited in vain until \(what); the screen:\n\(screen.text)",
      sourceLocation: location)
    throw CancellationError()
  }

  /// Waits until the process ends.
  /// - Returns: its exit code, or 128 and the signal's number.
  func exitCode() throws -> Int32 {
    try wait("the process ends") { session in
      var status: Int32 = 0
      guard waitpid(session.pid, &status, WNOHANG) == session.pid else { return false }
      session.status = status
      return true
    }
    let status = try #require(status)
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Whether the terminal is as a shell leaves it.
  var isCooked: Bool { tally_pty_is_cooked(master) == 1 }

  func resize(width: Int, height: Int = 24) {
    tally_pty_resize(master, Int32(height), Int32(width))
    screen.resize(width: width)
  }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Takes the terminal away, as when its window is closed.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Reads what was painted. - Returns: whether there was anything.
  @discardableResult
  private func read(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &buffer, buffer.count)
    guard count > 0 else {
      usleep(5_000)
      return false
    }
    bytes += buffer[..<count]
    unread += buffer[..<count]
    // A character whose bytes have not all come waits for the rest.
    var whole = unread.count
    while whole > 0, unread.count - whole < 4, !isBoundary(whole) { whole -= 1 }
    screen.feed(String(decoding: unread[..<whole], as: UTF8.self))
    unread.removeFirst(whole)
    return true
  }

  private func isBoundary(_ end: Int) -> Bool {
    String(validating: unread[..<end], as: UTF8.self) != nil
  }
}

/// The built command.
enum Product {
  /// Where it is: beside the bundle of the tests.
  static let path: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("tally").path
  }()
}
