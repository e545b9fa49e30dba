// Published totals that are made when they are first asked for, and then stay.

import Synchronization

/// The editions of a dataset. A class, for all copies share one making; and of one type, for a
/// generic class is made anew by the runtime at each start, which no question should wait for.
package final class LaterEditions: Sendable {
  private let make: @Sendable () -> [TotalsEdition]
  private let found = Mutex<[TotalsEdition]?>(nil)

  /// Editions that a closure makes.
  package init(_ make: @escaping @Sendable () -> [TotalsEdition]) { self.make = make }

  /// The editions.
  package var value: [TotalsEdition] {
    found.withLock { found in
      if let found { return found }
      let made = make()
      found = made
      return made
    }
  }
}
