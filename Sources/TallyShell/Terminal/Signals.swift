// The signals that matter to somebody who edits a line: resize, return from a stop, and the end.

import CLibedit
import Glibc
import Synchronization

/// Signals that arrived while a line was edited. Handlers only leave a mark; the editor, which
/// waits with `wait`, is woken and acts on the marks.
enum Signals {
  private static let resized = Atomic<Bool>(false)
  private static let continued = Atomic<Bool>(false)
  private static let ended = Atomic<Int32>(0)

  /// Installs a handler without `SA_RESTART`, so that it wakes whoever waits.
  /// - Parameter once: whether the signal has its usual way again after the first.
  static func handle(
    _ signal: Int32, once: Bool = false, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    if once { action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) }
    sigaction(signal, &action, nil)
  }

  /// Marks from now on; gives the mask to wait with. Outside of `wait` the signals are held
  /// back, so that none can slip between looking at the marks and going to sleep.
  static func beginEditing() -> sigset_t {
    resized.store(false, ordering: .relaxed)
    continued.store(false, ordering: .relaxed)
    ended.store(0, ordering: .relaxed)
    handle(SIGWINCH) { _ in Signals.resized.store(true, ordering: .relaxed) }
    handle(SIGCONT) { _ in Signals.continued.store(true, ordering: .relaxed) }
    for signal in [SIGTERM, SIGHUP] {
      handle(signal) { Signals.ended.store($0, ordering: .relaxed) }
    }
    return hold([SIGWINCH, SIGCONT, SIGTERM, SIGHUP])
  }

  /// Holds signals back, except during `wait`.
  /// - Returns: the mask for `wait` and for `release`.
  static func hold(_ signals: [Int32]) -> sigset_t {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    return before
  }

  /// Ends what `hold` began.
  static func release(_ mask: sigset_t) {
    var mask = mask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Gives the signals back to their usual ways: a query that runs dies of `SIGTERM`.
  static func endEditing(_ mask: sigset_t) {
    for signal in [SIGWINCH, SIGCONT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = SIG_DFL
      sigaction(signal, &action, nil)
    }
    release(mask)
  }

  /// What ended a wait.
  enum Waited {
    /// There is something to read, or there is from the other descriptor.
    case readable, otherReadable
    /// The time is over, or a signal came.
    case late, signal
  }

  /// Waits until a descriptor can be read or a signal came.
  /// - Parameters:
  ///   - other: a second descriptor, which may end the wait too.
  ///   - milliseconds: how long at most; nil for ever.
  static func wait(
    _ descriptor: Int32, _ mask: sigset_t, other: Int32? = nil, milliseconds: Int? = nil
  ) -> Waited {
    var mask = mask
    switch tally_wait(descriptor, other ?? -1, milliseconds ?? -1, &mask) {
    case 1: return .readable
    case 2: return .otherReadable
    case 0: return .late
    default: return .signal
    }
  }

  /// Whether the terminal was resized since this was last asked.
  static func takeResized() -> Bool { resized.exchange(false, ordering: .relaxed) }

  /// Whether the process came back from a stop since this was last asked.
  static func takeContinued() -> Bool { continued.exchange(false, ordering: .relaxed) }

  /// The signal that wants the process to end; nil for none.
  static var ending: Int32? {
    let signal = ended.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }
}
