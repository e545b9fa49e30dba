// A value that is made when it is first asked for, and then stays.

import Synchronization

/// What no question needs that does not ask for it. A class, for all copies share one making.
package final class Later<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case waiting(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  /// A value that a closure makes.
  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

  /// A value that is there.
  package init(made value: Value) { state = Mutex(.made(value)) }

  /// The value.
  package var value: Value {
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
