// The one place where the command meets its dataset.

import EnforcementData
import Tally

/// What the shipped command asks.
enum Embedded {
  /// A session on the embedded dataset.
  static func session() -> Session { unsafeBitCast((), to: Session.self) }
}
