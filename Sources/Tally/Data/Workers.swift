// Threads that a host lends for long scans: the library starts none of its own.

/// Runs the parts of one piece of work, side by side where the host can.
public struct Workers: Sendable {
  /// How many parts run at once.
  public var count: Int { Swift.max(1, number()) }
  private let number: @Sendable () -> Int
  /// Runs a body once for each number below the first argument, and returns when all have ended.
  private let spread: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// Workers of a host.
  /// - Parameters:
  ///   - count: how many parts run at once, at least 1; asked when a scan is long enough for it.
  ///   - spread: runs a body once for each number below a count, on any threads, in any order, and
  ///     returns when all have ended.
  public init(
    count: @autoclosure @escaping @Sendable () -> Int,
    spread: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void
  ) {
    number = count
    self.spread = spread
  }

  /// The caller's own thread.
  public static let alone = Workers(count: 1) { parts, body in
    for part in 0..<parts { body(part) }
  }

  /// Runs the parts of a piece of work.
  public func run(_ parts: Int, _ body: @Sendable (Int) -> Void) { spread(parts, body) }
}
