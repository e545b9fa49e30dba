// Ctrl-C while a query runs: a flag that a handler sets and the evaluator polls.

import Glibc
import Synchronization

/// The wish of the user that the running query stops.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Makes Ctrl-C set the flag instead of ending the process. A read that waits is woken.
  /// - Parameter once: whether a second Ctrl-C ends the process, for a run that nobody talks to.
  static func install(once: Bool = false) {
    // The flag is touched before a handler can run: its first use makes it.
    clear()
    Signals.handle(SIGINT, once: once) { _ in Interrupt.flag.store(true, ordering: .relaxed) }
  }

  /// Forgets an earlier wish.
  static func clear() { flag.store(false, ordering: .relaxed) }

  /// Whether the query should stop: what an evaluation polls.
  static let isRequested: @Sendable () -> Bool = { flag.load(ordering: .relaxed) }
}
