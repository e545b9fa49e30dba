// The example of README.md: the rest of this file stands there, word for word.

import EnforcementData
import Tally

func countiesHolding(in state: String) throws -> (low: Double?, high: Double?) {
  var session = Session(dataset: try EnforcementData.dataset())
  let outcome = session.run(Source("count counties in \(state) where detainers"))[0]
  for diagnostic in outcome.diagnostics {
    print(DiagnosticRenderer.render(diagnostic, in: outcome.source).text)
  }
  guard case .figure(let figure)? = outcome.answer?.content else { return (nil, nil) }
  return (figure.low, figure.high)  // the same number where every county is settled
}
