// A wish to stop that stays: loops may end early once it was heard, and no answer is made of it.

import Synchronization

/// Remembers that the host wanted a query to stop.
///
/// A class, for all who work on one query share it.
final class StopSign: Sendable {
  private let wasUp = Atomic<Bool>(false)
  private let shouldStop: @Sendable () -> Bool

  /// A sign that the host may put up.
  init(_ shouldStop: @escaping @Sendable () -> Bool) { self.shouldStop = shouldStop }

  /// Whether the query should stop: what an evaluation asks. Once true it stays so, whatever the
  /// host says later.
  var isUp: @Sendable () -> Bool {
    { [self] in
      if wasUp.load(ordering: .relaxed) { return true }
      guard shouldStop() else { return false }
      wasUp.store(true, ordering: .relaxed)
      return true
    }
  }
}
