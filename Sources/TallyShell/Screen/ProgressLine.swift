// A question that takes long says so: `asking… 3 s, Ctrl-C stops`, gone before the answer.

import Glibc
import Synchronization

/// The line about a question that runs.
///
/// The engine asks many times a second whether to go on; the same call keeps the line up to date.
/// So no other thread writes to the screen, and nothing is written between question and answer.
/// A class, for the engine's call and the shell share what is on the screen.
final class ProgressLine: Sendable {
  private struct State {
    var start = 0.0
    /// The seconds that the screen shows; nil for no line.
    var shown: Int?
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Double
  private let write: @Sendable (String) -> Void
  private let ellipsis: String

  /// Milliseconds after which a line is shown.
  static let patience = 1000.0

  /// A line that is written and erased by `write`; the clock counts milliseconds.
  init(
    unicode: Bool, now: @escaping @Sendable () -> Double = { Clock.milliseconds },
    write: @escaping @Sendable (String) -> Void
  ) {
    ellipsis = unicode ? "…" : "..."
    self.now = now
    self.write = write
  }

  /// The line on standard error.
  convenience init(unicode: Bool) {
    self.init(unicode: unicode) { Sink(STDERR_FILENO).write($0) }
  }

  /// A question begins.
  func begin() {
    let start = now()
    state.withLock { $0 = State(start: start) }
  }

  /// The question still runs.
  func poll() { poll(asking: "asking") { "" } }

  /// A file is still read.
  /// - Parameter detail: how far it is, made where a line is shown.
  func poll(reading detail: () -> String) { poll(asking: "reading", detail) }

  private func poll(asking verb: String, _ detail: () -> String) {
    let now = now()
    let shown = state.withLock { state -> Int? in
      let elapsed = now - state.start
      let seconds = Int(elapsed / 1000)
      guard elapsed >= ProgressLine.patience, state.shown != seconds else { return nil }
      state.shown = seconds
      return seconds
    }
    guard let shown else { return }
    let words = detail()
    let middle = words.isEmpty ? "" : words + ", "
    write("\r\u{1b}[J\(verb)\(ellipsis) \(middle)\(shown) s, Ctrl-C stops")
  }

  /// The question has ended: the line goes.
  func end() {
    let wasShown = state.withLock { state in
      defer { state.shown = nil }
      return state.shown != nil
    }
    if wasShown { write("\r\u{1b}[J") }
  }
}
