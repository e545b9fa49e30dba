// The example of README.md: the rest of this file stands there, word for word.

import EnforcementData
import Tally

func countiesHolding(in state: String) throws -> (low: Double?, high: Double?) {
  let session = Session(dataset: try EnforcementData.dataset())
  let query = try session.prepare("count counties in $state where detainers")
  let found = try query.figure(["state": .text(state)])
  print(found.unknown, "of", found.base, "not settled, as of", found.asOf)
  return (found.low, found.high)  // the same number where every county is settled
}
