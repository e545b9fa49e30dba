// A value that is made when it is first asked for, and then stays.

import Synchronization

/// What no question needs that does not ask for it. A class, for all copies share one making.
package final class Later<Made: Sendable>: Sendable {
  private enum State: Sendable {
    case waiting(@Sendable () -> Made)
    case made(Made)
  }

  private let state: Mutex<State>

  /// A value that a closure makes.
  package init(_ make: @escaping @Sendable () -> Made) { state = Mutex(.waiting(make)) }

  /// A value that is there.
  package init(made value: Made) { state = Mutex(.made(value)) }

  /// The value.
  package var value: Made {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
