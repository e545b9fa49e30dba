// Threads that a host lends: the library starts none of its own.

/// What runs the parts of a job. The answer never depends on how many threads there are.
public struct Workers: Sendable {
  /// How many parts can run at one time.
  public let count: Int
  private let lend: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// Workers of a host: `run` calls a closure once for each part and returns when all are done.
  public init(
    count: Int, run: @escaping @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void
  ) {
    self.count = max(1, count)
    lend = run
  }

  /// The caller's own thread.
  public static let alone = Workers(count: 1) { parts, part in
    for number in 0..<parts { part(number) }
  }

  /// Runs each part once and waits for all.
  public func run(_ parts: Int, _ part: @Sendable (Int) -> Void) { lend(parts, part) }
}
