// The least program that embeds the evaluator: a test looks at what it links.

import EnforcementData
import Tally

/// Prints the answer to its first argument.
@main enum Embedded {
  static func main() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let found = try session.figure(CommandLine.arguments.dropFirst().first ?? "count counties")
    print(found.low ?? 0, found.high ?? 0, found.unknown, found.base)
  }
}
