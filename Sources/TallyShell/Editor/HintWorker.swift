// A thread that looks an entry over while it is typed: typing never waits for it.

// Where a release build sees the initialisers of the signal sets.
import CLibedit
import Glibc
import Synchronization
import Tally

/// Finds the hint of one entry at a time. What was found is fetched with `take`; until then a
/// descriptor can be read, which wakes whoever waits for keys.
///
/// A class, for the thread and the editor share it. The thread ends as soon as nothing is asked.
final class HintWorker: Sendable {
  /// Finds a hint; nil for none. It is asked to stop when the next key comes.
  typealias Work = @Sendable (_ shouldStop: @escaping @Sendable () -> Bool) -> StyledText?

  /// One entry's work. A class, for its mark is set by one thread and read by the other.
  private final class Job: Sendable {
    let work: Work
    let isCancelled = Atomic<Bool>(false)

    init(_ work: @escaping Work) { self.work = work }
  }

  private struct State {
    /// What is asked, and not yet begun.
    var waiting: Job?
    /// The last that was asked, while nobody has cancelled it.
    var wanted: Job?
    /// What came of it.
    var result: StyledText?
    var hasThread = false
  }

  private let state = Mutex(State())
  /// Can be read when there is a result.
  let descriptor: Int32
  private let bell: Int32

  /// The stack of the thread: as large as that of the main one usually is, for the parser goes
  /// down into brackets.
  private static let stackSize = 8 * 1024 * 1024

  /// A worker without work; nil where the system gives no pipe.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    bell = ends[1]
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  /// Asks for a hint, in place of one that was asked for before.
  func ask(_ work: @escaping Work) {
    cancel()
    let job = Job(work)
    let needsThread = state.withLock { state in
      state.waiting = job
      state.wanted = job
      defer { state.hasThread = true }
      return !state.hasThread
    }
    if needsThread, !start() { state.withLock { $0.hasThread = false } }
  }

  /// Forgets what was asked, and stops who is at it.
  func cancel() {
    state.withLock { state in
      state.wanted?.isCancelled.store(true, ordering: .relaxed)
      (state.waiting, state.wanted, state.result) = (nil, nil, nil)
    }
  }

  /// What came of the last work; nil where it came to nothing, or was cancelled.
  func take() -> StyledText? {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return state.withLock { state in
      defer { state.result = nil }
      return state.result
    }
  }

  /// Starts the thread. It takes no signals: those are for who waits for keys.
  private func start() -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, HintWorker.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var every = sigset_t()
    var before = sigset_t()
    sigfillset(&every)
    pthread_sigmask(SIG_BLOCK, &every, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    // The thread holds the worker until it ends: what is retained here is released there.
    let worker = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<HintWorker>.fromOpaque(context).takeRetainedValue().serve() }
        return nil
      }, worker.toOpaque())
    if failure != 0 { worker.release() }
    return failure == 0
  }

  /// Works until nothing is asked.
  private func serve() {
    while let job = next() {
      let line = job.work { job.isCancelled.load(ordering: .relaxed) }
      let isWanted = state.withLock { state in
        guard state.wanted === job else { return false }
        state.result = line
        return true
      }
      if isWanted { _ = write(bell, "!", 1) }
    }
  }

  private func next() -> Job? {
    state.withLock { state in
      guard let job = state.waiting else {
        state.hasThread = false
        return nil
      }
      state.waiting = nil
      return job
    }
  }
}
