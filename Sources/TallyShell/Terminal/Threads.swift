// The threads that the program lends to long scans, one for each processor.

import Glibc
import Synchronization
import Tally

/// Runs the parts of a scan on threads that live as long as the scan: a thread that returns costs
/// about a tenth of a millisecond, which is why only long scans ask for any.
enum Threads {
  /// The most threads that are used, whatever the machine has.
  static let maximum = 16

  /// Workers for the processors of this machine. They are counted when a scan first asks: most
  /// questions do not, and the count is read from files.
  static let workers = Workers(count: processors) { parts, body in
    run(parts, threads: processors, body)
  }

  private static let processors = min(
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), maximum)

  /// What the threads of one scan share. A class, for each of them holds it.
  private final class Scan: Sendable {
    let parts: Int
    let body: @Sendable (Int) -> Void
    let next = Atomic<Int>(0)

    init(parts: Int, body: @escaping @Sendable (Int) -> Void) {
      self.parts = parts
      self.body = body
    }

    /// Takes parts until none is left.
    func work() {
      while true {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < parts else { return }
        body(part)
      }
    }
  }

  private static func run(_ parts: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let scan = Scan(parts: parts, body: body)
      var started: [pthread_t] = []
      for _ in 1..<max(1, min(threads, parts)) {
        if let thread = start(scan) { started.append(thread) }
      }
      // The caller works too, so that all parts are done even where no thread could be had.
      scan.work()
      for thread in started { pthread_join(thread, nil) }
    }
  }

  /// Starts a thread with no signals of its own: they belong to the thread that edits and asks.
  private static func start(_ scan: Scan) -> pthread_t? {
    let before = Signals.hold(Array(1..<32))
    defer { Signals.release(before) }
    var thread = pthread_t()
    // The thread is given one count of the scan, and takes it over.
    let held = Unmanaged.passRetained(scan)
    let failed = pthread_create(
      &thread, nil,
      { given in
        guard let given else { return nil }
        Unmanaged<Scan>.fromOpaque(given).takeRetainedValue().work()
        return nil
      }, held.toOpaque())
    guard failed == 0 else {
      held.release()
      return nil
    }
    return thread
  }
}
