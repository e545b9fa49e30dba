// Clock, memory, files and threads: what the library leaves to its host.

import Glibc
import Synchronization
import Tally

/// Time that only goes on.
enum Clock {
  /// Seconds since some moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What the process has used.
enum Memory {
  /// The most resident memory so far, in bytes. Files are read, not mapped, so that all of it is
  /// private but for the program itself.
  static var privatePeak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

/// A file as the library reads it.
enum FileBytes {
  static func source(_ path: String) throws -> ByteSource {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Refusal(text: "\(path) cannot be opened") }
    let count = Int(lseek(file, 0, SEEK_END))
    return ByteSource(name: path, count: count) { (from, into) throws(DatasetError) -> Int in
      into.withUnsafeMutableBytes { max(0, pread(file, $0.baseAddress, $0.count, from)) }
    }
  }
}

/// Threads for scans.
enum Threads {
  /// Workers of so many threads.
  static func workers(_ count: Int) -> Workers {
    guard count > 1 else { return .alone }
    return Workers(count: count) { parts, body in
      withoutActuallyEscaping(body) { body in
        let scan = Scan(parts: parts, body: body)
        var threads: [pthread_t] = []
        for _ in 1..<max(1, min(count, parts)) {
          var thread = pthread_t()
          let held = Unmanaged.passRetained(scan)
          let failed = pthread_create(
            &thread, nil,
            { given in
              guard let given else { return nil }
              Unmanaged<Scan>.fromOpaque(given).takeRetainedValue().work()
              return nil
            }, held.toOpaque())
          if failed == 0 { threads.append(thread) } else { held.release() }
        }
        scan.work()
        for thread in threads { pthread_join(thread, nil) }
      }
    }
  }

  private final class Scan: Sendable {
    let parts: Int
    let body: @Sendable (Int) -> Void
    let next = Atomic<Int>(0)

    init(parts: Int, body: @escaping @Sendable (Int) -> Void) {
      (self.parts, self.body) = (parts, body)
    }

    func work() {
      while true {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < parts else { return }
        body(part)
      }
    }
  }
}
