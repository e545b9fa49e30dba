// The one place where the command meets its dataset.

import EnforcementData
import Tally

/// What the shipped command asks.
enum Embedded {
  /// A session on the embedded dataset.
  /// - Throws: `DatasetError` if the shipped tables do not fit their schemas.
  static func session() throws(DatasetError) -> Session {
    Session(dataset: try EnforcementData.dataset(), workers: Threads.workers)
  }
}
