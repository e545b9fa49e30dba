// Lists of names that are long to make and never change: made when they are first completed.

import Synchronization

/// The lists of a dataset. A class, so that all copies of a session share it.
final class CompletionCache: Sendable {
  private let lists = Mutex<[String: CandidateList]>([:])

  /// The list of a name, made if nobody has asked for it before.
  func list(_ name: String, _ make: () -> CandidateList) -> CandidateList {
    if let list = lists.withLock({ $0[name] }) { return list }
    let made = make()
    lists.withLock { $0[name] = made }
    return made
  }
}
